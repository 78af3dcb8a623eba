using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class LettreTests
{
    private static readonly DateTimeOffset Instant = Quand.Le(2021, 6, 30);
    private static readonly DateOnly Decidee = new(2021, 6, 22);
    private static readonly DateOnly Aujourdhui = new(2021, 6, 30);
    private static readonly JoursDeLettre ANotifier = new(Decidee, null, Aujourdhui);
    private static readonly JoursDeLettre Notifiee = new(Decidee, new(2021, 6, 24), Aujourdhui);

    private static Lettre Une() => Lettre.De(Guid.CreateVersion7(), NatureDeLettre.Accord, "d");

    private static FichierRecu Scan(string empreinte = "ab12") =>
        new(Guid.CreateVersion7(), "lettre.pdf", 12, empreinte, "application/pdf");

    [Fact]
    public void Le_chemin_d_une_lettre_editee_signee_notifiee_postee_recue_et_ouverte()
    {
        var lettre = Une();
        lettre.Editer(new(2021, 6, 23), ANotifier, UnDossier.Representant);
        var piece = lettre.Signer(new(2021, 6, 23), Scan(), ANotifier, UnDossier.Representant, Instant);
        lettre.Poster(new(2021, 6, 24), "1A 123 456 7890 1", Notifiee, UnDossier.Representant);
        lettre.Recevoir(new(2021, 6, 28), Notifiee, UnDossier.Representant);
        lettre.Ouvrir(UnDossier.Representant, Instant);

        Assert.Equal(
            (new DateOnly(2021, 6, 23), new DateOnly(2021, 6, 23), new DateOnly(2021, 6, 24), new DateOnly(2021, 6, 28), Instant),
            (lettre.DateeDu, lettre.SigneeLe, lettre.PosteeLe, lettre.RecueLe, lettre.OuverteLe)
        );
        Assert.Equal((piece.Id, lettre.Id, lettre.DossierId), (lettre.NumeriseeId, piece.LettreId, piece.DossierId));
        Assert.Equal("1A 123 456 7890 1", lettre.Recommande);
        Assert.Equal(
            [
                $"Lettre EditerUneLettre : – → – [dossier={lettre.DossierId}, jour=2021-06-23, nature=Accord, "
                    + "par=Vern-sur-Seiche, représentant légal, reference=d]",
                $"Lettre SignerUneLettre : – → – [dossier={lettre.DossierId}, empreinte=ab12, jour=2021-06-23, "
                    + "par=Vern-sur-Seiche, représentant légal, reference=d]",
                $"Lettre PosterUneLettre : – → – [dossier={lettre.DossierId}, jour=2021-06-24, "
                    + "par=Vern-sur-Seiche, représentant légal, recommande=1A 123 456 7890 1, reference=d]",
                $"Lettre RecevoirUneLettre : – → – [dossier={lettre.DossierId}, jour=2021-06-28, "
                    + "par=Vern-sur-Seiche, représentant légal, reference=d]",
                $"Lettre OuvrirUneLettre : – → – [dossier={lettre.DossierId}, par=Vern-sur-Seiche, représentant légal, reference=d]",
            ],
            Journal.Lignes(lettre)
        );
    }

    [Fact]
    public void Editee_a_nouveau_avant_d_etre_signee_elle_garde_chaque_edition()
    {
        var lettre = Une();
        Assert.Equal("d", lettre.ReferenceDArchive);
        lettre.Editer(Decidee, ANotifier, UnDossier.Representant);
        Assert.Equal("d", lettre.ReferenceDArchive);
        lettre.Editer(Aujourdhui.AddDays(31), ANotifier, UnDossier.Representant);
        Assert.Equal(("d/2", Aujourdhui.AddDays(31)), (lettre.ReferenceDArchive, lettre.DateeDu));
    }

    [Fact]
    public void Une_nouvelle_numerisation_remplace_la_premiere_jusqu_a_la_notification()
    {
        var lettre = Une();
        lettre.Editer(Decidee, ANotifier, UnDossier.Representant);
        lettre.Signer(Decidee, Scan(), ANotifier, UnDossier.Representant, Instant);
        var seconde = lettre.Signer(Aujourdhui, Scan("cd34"), ANotifier, UnDossier.Representant, Instant);
        Assert.Equal((seconde.Id, Aujourdhui), (lettre.NumeriseeId, lettre.SigneeLe));
        Refuse("ne se remplace plus", () => lettre.Signer(Aujourdhui, Scan("ef56"), Notifiee, UnDossier.Representant, Instant));
        Assert.Equal(seconde.Id, lettre.NumeriseeId);
        // What the antivirus took away is to be given again.
        Assert.Equal(
            lettre.Signer(Aujourdhui, Scan("ef56"), Notifiee, UnDossier.Representant, Instant, perdue: true).Id,
            lettre.NumeriseeId
        );
    }

    [Fact]
    public void Une_lettre_ne_se_signe_ni_avant_le_jour_qu_elle_porte_ni_apres_son_envoi()
    {
        var lettre = Une();
        lettre.Editer(new(2021, 6, 25), ANotifier, UnDossier.Representant);
        Refuse("datée du 25", () => lettre.Signer(new(2021, 6, 24), Scan(), ANotifier, UnDossier.Representant, Instant));
        var postee = Une();
        postee.Poster(new(2021, 6, 25), null, Notifiee, UnDossier.Representant);
        Refuse("avant son envoi", () => postee.Signer(new(2021, 6, 26), Scan(), Notifiee, UnDossier.Representant, Instant));
        Assert.Null(postee.NumeriseeId);
    }

    [Fact]
    public void La_premiere_ouverture_seule_compte()
    {
        var lettre = Une();
        lettre.Ouvrir(UnDossier.Representant, Instant);
        lettre.Ouvrir(UnDossier.Representant, Instant.AddDays(1));
        Assert.Equal(Instant, lettre.OuverteLe);
        Assert.Single(lettre.Faits);
    }

    [Fact]
    public void Un_envoi_et_une_reception_se_corrigent_tant_qu_ils_se_tiennent()
    {
        var lettre = Une();
        lettre.Poster(new(2021, 6, 25), null, Notifiee, UnDossier.Representant);
        lettre.Poster(new(2021, 6, 26), "R1", Notifiee, UnDossier.Representant);
        lettre.Recevoir(new(2021, 6, 26), Notifiee, UnDossier.Representant);
        lettre.Recevoir(Aujourdhui, Notifiee, UnDossier.Representant);
        Assert.Equal((new DateOnly(2021, 6, 26), "R1", Aujourdhui), (lettre.PosteeLe, lettre.Recommande, lettre.RecueLe));
        Refuse("déjà reçue", () => lettre.Poster(new(2021, 6, 27), null, Notifiee, UnDossier.Representant));
    }

    [Fact]
    public void Ce_qui_ne_se_tient_pas_est_refuse_et_ne_change_rien()
    {
        var lettre = Une();
        Refuse("déjà notifiée", () => lettre.Editer(Aujourdhui, Notifiee, UnDossier.Representant));
        Refuse("antérieur à la décision", () => lettre.Editer(Decidee.AddDays(-1), ANotifier, UnDossier.Representant));
        Refuse("un mois au plus", () => lettre.Editer(Aujourdhui.AddDays(32), ANotifier, UnDossier.Representant));
        Refuse("éditez d’abord", () => lettre.Signer(Decidee, Scan(), ANotifier, UnDossier.Representant, Instant));
        Refuse("d’avance", () => lettre.Signer(Aujourdhui.AddDays(1), Scan(), Notifiee, UnDossier.Representant, Instant));
        Refuse("suit la décision", () => lettre.Signer(Decidee.AddDays(-1), Scan(), Notifiee, UnDossier.Representant, Instant));
        Refuse("notifiez d’abord", () => lettre.Poster(Aujourdhui, null, ANotifier, UnDossier.Representant));
        Refuse("d’avance", () => lettre.Poster(Aujourdhui.AddDays(1), null, Notifiee, UnDossier.Representant));
        Refuse("après sa signature", () => lettre.Poster(Decidee.AddDays(-1), null, Notifiee, UnDossier.Representant));
        Refuse("l’envoi", () => lettre.Recevoir(Aujourdhui, Notifiee, UnDossier.Representant));
        Assert.Empty(lettre.Faits);

        lettre.Signer(new(2021, 6, 25), Scan(), Notifiee, UnDossier.Representant, Instant);
        Refuse("après sa signature", () => lettre.Poster(new(2021, 6, 24), null, Notifiee, UnDossier.Representant));
        Refuse("déjà signée", () => lettre.Editer(Aujourdhui, ANotifier, UnDossier.Representant));
        lettre.Poster(new(2021, 6, 25), null, Notifiee, UnDossier.Representant);
        Refuse("d’avance", () => lettre.Recevoir(Aujourdhui.AddDays(1), Notifiee, UnDossier.Representant));
        Refuse("après son envoi", () => lettre.Recevoir(new(2021, 6, 24), Notifiee, UnDossier.Representant));
        Assert.Null(lettre.RecueLe);
        // Posted on the very day that one says it.
        lettre.Poster(Aujourdhui, null, Notifiee, UnDossier.Representant);
        Assert.Equal(Aujourdhui, lettre.PosteeLe);
    }

    private static void Refuse(string raison, Action acte) =>
        Assert.Contains(raison, Assert.Throws<ActeImpossibleException>(acte).Message, StringComparison.Ordinal);
}
