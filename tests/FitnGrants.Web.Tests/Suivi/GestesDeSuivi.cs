using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>The forms of an act, one after the other, as who manages sends them on 22 June 2021.</summary>
internal static class GestesDeSuivi
{
    /// <summary>Everything that the edition asks for. The SIRET is typed without its page: no account represents these communes.</summary>
    public static async Task PreparerLActeAsync(this Instance instance, string numero, params (string, string?)[] termes)
    {
        var redige = await instance.LireAsync(db => db.ActeAsync(Actes.Agent, DateTimeOffset.UnixEpoch, async () =>
            {
                var acte = await db.ActesAttributifs.AsTracking().SingleAsync(a => a.Numero == numero + "-A1");
                acte.SaisirLesSirets(
                    acte.Beneficiaires.ToDictionary(
                        b => b.Siren,
                        b => (string?)Siret.SiegePlausible(b.Siren).Valeur,
                        StringComparer.Ordinal
                    ),
                    Actes.Agent
                );
                return acte;
            }));
        var gestion = await instance.EnTantQueAsync(numero.Contains("HR-V1") ? "gestionnaire.68" : "gestionnaire.bretagne");
        await gestion.FaireAsync(numero, "sirets/confirmation");
        await gestion.FaireAsync(
            numero,
            "acte",
            [
                .. Enumerable
                    .Range(0, redige.Beneficiaires.Length)
                    .SelectMany(i =>
                        new (string, string?)[] { ($"Deliberations[{i}].Le", "21/06/2021"), ($"Deliberations[{i}].Numero", "2021-42") }
                    ),
                ("MotifDesAlertes", "Vu."),
                .. termes,
            ]
        );
    }

    public static async Task SignerLActeAsync(this Navigateur gestion, Instance instance, string numero) =>
        await gestion.FaireAsync(
            numero,
            "signature",
            [
                ("SigneLe", "22/06/2021"),
                .. (await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == numero + "-A1"))).Beneficiaires.Select(
                    b => ($"Signatures[{b.Siren}]", (string?)"22/06/2021")
                ),
            ]
        );

    /// <summary>Sends a form of the page of the act; it is accepted.</summary>
    public static Task FaireAsync(this Navigateur gestion, string numero, string geste, params (string, string?)[] valeurs) =>
        gestion.FaireSurAsync($"/suivi/{numero}/acte", geste, valeurs);

    /// <summary>Sends a form of a page, by the end of its address; it is accepted.</summary>
    public static async Task FaireSurAsync(this Navigateur qui, string adresse, string geste, params (string, string?)[] valeurs)
    {
        var reponse = await qui.SoumettreAsync(await qui.LireAsync(adresse), $"form[action$='/{geste}']", valeurs);
        Assert.True(reponse.Code == HttpStatusCode.Redirect, $"{geste} : {reponse.De("main")}");
    }

    /// <summary>Sends a request of payment as it is typed.</summary>
    public static async Task TransmettreAsync(this Navigateur qui, string versement)
    {
        var page = await qui.LireAsync(versement);
        var champs = PageLue.Champs(page.Formulaire($"form[action='{versement}']"));
        var reponse = await qui.PosterAsync(versement + "/transmission", champs.Select(c => (c.Nom, (string?)c.Valeur)));
        Assert.True(reponse.Code == HttpStatusCode.Redirect, $"transmission : {reponse.De("main")}");
    }

    /// <summary>A report asked before its day by who manages, sent; then one more asked, to be written.</summary>
    public static async Task RendreUnEtatAsync(this Navigateur porteur, Navigateur gestion, string numero)
    {
        var etats = $"/suivi/{numero}/etats-des-lieux";
        await gestion.FaireSurAsync(etats, "demande", ("AvantLe", "15/07/2021"), ("Motif", "Conférence régionale."));
        var envoi = await porteur.SoumettreAsync(
            await porteur.LireAsync(etats + "/prochain"),
            "main form",
            ("Statut", "EnCours"),
            ("AvancementPct", "40"),
            ("Avancement", "Le portail est en essai."),
            ("DepensesPayees", "9000"),
            ("action", "transmettre")
        );
        Assert.True(envoi.Code == HttpStatusCode.Redirect, envoi.De("main"));
        await gestion.FaireSurAsync(etats, "demande", ("AvantLe", "16/07/2021"), ("Motif", "Conférence régionale."));
    }

    /// <summary>An accord brought to its execution: its act signed and received, its project begun, on 22 June 2021.</summary>
    public static async Task<string> EnExecutionAsync(
        this SeanceOuverte instance,
        string compte,
        string titre,
        decimal cout,
        decimal montant,
        string siren,
        Groupement? groupement = null
    )
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var porteur = await instance.EnTantQueAsync(compte);
        var numero = await instance.AccorderAsync(titre, cout, montant, siren, groupement);
        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(instance, numero);
        await gestion.FaireAsync(numero, "envoi");
        await porteur.LireAsync($"/suivi/{numero}/acte.pdf");
        var debut = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/suivi/{numero}/commencement"),
            "main form",
            ("CommenceLe", "22/06/2021"),
            ("Preuve", "acte")
        );
        Assert.Equal(HttpStatusCode.Redirect, debut.Code);
        return numero;
    }

    /// <summary>Communes that bear no dossier.</summary>
    public static async Task<string[]> SirensLibresAsync(this Instance instance, int nombre)
    {
        var sirens = await instance.LireAsync(db =>
            db.Collectivites.Where(c => !db.Dossiers.Any(d => d.Siren == c.Siren))
                .OrderByDescending(c => c.Siren)
                .Select(c => c.Siren)
                .Take(nombre)
                .ToArrayAsync()
        );
        Assert.Equal(nombre, sirens.Length);
        return sirens;
    }

    /// <summary>Copies a dossier, its accord and its act, once for each commune: numbers are a prefix and four digits.</summary>
    public static async Task CopierLeSuiviAsync(
        this Instance instance,
        string modele,
        string[] sirens,
        string jeton,
        string prefixe,
        string termes = "m.termes"
    )
    {
        var rang = $"(array['{string.Join("','", sirens)}'])[g]";
        await instance.CopierAsync(
            modele,
            sirens.Length,
            jeton,
            $"'numero', '{prefixe}' || lpad(g::text, 4, '0'), 'siren', {rang}, 'sirens', array[{rang}]"
        );
        var copies = $"select id, numero, siren, right(numero, 4)::int g from dossiers where numero like '{prefixe}%'";
        var leModele = $"m.dossier_id = (select id from dossiers where numero = '{modele}')";
        const string Decision = "(select c.id from decisions c where c.dossier_id = d.id)";
        await instance.CopierDesLignesAsync("decisions", leModele, copies, "'id', gen_random_uuid(), 'dossier_id', d.id");
        await instance.CopierDesLignesAsync(
            "engagements",
            leModele,
            copies,
            $"'decision_id', {Decision}, 'dossier_id', d.id, 'siren_reserve', d.siren"
        );
        await instance.CopierDesLignesAsync(
            "actes_attributifs",
            leModele,
            copies,
            $"""
            'id', gen_random_uuid(), 'dossier_id', d.id, 'decision_id', {Decision}, 'siren', d.siren, 'numero', d.numero || '-A1',
            'termes', {termes}
            """
        );
    }
}
