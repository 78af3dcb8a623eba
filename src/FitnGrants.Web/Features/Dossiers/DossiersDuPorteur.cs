using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A dossier with what judges it, loaded to act.</summary>
public sealed record DossierOuvert(
    Dossier Dossier,
    Collectivite Collectivite,
    IReadOnlyList<Collectivite> Membres,
    Reglement Reglement,
    Situation Situation
)
{
    /// <summary>The pieces that it joins now.</summary>
    public IReadOnlyList<Piece> Pieces { get; init; } = [];

    /// <summary>What a service or a session asks of its porteur; null when nothing is asked.</summary>
    public ATraiter? ATraiter { get; init; }

    /// <summary>The applicant on a day, or as it was at the first deposit.</summary>
    public Beneficiaire Porteur(DateTimeOffset instant) => Dossier.Porteur ?? Collectivite.Beneficiaire(JourDeParis.De(instant));

    /// <summary>
    /// The other members on the day that judges, that of the first deposit once there is one, in the order they were typed.
    /// </summary>
    public ImmutableArray<Beneficiaire> Beneficiaires(DateTimeOffset instant) =>
        [.. Membres.Select(m => m.Beneficiaire(JourDeParis.De(Dossier.DeposeLe ?? instant)))];

    /// <summary>What the rules say now, of the project as saved or as typed.</summary>
    public Examen Examiner(Moment moment, DateTimeOffset instant, Projet? saisi = null)
    {
        var candidature = Dossier.Candidature(Porteur(instant), instant, Beneficiaires(instant)) with
        {
            Pieces = [.. Pieces.Where(p => p.Compte).Select(p => p.Type)],
        };
        return Examen.Faire(Reglement, candidature with { Projet = saisi ?? candidature.Projet }, Dossier.Completer(Situation), moment);
    }
}

/// <summary>Loads, saves and deposits the dossiers of a collectivité.</summary>
public sealed class DossiersDuPorteur(FitnContext db, RegistreDesReglements reglements)
{
    /// <summary>The dossier at an address, in the actor's perimeter; null outside it. A deposit is judged at its arrival.</summary>
    public async Task<DossierOuvert?> OuvrirAsync(
        string adresse,
        Acteur acteur,
        Droit droit,
        CancellationToken arret,
        DateTimeOffset? arrivee = null
    )
    {
        // In one command: the pieces count among what judges it, the last deposit and what sent it back say what is asked.
        var trouve = await db
            .Dossiers.AsTracking()
            .VisiblesPar(acteur, droit)
            .ParAdresse(adresse)
            .Select(d => new
            {
                Dossier = d,
                Deposee = d.Versions.FirstOrDefault(v => v.Version == d.Version),
                Notes = db.Notes.Count(n => n.DossierId == d.Id && d.Etat == EtatDossier.EnReconstruction),
                Renvoi = db.Decisions.FirstOrDefault(x =>
                    x.DossierId == d.Id && x.VersionDossier == d.Version && x.Type == TypeDecision.ARevoir && x.NotifieeLe != null
                ),
                Pieces = db
                    .Pieces.Where(p => p.DossierId == d.Id && p.RetireeLe == null && p.MessageId == null && p.LettreId == null)
                    .OrderBy(p => p.AjouteeLe)
                    .ThenBy(p => p.Id)
                    .ToList(),
            })
            .FirstOrDefaultAsync(arret);
        if (trouve is null)
            return null;
        var dossier = trouve.Dossier;
        // A draft is judged by the règlement in force, a deposited dossier by its own.
        var reglement = dossier.DeposeLe is null
            ? arrivee is { } instant
                ? reglements.Exiger(dossier.Dispositif, instant)
                : reglements.Exiger(dossier.Dispositif)
            : await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var ouvert = await CompleterAsync(dossier, reglement, arret, trouve.Pieces);
        var demande = ATraiter.Pour(dossier, trouve.Deposee, trouve.Renvoi, trouve.Pieces, reglement);
        return ouvert with
        {
            ATraiter = demande is null ? null : demande with { Notes = (Adresses.Dossiers.Un(dossier.Adresse), trouve.Notes) },
        };
    }

    /// <summary>Loads the collectivités at stake and what lies beyond the dossier.</summary>
    public async Task<DossierOuvert> CompleterAsync(
        Dossier dossier,
        Reglement reglement,
        CancellationToken arret,
        IReadOnlyList<Piece>? pieces = null
    )
    {
        var membres = dossier.Contenu.Groupement?.Membres ?? [];
        string[] sirens = [dossier.Siren, .. membres.Select(m => m.Siren)];
        var connues = await db.Collectivites.Where(c => sirens.Contains(c.Siren)).ToDictionaryAsync(c => c.Siren, arret);
        var situation = await db.PourLePorteurAsync(reglement, sirens, Dossier.TexteCompare(dossier.Contenu.Projet), arret);
        return new DossierOuvert(
            dossier,
            connues[dossier.Siren],
            [.. membres.Select(m => connues.GetValueOrDefault(m.Siren)).OfType<Collectivite>()],
            reglement,
            situation
        )
        {
            Pieces = pieces ?? await PiecesDuDossier.CourantesAsync(db, dossier.Id, arret),
        };
    }

    public Task EnregistrerAsync(
        DossierOuvert ouvert,
        ContenuDossier contenu,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret,
        string? page = null
    )
    {
        ouvert.Dossier.Enregistrer(contenu, instant, page);
        return db.ActeAsync(par, instant, () => Task.CompletedTask, arret);
    }

    /// <summary>Deposits: number, state, version, message and journal in one transaction, or nothing.</summary>
    public Task<Resultat> DeposerAsync(DossierOuvert ouvert, bool certifie, Acteur par, DateTimeOffset instant, CancellationToken arret) =>
        db.ActeAsync(
            par,
            instant,
            async () =>
            {
                var dossier = ouvert.Dossier;
                var numero = dossier.Numero ?? await NumeroSuivantAsync(dossier.Dispositif, JourDeParis.De(instant).Year, arret);
                var depot = await PreparerAsync(ouvert, numero, certifie, par, instant, arret);
                var resultat = dossier.Deposer(depot);
                if (!resultat.EstAccepte)
                    return resultat;
                await PiecesDuDossier.FigerAsync(db, dossier, depot.Pieces!.Value, arret);
                return resultat;
            },
            arret
        );

    /// <summary>Answers a request of the service: version, grid, message and journal in one transaction, or nothing.</summary>
    public Task<Resultat> RepondreAsync(
        DossierOuvert ouvert,
        string? reponse,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    ) =>
        db.ActeAsync(
            par,
            instant,
            async () =>
            {
                var dossier = ouvert.Dossier;
                var depot = await PreparerAsync(ouvert, dossier.Numero!, certifie: true, par, instant, arret);
                var change = !depot.Pieces!.Value.SequenceEqual(dossier.Versions.MaxBy(v => v.Version)!.Pieces);
                var resultat = dossier.RepondreALaDemande(depot, reponse, change);
                if (!resultat.EstAccepte)
                    return resultat;
                await PiecesDuDossier.FigerAsync(db, dossier, depot.Pieces.Value, arret);
                return resultat;
            },
            arret
        );

    /// <summary>What is received, read under the lock: a piece joined a moment ago is in, or waits for this to be over.</summary>
    private async Task<Depot> PreparerAsync(
        DossierOuvert ouvert,
        string numero,
        bool certifie,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        await VerrouillerAsync(ouvert.Dossier, arret);
        ImmutableArray<PieceDeposee> pieces =
        [
            .. (await PiecesDuDossier.CourantesAsync(db, ouvert.Dossier.Id, arret)).Where(p => p.Compte).Select(p => p.Deposee),
        ];
        return new Depot
        {
            Par = par,
            Instant = instant,
            Certifie = certifie,
            Reglement = ouvert.Reglement,
            Porteur = ouvert.Porteur(instant),
            Membres = ouvert.Beneficiaires(instant),
            Situation = ouvert.Situation,
            Numero = numero,
            Pieces = pieces,
            Empreinte = Empreinte(ouvert.Dossier.Contenu, pieces),
        };
    }

    /// <summary>SHA-256 of what was deposited: the content, then one line per piece.</summary>
    public static string Empreinte(ContenuDossier contenu, ImmutableArray<PieceDeposee> pieces) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [JsonSerializer.Serialize(contenu, Json.Options), .. pieces.Select(p => $"{p.Type} {p.Sha256} {p.NomFichier}")]
                    )
                )
            )
        );

    /// <summary>Two deposits at once are one after the other: the second finds the page stale and writes nothing.</summary>
    private async Task VerrouillerAsync(Dossier dossier, CancellationToken arret)
    {
        var revision = await db
            .Database.SqlQuery<int>($"""select revision as "Value" from dossiers where id = {dossier.Id} for update""")
            .ToListAsync(arret);
        if (revision[0] != dossier.Revision)
            throw new PagePerimeeException();
    }

    /// <summary>One counter per dispositif and Paris year; a refused deposit may leave a gap.</summary>
    private async Task<string> NumeroSuivantAsync(string dispositif, int annee, CancellationToken arret)
    {
        var suivant = await db
            .Database.SqlQuery<int>(
                $"""
                insert into compteurs (dispositif, annee, dernier) values ({dispositif}, {annee}, 1)
                on conflict (dispositif, annee) do update set dernier = compteurs.dernier + 1 returning dernier as "Value"
                """
            )
            .ToListAsync(arret);
        return $"FITN-{dispositif}-{annee}-{suivant[0]:00000}";
    }
}
