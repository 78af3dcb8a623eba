using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FitnGrants.Web.Courriels;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Tests.Courriels;

/// <summary>STARTTLS and credentials against a real server.</summary>
[Trait("duree", "longue")]
public sealed class ServeurSmtpTests
{
    [Fact]
    public async Task Un_serveur_chiffre_et_un_compte_juste_recoivent_le_message()
    {
        var (cle, certificat, empreinte) = Certificat();
        await using var serveur = await ServeurDEssai.DemarrerAsync("fitn", "secret", cle, certificat);

        var (remise, erreur) = await RemettreAsync(
            Reglages(serveur) with
            {
                Empreinte = empreinte,
                Utilisateur = "fitn",
                MotDePasse = "secret",
            }
        );

        Assert.Equal((Remise.Faite, null), (remise, erreur));
        var recu = Assert.Single(await serveur.RecusAsync(1));
        Assert.Equal((true, "fitn"), (recu.Chiffre, recu.Compte));
    }

    [Fact]
    public async Task Un_mot_de_passe_refuse_est_une_panne_du_serveur_pas_du_message()
    {
        var (cle, certificat, empreinte) = Certificat();
        await using var serveur = await ServeurDEssai.DemarrerAsync("fitn", "secret", cle, certificat);

        var (remise, _) = await RemettreAsync(Reglages(serveur) with { Empreinte = empreinte, Utilisateur = "fitn", MotDePasse = "autre" });

        Assert.Equal((Remise.EnPanne, 0), (remise, serveur.Nombre));
    }

    [Fact]
    public async Task Un_certificat_que_personne_ne_garantit_ne_recoit_rien()
    {
        var (cle, certificat, _) = Certificat();
        await using var serveur = await ServeurDEssai.DemarrerAsync(cle: cle, certificat: certificat);

        var (remise, erreur) = await RemettreAsync(Reglages(serveur));

        Assert.Equal((Remise.EnPanne, 0), (remise, serveur.Nombre));
        Assert.NotEmpty(erreur!);
    }

    [Fact]
    public async Task Un_serveur_sans_chiffrement_ne_recoit_rien_en_clair()
    {
        await using var serveur = await ServeurDEssai.DemarrerAsync();

        Assert.Equal(Remise.EnPanne, (await RemettreAsync(Reglages(serveur))).Remise);
        Assert.Equal(0, serveur.Nombre);
    }

    [Fact]
    public async Task Un_serveur_absent_est_une_panne()
    {
        var serveur = await ServeurDEssai.DemarrerAsync();
        await serveur.ArreterAsync();

        Assert.Equal(Remise.EnPanne, (await RemettreAsync(Reglages(serveur))).Remise);
    }

    /// <summary>What the server refuses of this service is no fault of the person it writes to.</summary>
    [Theory]
    [InlineData("refuse@fitn.example", "personne@essai.example", Remise.EnPanne)]
    [InlineData("service@fitn.example", "inconnu@essai.example", Remise.Impossible)]
    [InlineData("service@fitn.example", "plein@essai.example", Remise.Differee)]
    [InlineData("service@fitn.example", "rené@essai.example", Remise.Impossible)]
    public async Task Un_refus_concerne_la_personne_ou_le_serveur(string de, string pour, Remise attendue)
    {
        await using var serveur = await ServeurDEssai.DemarrerAsync();
        using var message = MiseEnPage.Composer(de, pour, [UneDistribution.UnCourriel("", "Objet")], "", []);

        var (remise, erreur) = await new ServeurSmtp(
            Options.Create(
                new OptionsDeCourriel
                {
                    Serveur = "localhost",
                    Port = serveur.Port,
                    Tls = false,
                }
            )
        ).RemettreAsync(message, CancellationToken.None);

        Assert.Equal((attendue, 0), (remise, serveur.Nombre));
        Assert.NotEmpty(erreur!);
    }

    private static Reglage Reglages(ServeurDEssai serveur) => new(serveur.Port);

    private static async Task<(Remise Remise, string? Erreur)> RemettreAsync(Reglage reglage)
    {
        using var message = MiseEnPage.Composer(
            "service@fitn.example",
            "personne@essai.example",
            [UneDistribution.UnCourriel("", "Objet")],
            "",
            []
        );
        return await new ServeurSmtp(
            Options.Create(
                new OptionsDeCourriel
                {
                    Serveur = "localhost",
                    Port = reglage.Port,
                    Utilisateur = reglage.Utilisateur,
                    MotDePasse = reglage.MotDePasse,
                }
            )
        )
        {
            // This one certificate, and nothing else.
            Confiance = reglage.Empreinte is null
                ? null
                : (_, c, _, _) => c?.GetCertHashString(HashAlgorithmName.SHA256) == reglage.Empreinte,
        }.RemettreAsync(message, CancellationToken.None);
    }

    private static (string Cle, string Certificat, string Empreinte) Certificat()
    {
        using var cle = RSA.Create(2048);
        var demande = new CertificateRequest("CN=localhost", cle, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificat = demande.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        return (cle.ExportPkcs8PrivateKeyPem(), certificat.ExportCertificatePem(), certificat.GetCertHashString(HashAlgorithmName.SHA256));
    }

    private sealed record Reglage(int Port, string? Utilisateur = null, string? MotDePasse = null, string? Empreinte = null);
}
