using FitnGrants.Web.Pieces;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Tests.Pieces;

/// <summary>The pieces of one instance in a bucket.</summary>
public sealed class DesPiecesSurS3(Serveur serveur) : DesPieces(serveur)
{
    public Seau Seau { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Reglages =>
        new Dictionary<string, string?>(base.Reglages, StringComparer.Ordinal)
        {
            ["Pieces:S3:Seau"] = Seau.Nom,
            ["Pieces:S3:Adresse"] = Seau.Adresse,
            ["Pieces:S3:Prefixe"] = "essai",
            ["Pieces:S3:Cle"] = "S3RVER",
            ["Pieces:S3:Secret"] = "S3RVER",
        };

    public override async ValueTask InitializeAsync()
    {
        await Seau.DemarrerAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Seau.DisposeAsync();
    }

    public override void Vieillir(Guid cle) => Seau.Vieillir(cle);
}

[Trait("duree", "longue")]
public sealed class PiecesSurS3Tests(DesPiecesSurS3 instance) : PiecesTests(instance), IClassFixture<DesPiecesSurS3>
{
    [Fact]
    public async Task Un_seau_arrete_refuse_l_envoi_et_se_dit_puis_tout_reprend()
    {
        var (porteur, adresse) = await BrouillonAsync();
        await instance.Seau.ArreterAsync();

        var refus = await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: true, ("devis.pdf", instance.UnPdf()));
        var pret = await instance.Anonyme().LireAsync("/sante/pret");

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable), (refus.Code, pret.Code));
        Assert.Empty(await instance.PiecesAsync(adresse));
        await instance.Seau.DemarrerAsync();
        Assert.Equal(HttpStatusCode.OK, (await instance.Anonyme().LireAsync("/sante/pret")).Code);
        Assert.Equal(
            HttpStatusCode.OK,
            (await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: true, ("devis.pdf", instance.UnPdf()))).Code
        );
        Assert.Single(await instance.PiecesAsync(adresse));
    }

    [Theory]
    [InlineData(null, "cle", "secret")]
    [InlineData("s3", "cle", "secret")]
    [InlineData("https://s3.example", "", "secret")]
    [InlineData("https://s3.example", "cle", null)]
    public void Un_seau_a_moitie_regle_empeche_de_demarrer(string? adresse, string? cle, string? secret)
    {
        var options = new OptionsDePieces
        {
            S3 = new()
            {
                Seau = "pieces",
                Adresse = adresse,
                Prefixe = "p",
                Cle = cle,
                Secret = secret,
            },
        };

        Assert.Contains("Pieces__S3__Adresse", new ValidationDesPieces().Validate(null, options).FailureMessage);
        Assert.True(new ValidationDesPieces().Validate(null, new OptionsDePieces()).Succeeded);
        Assert.Equal(
            ValidateOptionsResult.Success,
            new ValidationDesPieces().Validate(
                null,
                new()
                {
                    S3 = new()
                    {
                        Seau = "p",
                        Adresse = "https://s3.example",
                        Prefixe = "p",
                        Cle = "c",
                        Secret = "s",
                    },
                }
            )
        );
        Assert.True(
            new ValidationDesPieces()
                .Validate(
                    null,
                    new()
                    {
                        S3 = new()
                        {
                            Seau = "p",
                            Adresse = "https://s3.example",
                            Cle = "c",
                            Secret = "s",
                        },
                    }
                )
                .Failed
        );
    }
}
