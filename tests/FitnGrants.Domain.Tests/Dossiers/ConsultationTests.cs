using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class ConsultationTests
{
    private static readonly DateTimeOffset Juin = Quand.Le(2021, 6, 1);

    private static Consultation Demander(Dossier? dossier = null, DateOnly? avant = null) =>
        Consultation.Demander(
            dossier ?? UnDossier.EnInstruction(),
            new DemandeDAvis(
                UnDossier.Instructeur,
                Juin,
                " Labo ",
                " labo@x.example ",
                " Réplicable ? ",
                avant ?? new DateOnly(2021, 6, 15),
                Confidentielle: false
            )
        );

    [Fact]
    public void Un_avis_se_rend_une_fois_et_le_journal_dit_qui()
    {
        var c = Demander();
        Assert.Equal(("Labo", "labo@x.example", "Réplicable ?", true), (c.Service, c.Adresse, c.Question, c.EstAttendue));

        c.Rendre(EtatDossier.EnInstruction, SensAvis.Favorable, "  ", Juin);

        Assert.Equal((SensAvis.Favorable, (string?)null, Juin, false), (c.Sens!.Value, c.Texte, c.RendueLe!.Value, c.EstAttendue));
        Assert.Equal([Acte.DemanderUnAvis, Acte.RendreUnAvis], c.Faits.Select(f => f.Acte));
        Assert.Equal("Labo", c.Faits[1].Details["par"]);
        foreach (
            var trop in new Action[]
            {
                () => c.Rendre(EtatDossier.EnInstruction, SensAvis.Defavorable, "x", Juin),
                () => c.Relancer(UnDossier.Instructeur, Juin.AddDays(2)),
                () => c.Retirer(UnDossier.Instructeur, Juin),
            }
        )
            Assert.Throws<ActeImpossibleException>(trop);
    }

    [Fact]
    public void Chaque_refus_dit_pourquoi()
    {
        var (rendue, retiree) = (Demander(), Demander());
        rendue.Rendre(EtatDossier.EnInstruction, SensAvis.FavorableAvecReserves, " À revoir. ", Juin);
        Assert.Equal("À revoir.", rendue.Texte);
        retiree.Retirer(UnDossier.Instructeur, Juin);
        foreach (
            var (raison, acte) in new (string, Action)[]
            {
                ("se demande pendant l’instruction", () => Demander(UnDossier.A(EtatDossier.Refuse))),
                ("cette date est passée", () => Demander(avant: new DateOnly(2021, 5, 31))),
                ("instruction de ce dossier est terminée", () => Demander().Rendre(EtatDossier.Retire, SensAvis.Favorable, null, Juin)),
                ("déjà été sollicité", () => Demander().Relancer(UnDossier.Instructeur, Juin)),
                ("déjà rendu", () => rendue.Retirer(UnDossier.Instructeur, Juin)),
                ("n’est plus demandé", () => retiree.Relancer(UnDossier.Instructeur, Juin)),
            }
        )
            Assert.Contains(raison, Assert.Throws<ActeImpossibleException>(acte).Message, StringComparison.Ordinal);
        Assert.Equal([Acte.DemanderUnAvis, Acte.RetirerUnAvis], retiree.Faits.Select(f => f.Acte));
    }

    [Fact]
    public void Il_se_relance_des_le_lendemain_et_plus_une_fois_rendu()
    {
        var c = Demander();
        Assert.Equal(
            (false, false, true),
            (c.SeRelanceLe(new(2021, 5, 31)), c.SeRelanceLe(new(2021, 6, 1)), c.SeRelanceLe(new(2021, 6, 2)))
        );
        c.Relancer(UnDossier.Instructeur, Juin.AddDays(1));
        Assert.Equal((false, true), (c.SeRelanceLe(new(2021, 6, 2)), c.SeRelanceLe(new(2021, 6, 3))));
        Assert.Equal([Acte.DemanderUnAvis, Acte.RelancerUnAvis], c.Faits.Select(f => f.Acte));
        c.Rendre(EtatDossier.EnInstruction, SensAvis.Favorable, null, Juin.AddDays(1));
        Assert.False(c.SeRelanceLe(new(2021, 6, 9)));
    }

    [Fact]
    public void On_ne_rappelle_pas_deux_fois_le_même_jour()
    {
        var c = Demander();
        Assert.Throws<ActeImpossibleException>(() => c.Relancer(UnDossier.Instructeur, Juin));
        c.Relancer(UnDossier.Instructeur, Juin.AddDays(1));
        Assert.Equal(Juin.AddDays(1), c.RelanceeLe);
        Assert.Throws<ActeImpossibleException>(() => c.Relancer(UnDossier.Instructeur, Juin.AddDays(1)));
    }

    [Fact]
    public void Retiré_un_avis_ne_s_attend_plus_ni_ne_se_rend()
    {
        Assert.Throws<ActeImpossibleException>(() => Demander().Rendre(EtatDossier.Retire, SensAvis.Favorable, null, Juin));
        var c = Demander();
        c.Retirer(UnDossier.Instructeur, Juin);
        Assert.False(c.EstAttendue);
        Assert.Throws<ActeImpossibleException>(() => c.Rendre(EtatDossier.EnInstruction, SensAvis.Favorable, null, Juin));
    }

    [Fact]
    public void Un_avis_se_demande_pendant_l_instruction_pour_un_jour_à_venir()
    {
        foreach (var etat in new[] { EtatDossier.Brouillon, EtatDossier.InscritSeance, EtatDossier.Refuse, EtatDossier.Retire })
            Assert.Throws<ActeImpossibleException>(() => Demander(UnDossier.A(etat)));
        Assert.Throws<ActeImpossibleException>(() => Demander(avant: new DateOnly(2021, 5, 31)));
        Demander(avant: new DateOnly(2021, 6, 1));
    }

    [Fact]
    public void Une_note_interne_s_écrit_sur_un_dossier_déposé_et_le_journal_n_en_dit_pas_le_texte()
    {
        var note = NoteInterne.Ecrire(UnDossier.Depose(), " Rappeler. ", UnDossier.Instructeur, Juin);
        Assert.Equal(("Rappeler.", UnDossier.Instructeur.Id, Juin), (note.Texte, note.Auteur, note.Le));
        Assert.DoesNotContain(Assert.Single(note.Faits).Details.Values, v => v.Contains("Rappeler", StringComparison.Ordinal));
        Assert.Throws<ActeImpossibleException>(() => NoteInterne.Ecrire(UnDossier.Brouillon(), "x", UnDossier.Instructeur, Juin));
    }
}
