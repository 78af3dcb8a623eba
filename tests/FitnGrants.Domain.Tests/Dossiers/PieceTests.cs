using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class PieceTests
{
    private static readonly DateTimeOffset Instant = Quand.Le(2021, 5, 12);

    public static TheoryData<EtatDossier> Fermes =>
        [
            .. Enum.GetValues<EtatDossier>()
                .Where(e => e is not (EtatDossier.Brouillon or EtatDossier.EnReconstruction or EtatDossier.ACompleter)),
        ];

    private static Piece Jointe(Dossier? dossier = null) =>
        Piece.Joindre(
            dossier ?? UnDossier.Brouillon(),
            TypePiece.Devis,
            new FichierRecu(Guid.CreateVersion7(), "devis.pdf", 12, "ab12", "application/pdf"),
            UnDossier.Representant,
            Instant
        );

    [Fact]
    public void Jointe_elle_attend_l_antivirus_et_le_journal_le_dit()
    {
        var piece = Jointe();
        Assert.Equal(
            (EtatPiece.EnAnalyse, Instant, Instant, true, (int?)null),
            (piece.Etat, piece.AjouteeLe, piece.AnalyserLe, piece.Compte, piece.Version)
        );
        Assert.Equal(new PieceDeposee(piece.Id, TypePiece.Devis, "devis.pdf", 12, "ab12"), piece.Deposee);
        Assert.Equal(
            $"Piece JoindrePiece : – → EnAnalyse [dossier={piece.DossierId}, par=Vern-sur-Seiche, représentant légal, sha256=ab12, "
                + "type=Devis]",
            Journal.Lignes(piece)[^1]
        );
    }

    [Theory]
    [MemberData(nameof(Fermes))]
    public void Un_dossier_que_son_porteur_n_écrit_plus_ne_reçoit_ni_ne_perd_de_pièce(EtatDossier etat)
    {
        var piece = Jointe();
        Assert.Throws<ActeImpossibleException>(() => Jointe(UnDossier.A(etat)));
        Assert.Throws<ActeImpossibleException>(() => piece.Retirer(UnDossier.A(etat), UnDossier.Representant, Instant));
        Assert.Null(piece.RetireeLe);
    }

    [Fact]
    public void À_revoir_notifié_elle_se_joint_et_se_retire_une_fois()
    {
        var dossier = UnDossier.A(EtatDossier.EnReconstruction);
        var piece = Jointe(dossier);
        piece.Retirer(dossier, UnDossier.Representant, Instant);
        Assert.Equal((Instant, false), (piece.RetireeLe, piece.Compte));
        Assert.Contains("RetirerPiece", Journal.Lignes(piece)[^1], StringComparison.Ordinal);
        Assert.Throws<ActeImpossibleException>(() => piece.Retirer(dossier, UnDossier.Representant, Instant));
    }

    [Fact]
    public void L_antivirus_répond_une_fois()
    {
        var (saine, infectee) = (Jointe(), Jointe());
        saine.DeclarerSaine(Instant);
        infectee.Refuser("Eicar", Instant);
        Assert.Equal((EtatPiece.Saine, null, Instant, true), (saine.Etat, saine.Motif, saine.AnalyseeLe, saine.Compte));
        Assert.Equal((EtatPiece.Refusee, "Eicar", false), (infectee.Etat, infectee.Motif, infectee.Compte));
        Assert.Contains("AnalyserPiece : EnAnalyse → Refusee", Journal.Lignes(infectee)[^1], StringComparison.Ordinal);
        foreach (var piece in new[] { saine, infectee })
        {
            Assert.Throws<ActeImpossibleException>(() => piece.DeclarerSaine(Instant));
            Assert.Throws<ActeImpossibleException>(() => piece.Refuser("x", Instant));
            Assert.Throws<ActeImpossibleException>(() => piece.Reporter("x", Instant));
            Assert.Throws<ActeImpossibleException>(() => piece.Relancer(UnDossier.Representant, Instant));
        }
    }

    [Fact]
    public void Sans_réponse_l_antivirus_est_redemandé_de_plus_en_plus_tard_puis_par_une_personne()
    {
        var piece = Jointe();
        var attentes = new List<int>();
        for (var i = 1; i < Piece.EssaisPermis; i++)
        {
            piece.Reporter("Injoignable.", Instant);
            attentes.Add((int)(piece.AnalyserLe - Instant).TotalSeconds);
            Assert.Equal((EtatPiece.EnAnalyse, i), (piece.Etat, piece.Essais));
        }
        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600], attentes);
        piece.Reporter("Injoignable.", Instant);
        Assert.Equal((EtatPiece.NonAnalysee, "Injoignable.", true), (piece.Etat, piece.Motif, piece.Compte));
        piece.Reporter("Injoignable.", Instant);
        Assert.Equal((EtatPiece.NonAnalysee, Instant.AddHours(1)), (piece.Etat, piece.AnalyserLe));
        piece.Relancer(UnDossier.Representant, Instant.AddDays(1));
        Assert.Equal(
            (EtatPiece.EnAnalyse, null, 0, Instant.AddDays(1), null),
            (piece.Etat, piece.Motif, piece.Essais, piece.AnalyserLe, piece.AnalyseeLe)
        );
        Assert.Contains("RelancerAnalyse", Journal.Lignes(piece)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Le_dépôt_garde_ses_pièces()
    {
        var dossier = UnDossier.Brouillon();
        var piece = Jointe(dossier);
        Assert.True(dossier.Deposer(UnDossier.Depot() with { Pieces = [piece.Deposee] }).EstAccepte);
        Assert.Equal(piece.Deposee, Assert.Single(dossier.Versions[0].Pieces));
    }
}
