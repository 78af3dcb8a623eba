using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Services;

/// <summary>One version of a letter's template, as a service words it. Append-only: the last one is in use.</summary>
public sealed class ModeleDuService : Racine
{
    /// <summary>Letters of a template.</summary>
    public const int LongueurMaximale = 8000;

    private ModeleDuService() { }

    /// <summary>Code of the service: « 35 », « R53 ».</summary>
    public string Service { get; private set; } = "";

    public NatureDeLettre Nature { get; private set; }

    /// <summary>1 for the first one that the service wrote.</summary>
    public int Numero { get; private set; }

    /// <summary>The template; null where the service goes back to the one that is shipped.</summary>
    public string? Texte { get; private set; }

    public DateTimeOffset Le { get; private set; }

    /// <summary>Function of who wrote it.</summary>
    public string Par { get; private set; } = "";

    /// <summary>The next version.</summary>
    /// <param name="service">Code of the service.</param>
    /// <param name="nature">Which letter.</param>
    /// <param name="precedent">Number of the version in use; 0 for the shipped one.</param>
    /// <param name="texte">The template, already read and found usable; null for the shipped one.</param>
    /// <param name="par">Who writes it.</param>
    /// <param name="instant">When.</param>
    public static ModeleDuService Ecrire(
        string service,
        NatureDeLettre nature,
        int precedent,
        string? texte,
        Acteur par,
        DateTimeOffset instant
    )
    {
        var modele = new ModeleDuService
        {
            Id = Guid.CreateVersion7(),
            Service = service,
            Nature = nature,
            Numero = precedent + 1,
            Texte = texte,
            Le = instant,
            Par = par.Fonction,
        };
        modele.Noter(new EcrireUnModele(par.Fonction, service, nature, modele.Numero));
        return modele;
    }
}
