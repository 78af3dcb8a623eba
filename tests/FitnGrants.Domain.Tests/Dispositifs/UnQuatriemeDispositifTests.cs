using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Dispositifs;

/// <summary>
/// A dispositif that numbers its rules otherwise is judged and explained as the others: a rule is its class, never its code.
/// </summary>
public sealed class UnQuatriemeDispositifTests
{
    private static readonly DateOnly Juin = new(2021, 6, 22);

    private static Reglement AvecDAutresCodes(Reglement reglement) =>
        reglement with
        {
            Regles = [.. reglement.Regles.Select(r => r with { Code = "Z-" + r.Code })],
            Tranches = [.. reglement.Tranches.Select(t => t with { Code = "Z-" + t.Code })],
        };

    /// <summary>Readings (A15, R82…) keep their own code: they come with the class.</summary>
    [Fact]
    public void Les_mêmes_dossiers_reçoivent_les_mêmes_constats() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            from decision in AuHasard.Decisions
            from moment in Gen.Elements(Moment.Simulation, Moment.Depot, Moment.Instruction, Moment.OrdreDuJour, Moment.Decision)
            select (reglement, candidature, situation, decision, moment),
            c =>
                Lire(Examen.Faire(AvecDAutresCodes(c.reglement), c.candidature, c.situation, c.moment, c.decision))
                    .SequenceEqual(Lire(Examen.Faire(c.reglement, c.candidature, c.situation, c.moment, c.decision))),
            cas: 150
        );

    private static IEnumerable<(string, string, ResultatConstat, string, Source, string?)> Lire(Examen examen) =>
        examen.Constats.Select(c =>
            (Nu(c.Regle), Nu(c.Activee), c.Resultat, c.Message.Replace("Z-", "", StringComparison.Ordinal), c.Source, c.Champ)
        );

    private static string Nu(string code) => code.StartsWith("Z-", StringComparison.Ordinal) ? code[2..] : code;

    [Fact]
    public void Un_jugement_de_similitude_conclut_la_ligne_du_refus_définitif()
    {
        var reglement = AvecDAutresCodes(UnReglement.Bretagne);
        var dossier = UnDossier.Depose(null, reglement);
        dossier.PrendreEnCharge(UnDossier.PriseEnCharge(reglement));

        Assert.True(
            dossier
                .JugerLaSimilitude(
                    new JugementDeSimilitude(
                        UnDossier.Instructeur,
                        Quand.Le(2021, 7, 1),
                        reglement,
                        "FITN-XX-V9-2021-00009",
                        Identique: true,
                        "Même objet."
                    )
                )
                .EstAccepte
        );

        Assert.Equal(Conclusion.NonConforme, dossier.Grille.Single(c => c.Regle == "Z-R67").Conclusion);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void La_séparation_tient_avec_ou_sans_la_règle_qui_motive(bool avec)
    {
        var reglement = AvecDAutresCodes(UnReglement.Bretagne);
        if (!avec)
            reglement = reglement with { Regles = [.. reglement.Regles.Where(r => r.Regle is not DecisionMotivee)] };
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var cadre = UneSeance.Cadre(seance, reglement) with { Par = UnDossier.Instructeur, SeparationStricte = true };

        var refus = seance.Decider(dossier, UneSeance.Refus(), cadre).Resultat.Refus;

        var constat = Assert.Single(refus, c => c.Nom == "Séparation de l’instruction et de la décision");
        Assert.Equal(avec ? ("Z-R64", false) : ("", true), (constat.Regle, constat.Source == Source.Aucune));
    }

    [Fact]
    public void Une_règle_se_trouve_par_sa_classe()
    {
        Assert.Equal("Z-R64", AvecDAutresCodes(UnReglement.Bretagne).Trouver<DecisionMotivee>()?.Code);
        Assert.Null((UnReglement.Bretagne with { Regles = [] }).Trouver<DecisionMotivee>());
    }
}
