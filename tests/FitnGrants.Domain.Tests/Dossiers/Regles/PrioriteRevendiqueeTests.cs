using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PrioriteRevendiqueeTests : RegleTests<PrioriteRevendiquee>
{
    private static Constat Dire(Reglement reglement, string code, Moment moment = Moment.Depot, params Revendication[] revendications) =>
        Assert.Single(Juger(reglement, UneCandidature.Bretonne.Avec(p => p with { Revendications = [.. revendications] }), moment), c =>
            c.Regle == code
        );

    [Fact]
    public void Chaque_dispositif_a_les_siennes()
    {
        Assert.Equal(
            ["R38", "R40", "R41", "R42", "R43", "R44", "R45", "R51", "R52", "R53", "R58"],
            Codes(UnReglement.Bretagne).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["R45"], Codes(UnReglement.HautRhin));
        Assert.Equal(["R45", "R76"], Codes(UnReglement.GrandEst));
    }

    [Theory]
    [InlineData("R38", Priorite.InclusionNumerique)]
    [InlineData("R40", Priorite.Ruralite)]
    [InlineData("R41", Priorite.ParticipationDesUsagers)]
    [InlineData("R42", Priorite.Experimentation)]
    [InlineData("R43", Priorite.AppuiAuxAutresProjets)]
    [InlineData("R44", Priorite.ResilienceEtFrugalite)]
    [InlineData("R45", Priorite.VieQuotidienne)]
    [InlineData("R51", Priorite.Replicabilite)]
    [InlineData("R52", Priorite.EvaluationDeLImpact)]
    [InlineData("R53", Priorite.PrestatairesLocaux)]
    [InlineData("R58", Priorite.Cooperation)]
    public void Revendiquée_et_justifiée_elle_est_conforme_et_ne_parle_que_de_la_sienne(string code, Priorite priorite)
    {
        var dite = new Revendication(priorite, Oui: true, "Deux ateliers avec les habitants.");
        Attendre(Dire(UnReglement.Bretagne, code, Moment.Depot, dite), Conforme, champ: $"revendications.{priorite}");
        Assert.Equal(
            [code],
            Juger(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(p => p with { Revendications = [dite] }))
                .Where(c => c.Resultat == Conforme)
                .Select(c => c.Regle)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Sans_justification_elle_donne_une_alerte_dans_chaque_dispositif(string? justification)
    {
        var quotidien = new Revendication(Priorite.VieQuotidienne, Oui: true, justification);
        Assert.All(UnReglement.Tous, r =>
        {
            Attendre(Dire(r, "R45", Moment.Depot, quotidien), Alerte, "dites en une phrase", "revendications.VieQuotidienne");
            Attendre(Dire(r, "R45", Moment.Simulation, quotidien), Alerte);
        });
        var contrat = new Revendication(Priorite.DemarcheContractuelle, Oui: true, justification);
        Attendre(Dire(UnReglement.GrandEst, "R76", Moment.Depot, contrat), Alerte, champ: "revendications.DemarcheContractuelle");
    }

    [Fact]
    public void Ne_pas_la_revendiquer_n_est_jamais_un_manque()
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
        {
            Attendre(
                Dire(UnReglement.Bretagne, "R38", moment, new Revendication(Priorite.Ruralite, Oui: true, "Oui")),
                SansObjet,
                "n'est pas revendiquée"
            );
            var non = new Revendication(Priorite.InclusionNumerique, Oui: false, "Non");
            Attendre(Dire(UnReglement.Bretagne, "R38", moment, non), SansObjet);
            Assert.All(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(p => p with { Revendications = null }), moment), c =>
                Assert.Equal(AVerifier, c.Resultat)
            );
        }
    }

    [Theory]
    [InlineData("Inconnue")]
    [InlineData("99")]
    [InlineData("")]
    public void Un_paramètre_qui_n_en_est_pas_une_ne_juge_rien(string priorite)
    {
        var parametres = new Parametres(ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("priorite", [priorite]));
        Assert.Null(PrioriteRevendiquee.De(parametres));
        Assert.Null(PrioriteRevendiquee.De(Parametres.Aucun));
        var reglement = UnReglement.HautRhin with
        {
            Regles = [.. UnReglement.HautRhin.Regles.Where(r => r.Code == "R45").Select(r => r with { Parametres = parametres })],
        };
        var dite = new Revendication(Priorite.VieQuotidienne, Oui: true, null);
        Attendre(Dire(reglement, "R45", Moment.Depot, dite), SansObjet);
        Assert.Empty(reglement.Regles[0].Regle.Exemples(reglement.Regles[0], new Modele(UnReglement.HautRhin)));
    }

    private static IEnumerable<string> Codes(Reglement reglement) => Juger(reglement, UneCandidature.Bretonne).Select(c => c.Regle);
}
