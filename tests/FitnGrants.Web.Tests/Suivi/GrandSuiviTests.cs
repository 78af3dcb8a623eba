using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Features.Suivi;
using FitnGrants.Web.Tests.Comite;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>A hundred thousand acts of fifty services, two thousand of them of the région, at every step.</summary>
public sealed class UnGrandSuivi(Serveur serveur) : SeanceOuverte(serveur)
{
    private const int Actes = 100_000;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var modele = await this.AccorderAsync("Modèle", 10000m, 5000m);
        await this.CopierAsync(modele, Actes, "FITN-BZH-V1-2019-", "'recherche', 'commune de ville' || g || ' projet ' || g * 7");
        await this.CopierDesLignesAsync(
            "actes_attributifs",
            $"m.numero = '{modele}-A1'",
            "select id, numero, row_number() over () g from dossiers where numero like 'FITN-BZH-V1-2019-%'",
            """
            'id', gen_random_uuid(), 'numero', d.numero || '-A1', 'dossier_id', d.id,
            'attribuant', case when g % 50 = 0 then m.attribuant else 'S' || g % 50 end,
            'etape', (array['AEditer', 'ASigner', 'ANotifier', 'EnAttenteDeReception', 'ACommencer', 'EnExecution',
                'ASolder', 'Termine'])[1 + (g / 50) % 8],
            'versement_attend', (array['AControler', 'AOrdonnancer', 'APayer', null])[1 + (g / 50) % 4],
            'versement_depuis', case when (g / 50) % 4 < 3 then m.etape_depuis + g * interval '1 minute' end,
            'avenant_etat', case when g % 100 = 0 then 'Demande' end,
            'avenant_depuis', case when g % 100 = 0 then m.etape_depuis + g * interval '1 minute' end,
            'etat_attend', case when g % 90 = 0 then 'ALire' end,
            'etat_depuis', case when g % 90 = 0 then m.etape_depuis + g * interval '1 minute' end,
            'etat_attendu_le', case when g % 70 = 0 then date '2021-02-01' + (g % 60)::int end,
            'etape_depuis', m.etape_depuis + g * interval '1 minute',
            'decide_le', date '2021-01-01' + (g % 400)::int,
            'departement', (array['22', '29', '35', '56'])[1 + g % 4],
            'departements_servis', case when g % 20 = 0 then array['22', '29'] else array[(array['22', '29', '35', '56'])[1 + g % 4]] end,
            'lieux', case when g % 20 = 0 then jsonb_build_array(
                    jsonb_build_object('Departement', '22', 'Montant', 3000.00),
                    jsonb_build_object('Departement', '29', 'Montant', 2000.00))
                else jsonb_build_array(jsonb_build_object(
                    'Departement', (array['22', '29', '35', '56'])[1 + g % 4], 'Montant', 5000.00)) end,
            'termes', jsonb_build_object('Objet', 'Projet ' || g, 'AchevementPrevu', '2022-06-30'),
            'beneficiaires', jsonb_build_array(jsonb_build_object(
                'Siren', m.siren, 'Nom', 'Commune de ville', 'Siret', m.siren || '00010')),
            'recu_le', case when g % 2 = 0 then date '2021-07-01' end,
            'etat_public', case when g % 30 = 0 then 'Caduque' when g % 2 = 0 then 'Attribuee' else 'Accord' end,
            'echeance_le', case when g % 3 = 0 then null else m.echeance_le + (g % 900)::int end
            """
        );
        // What a day of autovacuum leaves: an index is then read without its table.
        await SqlAsync($"vacuum analyze actes_attributifs");
    }
}

public sealed partial class GrandSuiviTests(UnGrandSuivi instance) : IClassFixture<UnGrandSuivi>
{
    public static TheoryData<string> Adresses =>
        [
            .. ListeDeSuivi.Onglets.Select(o => $"/suivi?Onglet={o.Cle}"),
            "/suivi?Q=ville700",
            "/suivi?Q=2103456789",
            "/suivi?Q=210345678",
            "/suivi?Departements=35",
        ];

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task Une_page_se_lit_en_six_commandes(string adresse)
    {
        var agent = await instance.EnTantQueAsync("gestionnaire.bretagne");
        await agent.LireAsync(adresse);
        var compteur = instance.Services.GetRequiredService<CompteurSql>();
        compteur.Oublier();

        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync(adresse)).Code);

        Assert.InRange(compteur.Commandes.Count, 1, 6);
    }

    public static TheoryData<string, string, string> Choix =>
        [
            .. ListeDeSuivi.Onglets.Select(o => (o.Cle, "", "")),
            (ListeDeSuivi.Onglets[0].Cle, "ville700", ""),
            (ListeDeSuivi.Onglets[0].Cle, "2103456789", ""),
            (ListeDeSuivi.Onglets[0].Cle, "210345678", ""),
            .. ListeDeSuivi.Onglets.Select(o => (o.Cle, "", "35")),
        ];

    [Theory]
    [MemberData(nameof(Choix))]
    public async Task Aucune_page_ne_parcourt_les_actes_ni_les_dossiers_de_tous(string onglet, string q, string departement)
    {
        var filtre = new SuiviFiltre
        {
            Onglet = onglet,
            Q = q,
            Departements = departement.Length == 0 ? [] : [departement],
        };
        var plan = await PlanAsync(l => l.Lire(ListeDeSuivi.Ranger(l.Choisir(filtre), filtre).Take(51)).Select(x => x.Numero));
        if (q.Length == 0)
            Assert.Contains("ix_actes_attributifs_attribuant", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on actes_attributifs", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on dossiers", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Seq Scan",
            await PlanAsync(l => l.Choisir(filtre).GroupBy(_ => 1).Select(g => g.Count())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Un_onglet_se_lit_par_pages_sans_trou_ni_double()
    {
        var agent = await instance.EnTantQueAsync("gestionnaire.bretagne");
        foreach (var onglet in ListeDeSuivi.Onglets)
        {
            var numeros = new List<string>();
            var page = await agent.LireAsync($"/suivi?Onglet={onglet.Cle}");
            for (var i = 0; i < 3; i++)
            {
                numeros.AddRange(page.Document.QuerySelectorAll("tbody a[href^='/suivi/']").Select(a => a.GetAttribute("href")!));
                page = await agent.LireAsync(page.Document.QuerySelector(".pagination a")!.GetAttribute("href")!);
            }
            Assert.Equal((150, 150), (numeros.Count, numeros.Distinct(StringComparer.Ordinal).Count()));
        }
    }

    private Task<string> PlanAsync<T>(Func<ListeDeSuivi, IQueryable<T>> requete) =>
        instance.ExpliquerAsync(db =>
            requete(
                new ListeDeSuivi(
                    db,
                    new Acteur(Guid.CreateVersion7(), "Agent", [new Habilitation(Role.Gestionnaire, Region: "53")]),
                    new DateOnly(2021, 9, 1)
                )
            )
        );
}
