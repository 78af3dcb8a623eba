using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Documents;

/// <summary>Address and telephone of each service, settings of the instance; empty ones are said to be so.</summary>
public sealed class ServicesInstructeurs(IConfiguration configuration, IOptions<OptionsDemonstration> demonstration)
{
    public bool Demonstration => demonstration.Value.Active;

    /// <summary>
    /// Where a document's code is checked: the public address of this instance when it is set, else the name of its page.
    /// </summary>
    public string Verification(string code) =>
        configuration["AdressePublique"]?.TrimEnd('/') is { Length: > 0 } adresse
            ? $"sur {adresse}/verification/{code}"
            : Francais.Typographier("à la page « Vérifier un document » de ce service (/verification)");

    public string Coordonnees(string departement)
    {
        var section = configuration.GetSection($"ServicesInstructeurs:{departement}");
        string Valeur(string cle, string absent) => section[cle] is { Length: > 0 } v ? v : absent;
        if (!section.GetChildren().Any())
            return Francais.Typographier("coordonnées non renseignées par cette instance.");
        return Francais.Typographier(
            $"{Valeur("Adresse", "Adresse non renseignée par cette instance")} ; {Valeur("Telephone", "téléphone non renseigné")} ; "
                + $"{Valeur("Courriel", "courriel non renseigné")}."
        );
    }
}
