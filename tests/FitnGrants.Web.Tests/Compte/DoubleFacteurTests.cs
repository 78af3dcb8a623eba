using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Compte;

/// <summary>An application where agents sign in with a code, as outside a demonstration.</summary>
public sealed class DesAgentsACode(Serveur serveur) : Instance(serveur)
{
    protected override IReadOnlyDictionary<string, string?> Reglages { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Comptes:CodeDesAgents"] = "true" };
}

public sealed class DoubleFacteurTests(DesAgentsACode instance) : IClassFixture<DesAgentsACode>
{
    [Fact]
    public async Task Un_agent_active_son_code_avant_tout_et_le_donne_a_chaque_connexion()
    {
        const string Adresse = "instructeur.29@demo.example";
        var agent = instance.Anonyme();
        await EntrerAsync(agent, Adresse);
        Assert.Equal((HttpStatusCode.Redirect, "/compte/securite"), await VersAsync(agent, "/instruction"));
        var page = await agent.LireAsync("/compte/securite");
        Assert.Contains("Activez la connexion par code pour continuer.", page.Texte);
        var cle = page.De("code")!;
        Assert.NotEmpty(page.Document.QuerySelectorAll("[role=img] svg"));
        var refus = await agent.SoumettreAsync(page, "form[action$='/code']", ("Code", "000000"));
        Assert.StartsWith("Erreur : Ce code n'est pas le bon", refus.Erreur("Code"));

        var servi = Totp(cle, -1);
        Assert.Equal("/compte/securite/codes", (await agent.SoumettreAsync(refus, "form[action$='/code']", ("Code", servi))).Vers);
        var secours = (await agent.LireAsync("/compte/securite/codes"))
            .Document.QuerySelectorAll(".codes code")
            .Select(e => e.TextContent)
            .ToList();

        Assert.Equal(10, secours.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((HttpStatusCode.Redirect, "/compte/securite"), await VersAsync(agent, "/compte/securite/codes"));
        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync("/instruction")).Code);
        // The password alone opens nothing any more.
        var autre = instance.Anonyme();
        Assert.Equal("/compte/code?retour=%2Fcomite%2Fseances", (await EntrerAsync(autre, Adresse, "/comite/seances")).Vers);
        Assert.NotEqual(HttpStatusCode.OK, (await autre.LireAsync("/instruction")).Code);
        var code = await autre.LireAsync("/compte/code?retour=%2Fcomite%2Fseances");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await autre.SoumettreAsync(code, "main form", ("Code", "123456"))).Code);
        // What was read over the shoulder has served.
        Assert.StartsWith(
            "Erreur : Ce code n'est pas le bon, ou il a déjà servi",
            (await autre.SoumettreAsync(code, "main form", ("Code", servi))).Erreur("Code")
        );
        Assert.Equal("/comite/seances", (await autre.SoumettreAsync(code, "main form", ("Code", Totp(cle)))).Vers);
        Assert.Equal(HttpStatusCode.OK, (await autre.LireAsync("/instruction")).Code);
        // The button of a demonstration opens no more than the password does.
        var bouton = instance.Anonyme();
        var clic = await bouton.SoumettreAsync(
            await bouton.LireAsync("/compte/connexion"),
            "form[action='/compte/demonstration']",
            ("compte", Adresse)
        );
        Assert.Equal("/compte/code", clic.Vers);
        // A spare code is good once.
        foreach (var attendu in new[] { "/instruction", null })
        {
            var perdu = instance.Anonyme();
            await EntrerAsync(perdu, Adresse);
            Assert.Equal(
                attendu,
                (
                    await perdu.SoumettreAsync(await perdu.LireAsync("/compte/code"), "main form", ("Code", secours[0].ToLowerInvariant()))
                ).Vers
            );
        }
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                db.Journal.CountAsync(l => l.Acte == Acte.ActiverCode && db.Users.Any(u => u.Id == l.EntiteId && u.Email == Adresse))
            )
        );
    }

    [Fact]
    public async Task Un_code_ou_une_adresse_sans_mot_de_passe_ne_suffit_pas()
    {
        var visiteur = instance.Anonyme();
        var page = await visiteur.LireAsync("/compte/code");
        Assert.StartsWith(
            "Erreur : Trop de temps a passé",
            (await visiteur.SoumettreAsync(page, "main form", ("Code", "123456"))).Erreur("Code")
        );
        Assert.StartsWith("Erreur : Indiquez le code", (await visiteur.SoumettreAsync(page, "main form", ("Code", " "))).Erreur("Code"));
    }

    [Fact]
    public async Task Un_porteur_choisit_s_il_veut_un_code_et_le_rythme_de_ses_courriels()
    {
        var porteur = instance.Anonyme();
        Assert.Equal("/mes-dossiers", (await EntrerAsync(porteur, "porteur.vern@demo.example")).Vers);
        var page = await porteur.LireAsync("/compte/securite");
        Assert.DoesNotContain("Activez la connexion par code pour continuer.", page.Texte);
        await porteur.SoumettreAsync(page, "form[action$='/courriels']");
        Assert.True(
            await instance.LireAsync(db =>
                db.Users.Where(u => u.Email == "porteur.vern@demo.example").Select(u => u.NouvellesAussitot).SingleAsync()
            )
        );
        await porteur.SoumettreAsync(await porteur.LireAsync("/compte/securite"), "form[action$='/courriels']");
        Assert.False(
            await instance.LireAsync(db =>
                db.Users.Where(u => u.Email == "porteur.vern@demo.example").Select(u => u.NouvellesAussitot).SingleAsync()
            )
        );
        // Off again, with a code.
        var cle = (await porteur.LireAsync("/compte/securite")).De("code")!;
        await porteur.SoumettreAsync(await porteur.LireAsync("/compte/securite"), "form[action$='/code']", ("Code", Totp(cle)));
        await porteur.SoumettreAsync(await porteur.LireAsync("/compte/securite"), "form[action$='/desactivation']", ("Code", Totp(cle, 1)));
        Assert.Equal("/mes-dossiers", (await EntrerAsync(instance.Anonyme(), "porteur.vern@demo.example")).Vers);
    }

    private static async Task<(HttpStatusCode, string?)> VersAsync(Navigateur navigateur, string adresse)
    {
        var page = await navigateur.LireAsync(adresse);
        return (page.Code, page.Vers);
    }

    private static async Task<PageLue> EntrerAsync(Navigateur navigateur, string adresse, string? retour = null) =>
        await navigateur.SoumettreAsync(
            await navigateur.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", adresse),
            ("MotDePasse", ComptesDeDemonstration.MotDePasse),
            ("Retour", retour)
        );

    /// <summary>What a telephone shows for a key (RFC 6238), some steps of thirty seconds from now.</summary>
    public static string Totp(string cle, int decalage = 0)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(
            cle.Replace(" ", "", StringComparison.Ordinal)
                .Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        var octets = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var pas = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(pas, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + decalage);
#pragma warning disable CA5350 // The algorithm of the standard.
        var hmac = HMACSHA1.HashData(octets, pas);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hmac.AsSpan(hmac[^1] & 0xF)) & int.MaxValue) % 1_000_000).ToString(
            "000000",
            CultureInfo.InvariantCulture
        );
    }
}
