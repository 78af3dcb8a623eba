using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Documents;

/// <summary>What every document carries of the service that issues it, and of this instance.</summary>
public sealed class Papiers(FitnContext db, IConfiguration configuration, IOptions<OptionsDemonstration> demonstration)
{
    /// <summary>A service as it stands on a day; one that says nothing of itself yet has its plain name and lacks the rest.</summary>
    /// <param name="code">« R53 », « 68 ».</param>
    /// <param name="jour">Paris day of the document.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<Emetteur> EmetteurAsync(string code, DateOnly jour, CancellationToken arret) =>
        De(await db.Services.FirstOrDefaultAsync(s => s.Code == code, arret) ?? ServiceEmetteur.Creer(code), jour);

    /// <summary>The same, of several services at once, by code.</summary>
    public async Task<IReadOnlyDictionary<string, Emetteur>> EmetteursAsync(
        IEnumerable<string> codes,
        DateOnly jour,
        CancellationToken arret
    )
    {
        string[] cherches = [.. codes.Distinct(StringComparer.Ordinal)];
        var connus = await db.Services.Where(s => cherches.Contains(s.Code)).ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, arret);
        return cherches.ToDictionary(
            c => c,
            c => De(connus.GetValueOrDefault(c) ?? ServiceEmetteur.Creer(c), jour),
            StringComparer.Ordinal
        );
    }

    /// <summary>A service that was read, as it stands on a day.</summary>
    public Emetteur De(ServiceEmetteur service, DateOnly jour)
    {
        var fiche = service.Au(jour) ?? new FicheDeService();
        return new Emetteur(
            service,
            fiche with
            {
                Nom = fiche.Nom ?? ServicesDesReglements.NomDuService(service.Code),
            },
            jour,
            demonstration.Value.Active,
            configuration["AdressePublique"]?.TrimEnd('/')
        );
    }
}

/// <summary>A service on the day of a document.</summary>
public sealed record Emetteur(ServiceEmetteur Service, FicheDeService Fiche, DateOnly Jour, bool Demonstration, string? AdressePublique)
{
    /// <summary>What the page needs: letterhead, band, footer.</summary>
    /// <param name="reference">« FITN-BZH-V1-2021-00012 ».</param>
    /// <param name="code">Of verification; empty for what is kept nowhere.</param>
    /// <param name="projet">True for a draft: « Projet, sans valeur ».</param>
    public object Papier(string reference, string code, bool projet = false) =>
        new
        {
            Demonstration,
            projet,
            service = Francais.Typographier(Fiche.Nom!),
            direction = Fiche.Direction is { } d ? Francais.Typographier(d) : null,
            Fiche.EnteteImprime,
            pied = new[]
            {
                Francais.Typographier(Coordonnees),
                Francais.Typographier(code.Length == 0 ? reference : $"{reference} · {Verification(code)}"),
            }.Where(l => l.Length > 0),
        };

    /// <summary>Address, telephone, mailbox: what is filled.</summary>
    public string Coordonnees =>
        string.Join(" · ", new[] { Fiche.Adresse, Fiche.Telephone, Fiche.Courriel }.Where(c => !string.IsNullOrWhiteSpace(c)));

    /// <summary>Who signs letters that day; null when nobody may.</summary>
    public Signataire? Signataire => Service.SignataireAu(NatureDeSignature.Lettres, Jour);

    /// <summary>« Rennes, le 24 juin 2021 ».</summary>
    public string LieuEtJour =>
        Francais.Typographier(Fiche.Lieu is { Length: > 0 } lieu ? $"{lieu}, le {Francais.Date(Jour)}" : $"Le {Francais.Date(Jour)}");

    /// <summary>Authority, quality and name, with room for the signature or what stands for it.</summary>
    /// <param name="mention">What stands for it; null for that of a decision.</param>
    /// <param name="parLaPoste">True for a paper that nobody reads here: it leaves signed.</param>
    public object Signature(string? mention = null, bool parLaPoste = false) =>
        Signataire is { } s
            ? new
            {
                formule = Service.Formule(s, Fiche, Jour).Select(Francais.Typographier),
                mention = Fiche.LettresALaMain || parLaPoste ? null : mention ?? "Décision notifiée par téléservice",
                nom = s.NomEntier,
            }
            : new
            {
                formule = (IEnumerable<string>)[Francais.Typographier(Fiche.Nom!)],
                mention = (string?)null,
                nom = "",
            };

    /// <summary>Appeal routes against an express decision (domain.md 2.2): none is named that its service did not give.</summary>
    public IEnumerable<string> Recours => RecoursContre("la présente décision");

    /// <summary>The same against what its own words name: « le présent arrêté ».</summary>
    public IEnumerable<string> RecoursContre(string decision) =>
        new[]
        {
            $"Dans les deux mois de sa notification, {decision} peut faire l’objet d’un recours gracieux devant son auteur "
                + $"({Fiche.Nom}), d’un recours hiérarchique devant le {Fiche.Ministre} ou d’un recours contentieux devant le "
                + $"{Fiche.Tribunal} "
                + $"({Fiche.AdresseDuTribunal}, ou www.telerecours.fr).",
            "Un recours gracieux ou hiérarchique formé dans ce délai interrompt le délai du recours contentieux.",
        }.Select(Francais.Typographier);

    /// <summary>Everything that a letter of this service lacks that day, with the page where it is filled.</summary>
    /// <param name="recours">True where appeal routes are printed.</param>
    /// <param name="signe">True for what somebody signs.</param>
    public IEnumerable<Manque> Manques(bool recours, bool signe = true)
    {
        var adresse = Mots.Adresses.ServicesEmetteurs.Un(Service.Code);
        var nom = ServicesDesReglements.NomDuService(Service.Code);
        foreach (var mention in Fiche.Manques(recours))
            yield return new Manque($"{nom} : {mention.Nom}", $"{adresse}#{mention.Champ}");
        if (!signe)
            yield break;
        if (Signataire is null)
            yield return new Manque($"{nom} : qui signe les lettres le {Francais.Date(Jour)}", $"{adresse}#signataires");
        else if (!Demonstration && (Signataire.Prenom + Signataire.Nom).Contains('[', StringComparison.Ordinal))
            yield return new Manque($"{nom} : le nom de qui signe", $"{adresse}#signataires");
    }

    private string Verification(string code) =>
        AdressePublique is { Length: > 0 } adresse
            // As people type it.
            ? $"vérification : code {code}, {adresse[(adresse.IndexOf("//", StringComparison.Ordinal) + 2)..]}/verification"
            : $"vérification : code {code}, page « Vérifier un document » de ce service";
}

/// <summary>What a document lacks.</summary>
/// <param name="Phrase">What, as people read it.</param>
/// <param name="Adresse">Where it is filled; null where it is in the dossier itself.</param>
public sealed record Manque(string Phrase, string? Adresse)
{
    /// <summary>True for what an administrator, or the head of the service, fills.</summary>
    public bool EstDuService => Adresse?.StartsWith(Mots.Adresses.ServicesEmetteurs.Liste, StringComparison.Ordinal) == true;
}
