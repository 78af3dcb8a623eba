using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using FitnGrants.Web.Donnees;
using Npgsql;

namespace FitnGrants.Bench;

/// <summary>
/// The work list at two sizes: the real program over a private PostgreSQL, a database for each size, requests in turn. Dossiers
/// are copied as rows alone, over the four départements of a région.
/// </summary>
public static partial class MesureDeLaListe
{
    private const int Requetes = 60;
    private const string Liste = "/instruction?Onglet=a-prendre";
    private const string Recherche = "/instruction?Q=coumune+de+lannion";
    private const string Copie = """
        insert into dossiers ({0})
        select {1} from (select * from dossiers where etat = 'Depose' and volet = 1 order by numero limit 1) d, generate_series(1,
        @nombre) g,
            lateral jsonb_populate_record(null::dossiers, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(), 'numero',
            'MESURE-' || g, 'jeton', 'mesure-' || g,
                'departement', (array['22', '29', '35', '56'])[1 + g % 4], 'echeance_le', date '2021-06-01' + (g % 300), 'titre',
                'Projet ' || g,
                'recherche', case when g = 4 then 'commune de lannion' else 'commune de ' || (array['plouha', 'lanvollon', 'lanmeur',
                'landivisiau', 'brest', 'guingamp', 'loudeac', 'dinan'])[1 + g % 8] end
                    || ' ' || (200000000 + g) || ' guichet ' || md5(g::text) || ' fitn bzh v1 2021 ' || g)) x
        """;

    public static async Task FaireAsync(int petit, int grand)
    {
        const string Web = "src/FitnGrants.Web";
        var dossier = Directory.CreateTempSubdirectory("fitn-mesure-").FullName;
        await using var postgres = await PostgresEmbarque.DemarrerAsync(
            Path.GetFullPath(Path.Combine(Web, "node_modules")),
            dossier,
            _ => { },
            ephemere: true
        );
        var services = new List<Service>();
        try
        {
            foreach (var nombre in new[] { petit, grand })
                services.Add(await Service.DemarrerAsync(postgres, nombre, Web, dossier));
            foreach (var adresse in new[] { Liste, Recherche })
                await ComparerAsync(services, adresse);
            foreach (var fichier in new[] { "csv", "xlsx" })
                await services[1].ExporterAsync($"/instruction/export.{fichier}?Onglet=a-prendre");
        }
        finally
        {
            services.ForEach(s => s.Dispose());
            await postgres.DisposeAsync();
            Directory.Delete(dossier, recursive: true);
        }
    }

    private static async Task ComparerAsync(List<Service> services, string adresse)
    {
        var durees = services.ConvertAll(_ => new List<double>());
        for (var i = 0; i < Requetes + 10; i++)
        {
            for (var s = 0; s < services.Count; s++)
            {
                var depart = Stopwatch.GetTimestamp();
                await services[s].Client.GetStringAsync(new Uri(adresse, UriKind.Relative));
                if (i >= 10)
                    durees[s].Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
            }
        }
        var medianes = durees.ConvertAll(d => d.Order().ElementAt(Requetes / 2));
        for (var s = 0; s < services.Count; s++)
        {
            var lente = durees[s].Order().ElementAt(Requetes * 9 / 10);
            var premiers = await services[s].PremiersAsync(adresse);
            Dire($"{adresse} at {services[s].Nombre}: median {medianes[s]:0.0} ms, p90 {lente:0.0} ms; first: {premiers}");
        }
        Dire($"{adresse}: {services[^1].Nombre} against {services[0].Nombre}: x {medianes[^1] / medianes[0]:0.00}");
    }

    private static void Dire(FormattableString phrase) => Console.WriteLine(phrase.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<mot>[^\"]+)\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Jeton();

    [GeneratedRegex(
        "<a href=\"/instruction/[^\"]*\">(?<mot>[^<]+)</a><span class=\"secondaire\">",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Titres();

    /// <summary>The program over its own database.</summary>
    private sealed class Service(Process programme, HttpClient client, int nombre) : IDisposable
    {
        public int Nombre => nombre;

        public HttpClient Client => client;

        public static async Task<Service> DemarrerAsync(PostgresEmbarque postgres, int nombre, string web, string dossier)
        {
            var baseDeDonnees = $"mesure_{nombre}";
            await ExecuterAsync(postgres.Connexion, $"create database {baseDeDonnees}");
            using var ecoute = new TcpListener(IPAddress.Loopback, 0);
            ecoute.Start();
            var adresse = $"http://127.0.0.1:{((IPEndPoint)ecoute.LocalEndpoint).Port}";
            ecoute.Stop();
            var info = new ProcessStartInfo(
                "dotnet",
                [Path.GetFullPath(Path.Combine(web, "bin", "Release", "net10.0", "FitnGrants.Web.dll"))]
            )
            {
                WorkingDirectory = web,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            info.Environment["ASPNETCORE_ENVIRONMENT"] = "Demonstration";
            info.Environment["ASPNETCORE_URLS"] = adresse;
            info.Environment["ConnectionStrings__Fitn"] = postgres.Pour(baseDeDonnees);
            info.Environment["FITN_DATA"] = dossier;
            var programme = Process.Start(info)!;
            programme.OutputDataReceived += (_, _) => { };
            programme.BeginOutputReadLine();
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
            {
                BaseAddress = new Uri(adresse),
            };
            var service = new Service(programme, client, nombre);
            await service.AttendreAsync();
            await RemplirAsync(postgres.Pour(baseDeDonnees), nombre);
            await service.SeConnecterAsync();
            return service;
        }

        /// <summary>Titles of the first three lines.</summary>
        public async Task<string> PremiersAsync(string adresse) =>
            string.Join(
                " | ",
                Titres()
                    .Matches(await client.GetStringAsync(new Uri(adresse, UriKind.Relative)))
                    .Take(3)
                    .Select(m => WebUtility.HtmlDecode(m.Groups["mot"].Value))
            );

        public async Task ExporterAsync(string adresse)
        {
            programme.Refresh();
            var (avant, depart) = (programme.PeakWorkingSet64, Stopwatch.GetTimestamp());
            await using var corps = await client.GetStreamAsync(new Uri(adresse, UriKind.Relative));
            var premier = 0.0;
            long octets = 0;
            var tampon = new byte[81920];
            for (int lus; (lus = await corps.ReadAsync(tampon)) > 0; octets += lus)
                premier = premier == 0 ? Stopwatch.GetElapsedTime(depart).TotalMilliseconds : premier;
            programme.Refresh();
            var (duree, memoire) = (Stopwatch.GetElapsedTime(depart).TotalSeconds, (programme.PeakWorkingSet64 - avant) / 1e6);
            Dire($"{adresse}: {octets / 1e6:0.0} MB in {duree:0.0} s, first octet after {premier:0} ms, peak memory + {memoire:0} MB");
        }

        public void Dispose()
        {
            programme.Kill(entireProcessTree: true);
            programme.WaitForExit();
            programme.Dispose();
            client.Dispose();
        }

        private async Task AttendreAsync()
        {
            using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
            while (await pouls.WaitForNextTickAsync() && !programme.HasExited)
            {
                try
                {
                    using var reponse = await client.GetAsync(new Uri("/sante/pret", UriKind.Relative));
                    if (reponse.IsSuccessStatusCode)
                        return;
                }
                catch (HttpRequestException)
                {
                    // Not listening yet.
                }
            }
            throw new InvalidOperationException("The program stopped before it answered.");
        }

        private static async Task RemplirAsync(string connexion, int nombre)
        {
            var colonnes = new List<string>();
            await using var source = NpgsqlDataSource.Create(connexion);
            await using (
                var lire = source.CreateCommand(
                    "select quote_ident(column_name) from information_schema.columns where table_schema = 'public' and table_name = "
                        + "'dossiers' and is_generated = 'NEVER'"
                )
            )
            await using (var lecteur = await lire.ExecuteReaderAsync())
                while (await lecteur.ReadAsync())
                    colonnes.Add(lecteur.GetString(0));
            await using (
                var copier = source.CreateCommand(
                    string.Format(
                        CultureInfo.InvariantCulture,
                        Copie,
                        string.Join(", ", colonnes),
                        string.Join(", ", colonnes.Select(c => "x." + c))
                    )
                )
            )
            {
                copier.CommandTimeout = 0;
                copier.Parameters.AddWithValue("nombre", nombre);
                await copier.ExecuteNonQueryAsync();
            }
            await ExecuterAsync(connexion, "vacuum analyze dossiers");
        }

        private async Task SeConnecterAsync()
        {
            var page = await client.GetStringAsync(new Uri("/compte/connexion", UriKind.Relative));
            using var corps = new FormUrlEncodedContent([
                KeyValuePair.Create("compte", "instructeur.22@demo.example"),
                KeyValuePair.Create("__RequestVerificationToken", Jeton().Match(page).Groups["mot"].Value),
            ]);
            using var reponse = await client.PostAsync(new Uri("/compte/demonstration", UriKind.Relative), corps);
            if (reponse.StatusCode != HttpStatusCode.Redirect)
                throw new InvalidOperationException($"Signing in answered {reponse.StatusCode}.");
        }

        private static async Task ExecuterAsync(string connexion, string sql)
        {
            await using var source = NpgsqlDataSource.Create(connexion);
            await using var commande = source.CreateCommand(sql);
            commande.CommandTimeout = 0;
            await commande.ExecuteNonQueryAsync();
        }
    }
}
