using System.Runtime.CompilerServices;
using System.Text.Json;
using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Web.Donnees;

/// <summary>An installed version of the public referential.</summary>
/// <param name="Dossier">Its folder in node_modules.</param>
/// <param name="Version">Its version: one major a year.</param>
public sealed record PaquetDuReferentiel(string Dossier, Version Version)
{
    /// <summary>1.x holds the populations 2018, in force in 2021; one more year each major (domain.md 3.5).</summary>
    public Millesime Millesime => new(2017 + Version.Major, new DateOnly(2020 + Version.Major, 1, 1));

    /// <summary>As people find it in package.json: its alias, then its version.</summary>
    public override string ToString() => $"@etalab/{Path.GetFileName(Dossier)} ({Version})";
}

/// <summary>Finds and reads every @etalab/decoupage-administratif that is installed, under whatever alias.</summary>
public static class PaquetsDuReferentiel
{
    private const string Nom = "@etalab/decoupage-administratif";

    /// <summary>The installed packages, the newest first.</summary>
    /// <exception cref="ReferentielInvalideException">None, an unknown version, or two that give the same year.</exception>
    public static IReadOnlyList<PaquetDuReferentiel> Trouver(string modules)
    {
        var racine = Path.Combine(modules, "@etalab");
        var dossiers = Directory.Exists(racine) ? Directory.GetDirectories(racine, "decoupage-administratif*") : [];
        if (dossiers.Length == 0)
            throw new ReferentielInvalideException($"aucun paquet {Nom} dans {modules} : lancez npm install.");
        List<PaquetDuReferentiel> paquets = [.. dossiers.Select(Identifier).OrderByDescending(p => p.Version)];
        foreach (var (recent, ancien) in paquets.Zip(paquets.Skip(1)))
            if (recent.Version.Major == ancien.Version.Major)
                throw new ReferentielInvalideException(
                    $"{recent} et {ancien} donnent tous deux les populations {recent.Millesime.Annee} : retirez l’un des deux."
                );
        return paquets;
    }

    /// <summary>Reads every package: codes, names and EPCI of the newest, figures of each.</summary>
    public static async Task<LotDeReferentiel> LireAsync(
        IReadOnlyList<PaquetDuReferentiel> paquets,
        Func<string, bool> garder,
        Action<string> dire,
        CancellationToken arret
    )
    {
        var lot = new LotDeReferentiel();
        foreach (var paquet in paquets)
        {
            dire($"Référentiel : lecture des populations {paquet.Millesime.Annee}…");
            try
            {
                await new Lecture(paquet, paquet == paquets[0], lot, garder).LireAsync(arret);
            }
            catch (Exception e)
                when (e is JsonException or InvalidDataException or InvalidOperationException or FormatException or IOException)
            {
                throw new ReferentielInvalideException($"{paquet} n’a pas la forme attendue : {e.Message}", e);
            }
        }
        lot.Dater([.. paquets.Select(p => p.Millesime.EnVigueurLe).Order()]);
        return lot;
    }

    private static PaquetDuReferentiel Identifier(string dossier)
    {
        var alias = $"@etalab/{Path.GetFileName(dossier)}";
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(dossier, "package.json")));
            var (nom, texte) = (Texte(json.RootElement, "name"), Texte(json.RootElement, "version"));
            if (nom == Nom && Version.TryParse(texte?.Split('-', '+')[0], out var version) && version.Major is >= 1 and <= 80)
                return new PaquetDuReferentiel(dossier, version);
            throw new ReferentielInvalideException(
                $"{alias} : version inconnue, « {nom} {texte} ». {Nom} 1.0.0 ou plus récent est attendu."
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException)
        {
            throw new ReferentielInvalideException($"{alias} : package.json illisible. {e.Message}", e);
        }
    }

    private static string? Texte(JsonElement e, string nom) => e.TryGetProperty(nom, out var v) ? v.GetString() : null;

    private static string Exiger(JsonElement e, string nom) =>
        Texte(e, nom) is { Length: > 0 } v ? v : throw new InvalidDataException($"« {nom} » manque.");

    private static int? Entier(JsonElement e, string nom) =>
        e.TryGetProperty(nom, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetInt32() : null;

    /// <summary>One package: its EPCI first, whose members give the figures of the communes.</summary>
    private sealed class Lecture(PaquetDuReferentiel paquet, bool recent, LotDeReferentiel lot, Func<string, bool> garder)
    {
        private readonly Dictionary<string, Membre> membres = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (string Departement, string Region)> territoires = new(StringComparer.Ordinal);
        private readonly List<Groupement> groupements = [];

        public async Task LireAsync(CancellationToken arret)
        {
            await foreach (var epci in ElementsAsync("epci.json", arret))
                LireEpci(epci);
            await foreach (var commune in ElementsAsync("communes.json", arret))
                if (Texte(commune, "type") == "commune-actuelle")
                    LireCommune(commune);
            foreach (var g in groupements)
                if (territoires.TryGetValue(g.Principale, out var t))
                    Ajouter(g.Siren, new LigneDeReferentiel(g.Nom, g.Nature, null, t.Departement, t.Region), g.Municipale, g.Totale);
            if (groupements.Count == 0 || territoires.Count == 0)
                throw new InvalidDataException("aucun EPCI ou aucune commune.");
        }

        private void LireEpci(JsonElement epci)
        {
            if (!epci.TryGetProperty("membres", out var liste) || liste.ValueKind != JsonValueKind.Array || liste.GetArrayLength() == 0)
                throw new InvalidDataException("un EPCI n’a pas de « membres ».");
            var siren = Exiger(epci, "code");
            foreach (var m in liste.EnumerateArray())
                membres[Exiger(m, "code")] = new Membre(
                    Exiger(m, "siren"),
                    siren,
                    Entier(m, "populationMunicipale"),
                    Entier(m, "populationTotale")
                );
            // epci.json gives no département: it is that of the most populous member.
            var principale = liste.EnumerateArray().MaxBy(m => Entier(m, "populationMunicipale") ?? 0);
            groupements.Add(
                new Groupement(
                    siren,
                    Exiger(epci, "nom"),
                    Nature(Exiger(epci, "type")),
                    Exiger(principale, "code"),
                    Entier(epci, "populationMunicipale"),
                    Entier(epci, "populationTotale")
                )
            );
        }

        private void LireCommune(JsonElement commune)
        {
            var code = Exiger(commune, "code");
            var (departement, region) = (Texte(commune, "departement") ?? "", Texte(commune, "region") ?? "");
            territoires[code] = (departement, region);
            var membre = membres.GetValueOrDefault(code);
            if ((membre?.Siren ?? Texte(commune, "siren")) is not { } siren)
            {
                lot.SansSiren += recent ? 1 : 0;
                return;
            }
            var ligne = new LigneDeReferentiel(
                Exiger(commune, "nom"),
                NatureJuridique.Commune,
                code,
                departement,
                region,
                recent ? membre?.Epci : null
            )
            {
                CodesPostaux =
                    commune.TryGetProperty("codesPostaux", out var codes) && codes.ValueKind == JsonValueKind.Array
                        ? [.. codes.EnumerateArray().Select(c => c.GetString()).OfType<string>()]
                        : [],
            };
            if (membre is not null)
                Ajouter(siren, ligne, membre.Municipale, membre.Totale, membre.Epci);
            else
                Ajouter(siren, ligne, Entier(commune, "population"), null);
        }

        private void Ajouter(string siren, LigneDeReferentiel ligne, int? municipale, int? totale, string? epci = null)
        {
            if (garder(siren))
                lot.Ajouter(
                    siren,
                    ligne,
                    new PopulationMillesime(paquet.Millesime.Annee, paquet.Millesime.EnVigueurLe, municipale, totale, epci)
                );
        }

        private async IAsyncEnumerable<JsonElement> ElementsAsync(string fichier, [EnumeratorCancellation] CancellationToken arret)
        {
            await using var flux = File.OpenRead(Path.Combine(paquet.Dossier, "data", fichier));
            await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(flux, cancellationToken: arret))
                yield return element;
        }

        private static NatureJuridique Nature(string type) =>
            type switch
            {
                "CC" => NatureJuridique.CC,
                "CA" => NatureJuridique.CA,
                "CU" => NatureJuridique.CU,
                "METRO" => NatureJuridique.Metropole,
                "MET69" => NatureJuridique.Met69,
                _ => throw new InvalidDataException($"type d’EPCI inconnu, « {type} »."),
            };

        private sealed record Membre(string Siren, string Epci, int? Municipale, int? Totale);

        private sealed record Groupement(string Siren, string Nom, NatureJuridique Nature, string Principale, int? Municipale, int? Totale);
    }
}
