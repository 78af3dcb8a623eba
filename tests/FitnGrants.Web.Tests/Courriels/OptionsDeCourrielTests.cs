using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Tests.Courriels;

public sealed class OptionsDeCourrielTests
{
    private static readonly OptionsDeCourriel Regle = new() { Serveur = "smtp.example", Expediteur = "service@fitn.example" };

    [Fact]
    public void Sans_serveur_rien_n_est_a_verifier() => Assert.Null(Refus(new OptionsDeCourriel(), demonstration: false, adresse: null));

    [Theory]
    [InlineData(false, "Une démonstration n’écrit à personne")]
    [InlineData(true, null)]
    public void Une_demonstration_n_ecrit_qu_a_un_serveur_qui_ne_distribue_rien(bool capteur, string? attendu) =>
        Verifier(attendu, Refus(new OptionsDeCourriel { Serveur = "smtp.example", Capteur = capteur }, demonstration: true, adresse: null));

    [Fact]
    public void En_service_les_liens_et_l_expediteur_sont_exiges()
    {
        Verifier("Indiquez AdressePublique", Refus(Regle, demonstration: false, adresse: null));
        Verifier(
            "Indiquez Courriels__Expediteur",
            Refus(new OptionsDeCourriel { Serveur = "smtp.example" }, demonstration: false, adresse: "https://fitn.example")
        );
        Verifier(
            "n’est pas une adresse",
            Refus(
                new OptionsDeCourriel { Serveur = "smtp.example", Expediteur = "service" },
                demonstration: false,
                adresse: "https://fitn.example"
            )
        );
        Assert.Null(Refus(Regle, demonstration: false, adresse: "https://fitn.example"));
    }

    private static void Verifier(string? attendu, string? refus)
    {
        if (attendu is null)
            Assert.Null(refus);
        else
            Assert.Contains(attendu, refus, StringComparison.Ordinal);
    }

    private static string? Refus(OptionsDeCourriel options, bool demonstration, string? adresse) =>
        new ValidationDesCourriels(
            Options.Create(new OptionsDemonstration { Active = demonstration }),
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["AdressePublique"] = adresse })
                .Build()
        )
            .Validate(null, options)
            .FailureMessage;
}
