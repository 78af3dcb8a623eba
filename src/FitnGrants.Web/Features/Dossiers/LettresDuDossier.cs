using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A letter, and what stands in the way of its edition.</summary>
/// <param name="Document">What is rendered.</param>
/// <param name="Manques">Everything that stops it, at once.</param>
public sealed record LettrePrete(DocumentAProduire Document, IReadOnlyList<Manque> Manques);

/// <summary>What a letter is made of.</summary>
/// <param name="Type">Where it is kept in the archive of its dossier.</param>
/// <param name="Reference">What it tells, unique for its type.</param>
/// <param name="Emetteur">The service that writes, on the day of the letter.</param>
/// <param name="Texte">Its template.</param>
/// <param name="Champs">What the template may say.</param>
public sealed record LettreAComposer(
    string Type,
    string Reference,
    Emetteur Emetteur,
    string Texte,
    Dictionary<string, ChampDeLettre> Champs
)
{
    /// <summary>The service that follows the affair, where it is another one.</summary>
    public Emetteur? Instructeur { get; init; }

    /// <summary>True for a decision, which may be contested.</summary>
    public bool Decide { get; init; } = true;

    /// <summary>What is joined; null for nothing.</summary>
    public string? Pj { get; init; }

    /// <summary>Names that the template may use; null for those of its values.</summary>
    public IReadOnlySet<string>? Noms { get; init; }
}

/// <summary>
/// The letters of a dossier: a decision by the service that attributes, the rest by the one that instructs, each with its own template.
/// </summary>
public sealed class LettresDuDossier(FitnContext db, Papiers papiers, ModelesDeLettres modeles, RegistreDesReglements reglements)
{
    private const int SeancesDites = 2;

    /// <summary>The letter of a decision.</summary>
    /// <param name="dossier">The dossier, with its versions.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="lettre">What was said of its path; null when nothing was.</param>
    /// <param name="jour">Paris day that it bears.</param>
    /// <param name="arret">Cancellation.</param>
    /// <param name="texte">Another template than the one in use, to see what it gives.</param>
    public async Task<LettrePrete> DeLaDecisionAsync(
        Dossier dossier,
        Decision decision,
        Lettre? lettre,
        DateOnly jour,
        CancellationToken arret,
        string? texte = null
    )
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var version = dossier.Versions.First(v => v.Version == decision.VersionDossier);
        var nature = TypesDeLettre.Nature(decision.Type);
        return await PreparerAsync(
            dossier,
            version.Contenu,
            await LireAsync(
                nature,
                lettre?.ReferenceDArchive ?? decision.Id.ToString(),
                await papiers.EmetteurAsync(reglement.Attribuant, jour, arret),
                await ChampsAsync(dossier, version, decision, reglement, jour, arret),
                texte,
                arret
            ) with
            {
                Instructeur = await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), jour, arret),
            },
            arret
        );
    }

    /// <summary>All that keeps the service of a dossier from writing to its porteur; nothing where there is no such dossier.</summary>
    /// <param name="dossiers">Where it is looked for.</param>
    /// <param name="numero">Its number.</param>
    /// <param name="recours">True where appeal routes are printed.</param>
    /// <param name="jour">Paris day of the letter.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<IReadOnlyList<Manque>> ManquesDuServiceAsync(
        IQueryable<Dossier> dossiers,
        string numero,
        bool recours,
        DateOnly jour,
        CancellationToken arret
    )
    {
        var dossier = await dossiers
            .Where(d => d.Numero == numero)
            .Select(d => new { d.VersionReglement, d.Departement })
            .FirstOrDefaultAsync(arret);
        if (dossier is null)
            return [];
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        return [.. (await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), jour, arret)).Manques(recours)];
    }

    /// <summary>All that keeps letters of decisions from bearing a day, each thing once.</summary>
    public async Task<IReadOnlyList<Manque>> ManquesAsync(IReadOnlyList<Decision> decisions, DateOnly jour, CancellationToken arret)
    {
        Guid[] ids = [.. decisions.Select(d => d.DossierId)];
        var dossiers = await db.Dossiers.Include(d => d.Versions).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, arret);
        var manques = new List<Manque>();
        foreach (var decision in decisions)
            manques.AddRange((await DeLaDecisionAsync(dossiers[decision.DossierId], decision, null, jour, arret)).Manques);
        return [.. manques.Distinct()];
    }

    /// <summary>What the last letter of a real dossier may say; null where it has no such letter.</summary>
    /// <param name="dossier">The dossier, with its versions.</param>
    /// <param name="nature">Which letter; none of those that follow an act.</param>
    /// <param name="jour">Paris day that it bears.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<Dictionary<string, ChampDeLettre>?> ChampsDeAsync(
        Dossier dossier,
        NatureDeLettre nature,
        DateOnly jour,
        CancellationToken arret
    )
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var derniere = dossier.Versions.MaxBy(v => v.Version);
        return nature switch
        {
            NatureDeLettre.Irrecevabilite or NatureDeLettre.Reorientation => dossier.Issue is { } issue
            && TypesDeLettre.Nature(issue) == nature
                ? ChampsDesLettres.De(dossier, issue, reglement, await ConstatAsync(dossier, issue, arret))
                : null,
            NatureDeLettre.Pieces => dossier.Demandes is [.., var demande]
                ? ChampsDesLettres.De(dossier, derniere, demande, reglement)
                : null,
            _ => await DerniereAsync(dossier, nature, arret) is { } decision
                ? await ChampsAsync(
                    dossier,
                    dossier.Versions.First(v => v.Version == decision.VersionDossier),
                    decision,
                    reglement,
                    jour,
                    arret
                )
                : null,
        };
    }

    private async Task<Decision?> DerniereAsync(Dossier dossier, NatureDeLettre nature, CancellationToken arret) =>
        (await db.Decisions.Where(d => d.DossierId == dossier.Id && d.NotifieeLe != null).ToListAsync(arret))
            .Where(d => TypesDeLettre.Nature(d.Type) == nature)
            .MaxBy(d => d.EnregistreeLe);

    /// <summary>What the letter of a decision may say.</summary>
    private async Task<Dictionary<string, ChampDeLettre>> ChampsAsync(
        Dossier dossier,
        VersionDeposee version,
        Decision decision,
        Reglement reglement,
        DateOnly jour,
        CancellationToken arret
    ) =>
        ChampsDesLettres.De(
            dossier,
            version,
            decision,
            await db.ProchesAsync(decision.Similaires, arret, publics: true),
            decision.Type == TypeDecision.ARevoir ? await ProchainesSeancesAsync(reglement, jour, arret) : "",
            reglement,
            decision.Type == TypeDecision.Refus ? await ConstatsAsync(dossier.Id, version.Version, arret) : []
        );

    /// <summary>What was found against the rule on which an instruction ended.</summary>
    private async Task<string?> ConstatAsync(Dossier dossier, Issue issue, CancellationToken arret) =>
        dossier.Versions.MaxBy(v => v.Version) is { } version
            ? (await ConstatsAsync(dossier.Id, version.Version, arret)).GetValueOrDefault(issue.Regle)
            : null;

    /// <summary>What the grid of a version says, by rule.</summary>
    private Task<Dictionary<string, string>> ConstatsAsync(Guid dossier, int version, CancellationToken arret) =>
        db
            .Dossiers.Where(d => d.Id == dossier)
            .SelectMany(d => d.Controles)
            .Where(c => c.Version == version && c.Propose != ResultatConstat.NonApplicable)
            .ToDictionaryAsync(c => c.Regle, c => c.Message, StringComparer.Ordinal, arret);

    /// <summary>The letter of an irrecevabilité or of an orientation.</summary>
    public async Task<LettrePrete> DeLIssueAsync(Dossier dossier, CancellationToken arret)
    {
        var (issue, reglement) = (dossier.Issue!, await reglements.VersionAsync(db, dossier.VersionReglement, arret));
        var service = await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), JourDeParis.De(issue.Le), arret);
        return await PreparerAsync(
            dossier,
            dossier.Contenu,
            await LireAsync(
                TypesDeLettre.Nature(issue),
                TypesDeLettre.Reference(issue),
                service,
                ChampsDesLettres.De(dossier, issue, reglement, await ConstatAsync(dossier, issue, arret)),
                null,
                arret
            ),
            arret
        );
    }

    /// <summary>The letter that asks for pieces and corrections.</summary>
    public async Task<LettrePrete> DeLaDemandeAsync(Dossier dossier, Demande demande, CancellationToken arret)
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var service = await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), JourDeParis.De(demande.Le), arret);
        var version = dossier.Versions.Where(v => v.DeposeeLe <= demande.Le).MaxBy(v => v.Version);
        return await PreparerAsync(
            dossier,
            version?.Contenu ?? dossier.Contenu,
            await LireAsync(
                NatureDeLettre.Pieces,
                demande.Id.ToString(),
                service,
                ChampsDesLettres.De(dossier, version, demande, reglement),
                null,
                arret
            ),
            arret
        );
    }

    private async Task<LettreAComposer> LireAsync(
        NatureDeLettre nature,
        string reference,
        Emetteur emetteur,
        Dictionary<string, ChampDeLettre> champs,
        string? texte,
        CancellationToken arret
    ) =>
        new(TypesDeLettre.De(nature), reference, emetteur, texte ?? await modeles.TexteAsync(emetteur.Service.Code, nature, arret), champs)
        {
            // Neither a dossier sent back nor a request for pieces ends anything: there is nothing to contest.
            Decide = nature is not (NatureDeLettre.ARevoir or NatureDeLettre.Pieces),
            Noms = ChampsDesLettres.Noms(nature),
        };

    /// <summary>A letter to the porteur of a dossier, and what stops it.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="contenu">What it said of itself then.</param>
    /// <param name="lettre">What it is made of.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<LettrePrete> PreparerAsync(Dossier dossier, ContenuDossier contenu, LettreAComposer lettre, CancellationToken arret)
    {
        var porteur = dossier.PorteurActuel!;
        var codes = await db.Collectivites.Where(c => c.Siren == dossier.Siren).Select(c => c.CodesPostaux).FirstOrDefaultAsync(arret)
            ?? [];
        var emetteur = lettre.Emetteur;
        var luIci = await db.SirensLus().ContainsAsync(dossier.Siren, arret);
        var destinataire = new Destinataire(porteur.Nom, porteur.Nature, contenu.Identite.Civilite, contenu.Identite.Qualite);
        var adresse = AdressePostale.Lire(contenu.Identite.Adresse, porteur.Nature == NatureJuridique.Commune ? porteur.Nom : "", codes);
        var composee = ModeleDeLettre
            .Lire(lettre.Texte, lettre.Noms ?? lettre.Champs.Keys.ToHashSet(StringComparer.Ordinal))
            .Composer(lettre.Champs);
        var membres = dossier.Membres.Where(m => m.Siren != dossier.Siren).Select(m => m.Nom).ToList();
        var document = new DocumentAProduire(lettre.Type, lettre.Reference, "lettre", code => new
        {
            papier = emetteur.Papier(dossier.Numero!, code, projet: code.Length == 0),
            objet = composee.Objet,
            @ref = composee.Reference,
            pj = lettre.Pj,
            lieu = emetteur.LieuEtJour,
            suivi = Suivi(lettre.Instructeur is { Fiche.Suivi: not null } instructeur ? instructeur : emetteur),
            destinataire = new[] { destinataire.PremiereLigne }
                .Concat(adresse.Lignes)
                .Concat(adresse.DerniereLigne is { } derniere ? [derniere] : [])
                .Select(Francais.Typographier),
            appel = destinataire.Appel,
            // As objects: each is written with what is its own.
            corps = composee.Corps.SkipLast(1).Cast<object>(),
            fin = (object)composee.Corps[^1],
            formule = Francais.Typographier(destinataire.Formule),
            signature = emetteur.Signature(
                lettre.Type
                    is TypesDeLettre.Demande
                        or TypesDeLettre.Observations
                        or TypesDeLettre.EtatDesLieux
                        or TypesDeLettre.MiseEnDemeure
                    ? "Lettre adressée par téléservice"
                    : null,
                parLaPoste: !luIci
            ),
            copies = membres.Select(Francais.Typographier),
            recours = lettre.Decide ? emetteur.Recours : [],
        });
        return new LettrePrete(
            document,
            [
                .. emetteur.Manques(lettre.Decide),
                .. composee.Manquants.Select(c => new Manque($"Dossier {dossier.Numero} : {c.Libelle}", null)),
                // A demonstration shows; a letter that leaves finds its addressee.
                .. adresse.DerniereLigne is null && !emetteur.Demonstration
                    ? [new Manque($"Dossier {dossier.Numero} : le code postal et la ville de {porteur.Nom}", null)]
                    : Array.Empty<Manque>(),
            ]
        );
    }

    private static IEnumerable<string> Suivi(Emetteur service) =>
        new[] { service.Fiche.Suivi, service.Fiche.Nom, service.Fiche.Telephone, service.Fiche.Courriel }
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => Francais.Typographier(l!))
            .Prepend(Francais.Typographier("Affaire suivie par :"));

    /// <summary>« Les prochaines séances se tiennent le 14 septembre 2021 (dépôt au plus tard le 30 août 2021) et … ».</summary>
    private async Task<string> ProchainesSeancesAsync(Reglement reglement, DateOnly jour, CancellationToken arret)
    {
        var planifiees = await db
            .Seances.Where(s => s.Etat == EtatSeance.Planifiee && s.Region == reglement.Region && s.Jour > jour)
            .OrderBy(s => s.Jour)
            .ToListAsync(arret);
        var prochaines = planifiees.Where(s => s.Dispositifs.Contains(reglement.Code)).Take(SeancesDites).ToList();
        if (prochaines.Count == 0)
            return "Aucune autre séance n’est planifiée à ce jour : la prochaine vous sera annoncée.";
        var dites = prochaines.Select(s =>
            s.LimiteOrdreDuJour(reglement.DelaiOrdreDuJourJours) is { } limite && !s.AuMois
                ? $"{s.Libelle} (dépôt au plus tard le {Francais.Date(limite)})"
                : s.Libelle
        );
        return $"Prochaine{(prochaines.Count > 1 ? "s" : "")} séance{(prochaines.Count > 1 ? "s" : "")} : {Francais.Liste([.. dites])}.";
    }
}
