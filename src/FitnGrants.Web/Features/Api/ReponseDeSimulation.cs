using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Features.Api;

public sealed record ReponseDeSimulation(
    string Dispositif,
    string VersionReglement,
    bool Recevable,
    string Verdict,
    ReponseDeSimulation.PopulationVue Population,
    ReponseDeSimulation.TrancheVue? Tranche,
    decimal? Assiette,
    decimal? MontantDemande,
    decimal? TauxDemande,
    decimal? Plancher,
    decimal? Plafond,
    IReadOnlyList<ReponseDeSimulation.ConstatVu> Constats
)
{
    public sealed record PopulationVue(int? Retenue, string Reference, int? Millesime);

    public sealed record TrancheVue(int BorneInf, int? BorneSup, decimal? TauxMin, decimal TauxMax);

    public sealed record SourceVue(string Document, string? Citation);

    public sealed record ConstatVu(
        string Regle,
        string Resultat,
        string Message,
        SourceVue Source,
        IReadOnlyDictionary<string, string> Valeurs
    );

    public static ReponseDeSimulation De(Examen e)
    {
        var taux = e.Assiette is { } assiette ? e.Projet.MontantDemande?.Sur(assiette) : null;
        return new ReponseDeSimulation(
            e.Reglement.Code,
            e.Reglement.Version,
            e.Verdict != Domain.Dossiers.Verdict.NonEligible,
            e.Verdict.ToString(),
            new PopulationVue(e.Population, e.Reglement.PopulationReference.ToString(), e.Candidature.Porteur.Millesime),
            Vue(e.TrancheApplicable),
            e.Assiette?.Montant,
            e.Projet.MontantDemande?.Montant,
            taux is { } t ? Math.Round(t.Pourcentage, 2, MidpointRounding.AwayFromZero) : null,
            e.Bornes?.Plancher.Montant,
            e.Bornes?.Plafond.Montant,
            [
                .. e.Constats.Select(c => new ConstatVu(
                    c.Regle,
                    c.Resultat.ToString(),
                    c.Message,
                    new SourceVue(c.Source.Document, c.Source.Citation),
                    c.Valeurs
                )),
            ]
        );
    }

    private static TrancheVue? Vue(Tranche? t) =>
        t is null ? null : new TrancheVue(t.BorneInf, t.BorneSup, t.Min?.Pourcentage, t.Max.Pourcentage);
}
