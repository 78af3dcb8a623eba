using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>A part says which rules speak of it: those that put a finding beside one of its fields, and no other.</summary>
public sealed class ReglesDesRubriquesTests
{
    private static readonly Moment[] Moments = [Moment.Simulation, Moment.Depot, Moment.Instruction, Moment.Decision];

    [Fact]
    public void Chaque_rubrique_nomme_les_regles_qui_parlent_d_elle()
    {
        var vues = Rubrique.Toutes.ToDictionary(r => r.Cle, _ => new HashSet<Type>(), StringComparer.Ordinal);
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            from decision in AuHasard.Decisions
            from moment in Gen.Elements(Moments.AsEnumerable())
            select (reglement, candidature, situation, decision, moment),
            x => Noter(x.reglement, Examen.Faire(x.reglement, x.candidature, x.situation, x.moment, x.decision).Constats),
            cas: 3_000
        );
        foreach (var reglement in UnReglement.Tous)
        foreach (var activee in reglement.Regles)
            Noter(
                reglement,
                activee.Regle.Exemples(activee, new Modele(reglement)).Select(e => e.Juger(reglement, activee)).OfType<Constat>()
            );

        Assert.All(Rubrique.Toutes, r => Assert.Equal(vues[r.Cle].Select(t => t.Name).Order(), r.Regles.Select(t => t.Name).Order()));

        bool Noter(Reglement reglement, IEnumerable<Constat> constats)
        {
            foreach (var constat in constats)
                if (
                    Rubrique.DuChamp(constat.Champ) is { } cle
                    && vues.TryGetValue(cle, out var regles)
                    && reglement.Regles.FirstOrDefault(r => r.Code == constat.Activee)?.Regle is { } regle
                )
                    regles.Add(regle.GetType());
            return true;
        }
    }
}
