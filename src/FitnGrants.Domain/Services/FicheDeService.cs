using System.Collections.Immutable;

namespace FitnGrants.Domain.Services;

/// <summary>What a service says of itself on its documents, from a day on. No person is named in it.</summary>
public sealed record FicheDeService
{
    /// <summary>« Préfecture de la région Bretagne ».</summary>
    public string? Nom { get; init; }

    /// <summary>« Secrétariat général pour les affaires régionales »; null without one.</summary>
    public string? Direction { get; init; }

    /// <summary>Lines of the postal address, before its postcode.</summary>
    public ImmutableArray<string> Lignes { get; init; } = [];

    public string? CodePostal { get; init; }

    /// <summary>With « Cedex 9 » where there is one.</summary>
    public string? Ville { get; init; }

    public string? Telephone { get; init; }

    /// <summary>The mailbox of the service, never a person's.</summary>
    public string? Courriel { get; init; }

    /// <summary>Who follows an affair: « le référent transformation numérique de la préfecture ».</summary>
    public string? Suivi { get; init; }

    /// <summary>« Rennes », as in « Rennes, le 24 juin 2021 ».</summary>
    public string? Lieu { get; init; }

    /// <summary>Fourteen digits, of the State's service that attributes.</summary>
    public string? Siret { get; init; }

    /// <summary>What follows « le préfet »: « de la région Bretagne ».</summary>
    public string? Territoire { get; init; }

    /// <summary>The second title of the préfet: « d’Ille-et-Vilaine »; null without one.</summary>
    public string? SecondTitre { get; init; }

    /// <summary>« tribunal administratif de Rennes ».</summary>
    public string? Tribunal { get; init; }

    /// <summary>« 3 contour de la Motte, CS 44416, 35044 Rennes Cedex ».</summary>
    public string? AdresseDuTribunal { get; init; }

    /// <summary>Before whom the recours hiérarchique is formed: « ministre chargé de la transformation publique ».</summary>
    public string? Ministre { get; init; }

    /// <summary>
    /// Who pays its acts, proposed in each: « la direction régionale des finances publiques de Bretagne »; null without one.
    /// </summary>
    public string? Comptable { get; init; }

    /// <summary>Budget on which its acts are charged, proposed in each; null without one.</summary>
    public string? Imputation { get; init; }

    /// <summary>True where the service prints on its own headed paper: the letterhead is left empty.</summary>
    public bool EnteteImprime { get; init; }

    /// <summary>True where letters are signed by hand; else they are notified by the téléservice (CRPA L212-2).</summary>
    public bool LettresALaMain { get; init; }

    /// <summary>« 3 avenue de la Préfecture, 35026 Rennes Cedex 9 »; null while a part is missing.</summary>
    public string? Adresse =>
        Lignes.IsEmpty || string.IsNullOrWhiteSpace(CodePostal) || string.IsNullOrWhiteSpace(Ville)
            ? null
            : $"{string.Join(", ", Lignes)}, {CodePostal} {Ville}";

    /// <summary>What a document may need of the sheet.</summary>
    /// <param name="Nom">As people read it.</param>
    /// <param name="Champ">The control that writes it, on its page.</param>
    /// <param name="Lire">Its value.</param>
    /// <param name="DuRecours">True for what only the appeal routes print.</param>
    public sealed record Mention(string Nom, string Champ, Func<FicheDeService, string?> Lire, bool DuRecours = false);

    /// <summary>
    /// What no letter leaves without (CRPA L112-6, R112-5 : an address, a telephone, a mailbox), then what appeal routes need.
    /// </summary>
    public static ImmutableArray<Mention> Mentions { get; } =
    [
        new("le nom du service", nameof(Nom), f => f.Nom),
        new("son adresse postale", nameof(Lignes), f => f.Adresse),
        new("son téléphone", nameof(Telephone), f => f.Telephone),
        new("sa boîte aux lettres électronique", nameof(Courriel), f => f.Courriel),
        new("qui suit les dossiers", nameof(Suivi), f => f.Suivi),
        new("le lieu de signature", nameof(Lieu), f => f.Lieu),
        new("le titre du préfet", nameof(Territoire), f => f.Territoire),
        new("le tribunal administratif", nameof(Tribunal), f => f.Tribunal, true),
        new("l’adresse du tribunal", nameof(AdresseDuTribunal), f => f.AdresseDuTribunal, true),
        new("le ministre du recours hiérarchique", nameof(Ministre), f => f.Ministre, true),
    ];

    /// <summary>What it lacks.</summary>
    /// <param name="recours">True where appeal routes are printed.</param>
    public IEnumerable<Mention> Manques(bool recours) =>
        Mentions.Where(m => (recours || !m.DuRecours) && string.IsNullOrWhiteSpace(m.Lire(this)));
}
