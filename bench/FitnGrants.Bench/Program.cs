using System.Diagnostics;
using System.Globalization;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Reglements;

// « liste » measures the work list at two sizes instead.
if (args is ["liste", .. var tailles])
{
    var nombres = tailles.Select(t => int.Parse(t, CultureInfo.InvariantCulture)).ToArray();
    await FitnGrants.Bench.MesureDeLaListe.FaireAsync(
        nombres.ElementAtOrDefault(0) is > 0 and var petit ? petit : 1_000,
        nombres.ElementAtOrDefault(1) is > 0 and var grand ? grand : 100_000
    );
    return;
}

// How long the rules take, in process, with every rule of every published règlement: a figure, not a test.
const int Simulations = 1_000;
const int Tours = 7;
var dossier = args.Length > 0 ? args[0] : "src/FitnGrants.Web/Reglements";
var reglements = Directory
    .EnumerateFiles(dossier, "*.yaml")
    .Order(StringComparer.Ordinal)
    .Select(f => LecteurDeReglement.Lire(Path.GetFileName(f), File.ReadAllText(f)))
    .ToList();
var candidatures = reglements.ConvertAll(r => (Reglement: r, Modele: new Modele(r)));
var durees = new List<TimeSpan>();
for (var tour = 0; tour < Tours; tour++)
{
    var depart = Stopwatch.GetTimestamp();
    for (var i = 0; i < Simulations; i++)
    {
        var (reglement, modele) = candidatures[i % candidatures.Count];
        var montant = new Euros(1_000m + i);
        var candidature = modele.Plan("", new Euros(20_000m), montant).Candidature;
        Examen.Faire(reglement, candidature, modele.Situation, Moment.Simulation);
    }
    durees.Add(Stopwatch.GetElapsedTime(depart));
}
durees.Sort();
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{Simulations} simulations, {reglements.Sum(r => r.Regles.Length)} rules in {reglements.Count} règlements: "
            + $"min {durees[0].TotalMilliseconds:0} ms, median {durees[Tours / 2].TotalMilliseconds:0} ms, max "
            + $"{durees[^1].TotalMilliseconds:0} ms"
    )
);
