using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>A piece beside the grid; empty for the one that a script fills.</summary>
public sealed record PieceACote(string? Nom, string? Adresse, string Fermer);

/// <summary>A request, above the grid.</summary>
/// <param name="Demande">What was asked, and what was answered.</param>
/// <param name="Reprise">Where one goes on without waiting; null for who may not.</param>
public sealed record DemandeMontree(string Numero, Demande Demande, string? Reprise)
{
    public string Titre =>
        Demande.CloseLe is not { } close ? $"Compléments demandés : réponse attendue avant le {Francais.Date(Demande.AvantLe)}"
        : Demande.Repondue ? $"Compléments reçus le {Francais.Date(JourDeParis.De(close))}"
        : $"Compléments non reçus, instruction reprise le {Francais.Date(JourDeParis.De(close))}";
}

/// <summary>An instruction opened again: what changed since it was closed.</summary>
public sealed record ReouvertureMontree(Reouverture Reouverture, string Numero, int Messages, int Avis);

/// <summary>A line of the grid, with what was typed of it.</summary>
public sealed record LigneDeGrille(Controle Ligne)
{
    /// <summary>True where the reader concludes it.</summary>
    public required bool Ouverte { get; init; }

    /// <summary>True for the first that is left to conclude.</summary>
    public required bool Premiere { get; init; }
    public required bool SeCote { get; init; }
    public required Conclusion? Choisie { get; init; }
    public required string? Motif { get; init; }
    public required int? Cote { get; init; }
    public required bool AVerifier { get; init; }

    /// <summary>Why what was typed is refused; null where it is not.</summary>
    public required string? Erreur { get; init; }

    /// <summary>What the source says, cut short.</summary>
    public string Source => Ligne.Citation is { } citation ? $"«\u00A0{Couper(citation)}\u00A0»" : Couper(Ligne.Document);

    public static LigneDeGrille De(ExamenPage page, Controle c) =>
        new(c)
        {
            Ouverte = page.EstOuverte,
            Premiere = c == page.AConclure.FirstOrDefault(),
            SeCote = page.SeCote(c),
            Choisie = page.Saisie?.Conclusions.GetValueOrDefault(c.Id) ?? c.Conclusion,
            Motif = page.Saisie is { } tape && tape.Motifs.TryGetValue(c.Id, out var ecrit) ? ecrit : c.Motif,
            Cote = page.Saisie is { } saisie && saisie.Cotes.TryGetValue(c.Id, out var cote) ? cote : c.Cote,
            AVerifier = page.Saisie?.AVerifier.Contains(c.Id) == true,
            Erreur = page.Refus.FirstOrDefault(r => r.Champ == $"motif-{c.Id}" || r.Champ == $"conclusion-{c.Id}")?.Message,
        };

    private static string Couper(string texte) => texte.Length > 52 ? texte[..texte.LastIndexOf(' ', 48)] + "…" : texte;
}

/// <summary>What préfectures and other services say of a dossier.</summary>
/// <param name="Rendus">Those of préfectures.</param>
/// <param name="Attendus">Préfectures that may still give one.</param>
/// <param name="Departement">That of the dossier: its avis is awaited, the others are possible.</param>
/// <param name="Recus">Those asked outside the service.</param>
public sealed record AvisDeGrille(
    IReadOnlyList<Avis> Rendus,
    IReadOnlyList<string> Attendus,
    string Departement,
    IReadOnlyList<Consultation> Recus
);

/// <summary>Pieces of a dossier, in its margin.</summary>
/// <param name="Pieces">What was joined.</param>
/// <param name="Numero">The dossier.</param>
/// <param name="ACote">Address of the grid, ready for « piece=… »: where one is opened beside it.</param>
public sealed record PiecesDeGrille(IReadOnlyList<PieceLue> Pieces, string Numero, string ACote);

/// <summary>The closing, as it is proposed or as it was typed.</summary>
/// <param name="Vers">Where it is posted.</param>
/// <param name="Revision">The one that the page shows.</param>
/// <param name="Synthese">For the session.</param>
/// <param name="Montant">As the field shows it.</param>
/// <param name="Erreur">Why the amount is refused; null where it is not.</param>
/// <param name="Indice">Between what and what; null where no amount is lawful.</param>
public sealed record ClotureMontree(string Vers, int Revision, string? Synthese, string? Montant, string? Erreur, string? Indice)
{
    public static ClotureMontree De(ExamenPage page, string? erreur) =>
        new(
            Adresses.Instruction.Cloture(page.Numero) + page.Liste?.Adresse(),
            page.Revision,
            page.Cloture?.Synthese ?? page.Synthese,
            page.Cloture is { } saisie ? saisie.Montant
                : (page.Propose ?? page.AProposer) is { } propose ? Francais.Saisie(propose)
                : null,
            page.Refus.FirstOrDefault(c => c.Champ == "montant")?.Message ?? erreur,
            page.Retenu is { Bornes: { Admettent: true } bornes } retenu && page.AProposer is { } auPlus
                ? $"De {bornes.Plancher} à {auPlus}{Pourquoi(auPlus, bornes.Plafond, retenu.Projet.MontantDemande)}"
                : null
        );

    private static string Pourquoi(Euros auPlus, Euros plafond, Euros? demande) =>
        auPlus >= plafond ? ", le maximum de ce projet"
        : auPlus == demande ? ", le montant demandé"
        : ", ce qui reste dans l’enveloppe";
}
