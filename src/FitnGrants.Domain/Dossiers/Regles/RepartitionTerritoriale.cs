using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R55: laureates spread over the départements. The secretary is warned when one has none
/// at the last session; never a quota.</summary>
public sealed class RepartitionTerritoriale : Regle
{
    public override string Nom => "Répartition territoriale";

    public override string Phrase => "L’instance veille à la répartition des projets lauréats entre les départements.";

    public override ImmutableArray<string> Cles => ["repere"];

    /// <summary>
    /// Indicative euros of each département within the envelope (R3: 1 188 000 € are four times 297 000 €): shown, never blocking; null
    /// where the règlement says none.
    /// </summary>
    public static Euros? Repere(Reglement reglement) =>
        reglement.Regles.FirstOrDefault(r => r.Regle is RepartitionTerritoriale)?.Parametres.Entier("repere", 0) is > 0 and var repere
            ? new Euros(repere)
            : null;

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override Moment Moments => Moment.Decision;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var autres = modele.Reglement.Departements.Skip(1).ToList();
        Exemple Accord(string cas, IEnumerable<string> dotes) =>
            modele.Decider(cas, modele.Accord, s =>
                s with
                {
                    DateSeance = modele.Candidature.Jour,
                    Seances = [modele.Candidature.Jour],
                    LaureatsParDepartement = dotes.ToImmutableDictionary(d => d, _ => 1, StringComparer.Ordinal),
                }
            );
        return
        [
            Accord("Dernière séance : après cet accord, chaque département a un lauréat.", autres),
            Accord("Dernière séance : après cet accord, un département n’a aucun lauréat.", autres.Skip(1)),
        ];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen is not { Decision.Type: Seances.TypeDecision.Accord, Situation.LaureatsParDepartement: { } laureats })
            yield break;
        if (examen.Situation.Seances.Any(s => s > examen.Situation.DateSeance))
        {
            yield return juge.SansObjet("Une séance est encore à venir.");
            yield break;
        }
        var sans = examen
            .Reglement.Departements.Where(d => d != examen.Candidature.Porteur.Departement && laureats.GetValueOrDefault(d) == 0)
            .Select(Libelles.LeDepartement)
            .ToList();
        yield return sans.Count == 0
            ? juge.Conforme("chaque département a au moins un lauréat.")
            : juge.Alerte($"Après cet accord, aucun lauréat dans {Francais.Liste(sans)}. Ce n’est pas un quota.")
                .Avec("sans", Francais.Liste(sans));
    }
}
