using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class AppuiDUnLaboratoireTests : RegleTests<AppuiDUnLaboratoire>
{
    private const string Message =
        "Le volet 2 exige l'appui d'un laboratoire d'innovation territoriale : " + "indiquez-le et joignez sa lettre d'engagement.";

    [Fact]
    public void Un_laboratoire_et_sa_lettre_suffisent() => Attendre(DansLeGrandEst(p => p), Conforme, "Laboratoire d'Alsace");

    [Fact]
    public void Sans_laboratoire_le_dépôt_est_refusé()
    {
        Attendre(DansLeGrandEst(p => p with { Laboratoire = null }), Bloquant, Message, "laboratoire.nom");
        Attendre(DansLeGrandEst(p => p with { Laboratoire = null }, Moment.Simulation), AVerifier, Message);
    }

    [Fact]
    public void Un_nom_vide_n_est_pas_un_laboratoire() =>
        Attendre(DansLeGrandEst(p => p with { Laboratoire = new Laboratoire(" ", Lettre: true) }, Moment.Simulation), Bloquant, Message);

    [Fact]
    public void Sans_lettre_le_dépôt_est_refusé()
    {
        Attendre(
            DansLeGrandEst(p => p with { Laboratoire = new Laboratoire("L", Lettre: false) }),
            Bloquant,
            Message,
            "laboratoire.lettre"
        );
        Attendre(DansLeGrandEst(p => p with { Laboratoire = new Laboratoire("L", Lettre: null) }), Bloquant, Message, "laboratoire.lettre");
        Attendre(DansLeGrandEst(p => p with { Laboratoire = new Laboratoire("L", Lettre: null) }, Moment.Simulation), AVerifier);
    }

    [Theory]
    [InlineData(Moment.Depot, null, "Conforme")]
    [InlineData(Moment.Depot, TypePiece.LettreEngagementLaboratoire, "Conforme")]
    [InlineData(Moment.Depot, TypePiece.Devis, "Bloquant")]
    [InlineData(Moment.Simulation, TypePiece.Devis, "AVerifier")]
    public void Là_où_les_pièces_sont_connues_la_lettre_est_jointe(Moment moment, TypePiece? jointe, string attendu)
    {
        var constat = Assert.Single(
            Juger(UnReglement.GrandEst, UneCandidature.GrandEst with { Pieces = jointe is { } type ? [type] : null }, moment)
        );
        Attendre(
            constat,
            Enum.Parse<ResultatConstat>(attendu),
            jointe == TypePiece.Devis ? "Joignez la lettre d'engagement du laboratoire." : null,
            jointe == TypePiece.Devis ? "pieces.LettreEngagementLaboratoire" : null
        );
        Attendre(Assert.Single(Juger(UnReglement.GrandEst, UneCandidature.GrandEst)), Conforme, "lettre d'engagement déclarée");
        Attendre(
            Assert.Single(Juger(UnReglement.GrandEst, UneCandidature.GrandEst with { Pieces = [TypePiece.LettreEngagementLaboratoire] })),
            Conforme,
            "lettre d'engagement jointe"
        );
    }

    [Fact]
    public void Le_volet_1_ne_demande_pas_de_laboratoire() => AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
}
