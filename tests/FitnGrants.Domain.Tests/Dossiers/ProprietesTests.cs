using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FsCheck;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class ProprietesTests
{
    private static readonly Gen<decimal> Montants = Gen.OneOf(
        Gen.Choose(0, 1_000).Select(c => c / 100m),
        Gen.Choose(0, int.MaxValue).Select(c => c / 100m),
        Gen.Elements(0m, 0.01m, 0.02m, Euros.Maximum, -0.01m, -Euros.Maximum));

    private static readonly Gen<int?> Populations = Gen.OneOf(
        Gen.Choose(-1, 120_000).Select(p => (int?)p),
        Gen.Elements<int?>(null, 0, 1, 999, 1_000, 79_999, 80_000, 99_999, 100_000, int.MaxValue));

    private static readonly Gen<Reglement> Reglements = Gen.Elements(UnReglement.Tous.AsEnumerable());

    private static readonly Gen<DateOnly> Jours = Gen.OneOf(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber),
        Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29)));

    private static readonly Gen<DateTimeOffset> Instants = Gen.OneOf(
        Gen.Choose(2020, 2030).SelectMany(_ => Gen.Choose(0, 365 * 24 * 60), (annee, minutes) =>
            new DateTimeOffset(annee, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)),
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));

    private static Candidature Candidature(int? population, decimal cout, decimal montant) =>
        UneCandidature.HautRhinoise
        .De(UneCandidature.Commune(population)).Avec(p =>
            p.Depensant(UnProjet.Depense(cout)).Recevant(UnProjet.Fonds(montant)));

    private static Examen Simuler(Reglement reglement, Candidature candidature) =>
        Examen.Faire(reglement, candidature, Quand.Situation(reglement), Moment.Simulation);

    /// <summary>Under five cents, 20 % is less than one: no amount is lawful and the two bounds cross.</summary>
    [Fact]
    public void Le_plancher_ne_dépasse_jamais_le_plafond() => Hasard.Verifier(
        Reglements.SelectMany(_ => Populations, (r, p) => (r, p)).SelectMany(_ => Montants, (x, cout) =>
            (x.r, x.p, cout)),
        x =>
            x.cout < 0.05m || Simuler(x.r,
                Candidature(x.p, x.cout, 1m)).Bornes is not { } b || b.Plancher <= b.Plafond);

    [Fact]
    public void Baisser_le_montant_ne_le_rend_jamais_supérieur_au_maximum() => Hasard.Verifier(
        Populations.SelectMany(_ => Gen.Three(Montants), (p, m) =>
            (p, cout: m.Item1, haut: Math.Max(m.Item2, m.Item3), bas: Math.Min(m.Item2, m.Item3))),
        x => DepasseLeMaximum(x.p, x.cout, x.haut) || !DepasseLeMaximum(x.p, x.cout, x.bas));

    [Fact]
    public void Aucun_montant_aucune_date_aucun_taux_ne_fait_d_erreur() => Hasard.Verifier(
        from reglement in Reglements
        from population in Populations
        from montants in Gen.Three(Montants)
        from taux in Gen.Choose(0, 10_000)
        from jours in Gen.Three(Jours)
        from instant in Instants
        select (reglement, population, montants, taux, jours, instant),
        x =>
        {
            var reglement = x.reglement with
            {
                Tranches = [.. x.reglement.Tranches.Select(t => t with { Max = new Taux(x.taux / 100m) })],
            };
            var candidature = Candidature(x.population, x.montants.Item1, x.montants.Item2).Avec(p => p with
            {
                DateEffetConcret = x.jours.Item1,
                DatePremierActeJuridique = x.jours.Item2,
            }) with
            { Instant = x.instant };
            var situation = Quand.Situation(reglement) with { DateSeance = x.jours.Item3 };
            var accord = UneSeance.Accord(x.montants.Item3);
            foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
                Assert.NotEmpty(Examen.Faire(reglement, candidature, situation, moment).Constats);
            return Examen.Faire(reglement, candidature, situation, Moment.Decision, accord).Constats.Length > 0;
        });

    [Fact]
    public void Les_mêmes_faits_donnent_les_mêmes_constats() => Hasard.Verifier(
        Reglements.SelectMany(_ => Populations, (r, p) => (r, p)).SelectMany(_ => Gen.Two(Montants), (x, m) =>
            (x.r, x.p, m)),
        x => Lire(Simuler(x.r, Candidature(x.p, x.m.Item1, x.m.Item2)))
            .SequenceEqual(Lire(Simuler(x.r, Candidature(x.p, x.m.Item1, x.m.Item2)))));

    private static bool DepasseLeMaximum(int? population, decimal cout, decimal montant) =>
        Simuler(UnReglement.HautRhin, Candidature(population, cout, montant)).Constats
            .Any(c => c.Message.Contains("supérieur au maximum", StringComparison.Ordinal));

    private static IEnumerable<string> Lire(Examen examen) => examen.Constats.Select(c =>
        $"{c.Regle} {c.Resultat} {c.Message} {c.Champ} {c.Proposition} "
        + string.Join(' ', c.Valeurs.OrderBy(v => v.Key, StringComparer.Ordinal)));
}
