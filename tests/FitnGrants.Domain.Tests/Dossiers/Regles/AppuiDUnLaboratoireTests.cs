using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class AppuiDUnLaboratoireTests : RegleTests<AppuiDUnLaboratoire>
{
    private const string Message =
        "Le volet 2 exige l'appui d'un laboratoire d'innovation territoriale : "
        + "indiquez-le et joignez sa lettre d'engagement.";

    [Fact]
    public void Un_laboratoire_et_sa_lettre_suffisent() =>
        Attendre(DansLeGrandEst(p => p), Conforme, "Laboratoire d'Alsace");

    [Fact]
    public void Sans_laboratoire_le_dépôt_est_refusé()
    {
        Attendre(DansLeGrandEst(p => p with { Laboratoire = null }), Bloquant, Message, "laboratoire.nom");
        Attendre(DansLeGrandEst(p => p with { Laboratoire = null }, Moment.Simulation), AVerifier, Message);
    }

    [Fact]
    public void Un_nom_vide_n_est_pas_un_laboratoire() => Attendre(
        DansLeGrandEst(p => p with { Laboratoire = new Laboratoire(" ", Lettre: true) }, Moment.Simulation), Bloquant,
            Message);

    [Fact]
    public void Sans_lettre_le_dépôt_est_refusé()
    {
        Attendre(DansLeGrandEst(p => p with { Laboratoire = new Laboratoire("L", Lettre: false) }), Bloquant, Message,
            "laboratoire.lettre");
        Attendre(DansLeGrandEst(p => p with { Laboratoire = new Laboratoire("L", Lettre: null) }), Bloquant, Message,
            "laboratoire.lettre");
        Attendre(DansLeGrandEst(p => p with { Laboratoire = new Laboratoire("L", Lettre: null) }, Moment.Simulation),
            AVerifier);
    }

    [Fact]
    public void Le_volet_1_ne_demande_pas_de_laboratoire() =>
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
}
