using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>Tab, search and cursor: the whole list is in its address.</summary>
public sealed record ListeFiltre(string? Onglet, string? Q, string? Dispositif, string? Apres);

/// <summary>The work list: who waits and until when, keyset paging on due day and id.</summary>
public sealed record ListePage(
    ListeFiltre Filtre, IReadOnlyList<ListePage.Onglet> Onglets, IReadOnlyList<ListePage.Ligne> Lignes, string? Suivante, Euros Total,
    DateOnly Aujourdhui)
{
    private const int Taille = 50;

    public sealed record Onglet(string Cle, string Nom, EtatDossier[] Etats, int Nombre);

    public sealed record Ligne(
        Guid Id, string Numero, string Titre, string Porteur, string Nature, EtatDossier Etat, DateOnly? Echeance, Euros Demande, Taux? Taux,
        int AConclure, int Bloquants, int Alertes, int AVerifier);

    private static readonly (string Cle, string Nom, EtatDossier[] Etats)[] Definitions =
    [
        ("a-prendre", "À prendre", [EtatDossier.Depose]),
        ("en-cours", "En cours", [EtatDossier.EnInstruction]),
        ("chez-le-porteur", "En attente du porteur", [EtatDossier.ACompleter, EtatDossier.EnReconstruction]),
        ("prets", "Prêts", [EtatDossier.Instruit]),
        ("en-seance", "En séance", [EtatDossier.InscritSeance]),
        ("traites", "Traités", [EtatDossier.AccordSousReserve, EtatDossier.Refuse, EtatDossier.Irrecevable, EtatDossier.Reoriente, EtatDossier.Retire]),
    ];

    /// <summary>Tab of those who give an avis on dossiers that others instruct (R70).</summary>
    private static readonly (string Cle, string Nom, EtatDossier[] Etats) AvisARendre =
    (
        "avis", "Avis à rendre", [EtatDossier.Depose, EtatDossier.EnInstruction, EtatDossier.ACompleter, EtatDossier.Instruit]
    );

    public static async Task<ListePage> ChargerAsync(FitnContext db, ListeFiltre filtre, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var miens = acteur.Peut(Droit.Instruire)
            ? db.Dossiers.AsNoTracking().InstruitsPar(acteur)
            : db.Dossiers.AsNoTracking().VisiblesPar(acteur, Droit.LireListeDeTravail);
        var avis = acteur.Peut(Droit.DonnerAvis) ? db.Dossiers.AsNoTracking().AvisAttendusDe(acteur) : null;
        var avant = acteur.LitAvantNotification();
        var comptes = (await miens.GroupBy(d => new { d.Etat, d.NotificationEnAttente }).Select(g => new { g.Key, N = g.Count() }).ToListAsync(arret))
            .GroupBy(g => Montre(g.Key.Etat, g.Key.NotificationEnAttente, avant)).ToDictionary(g => g.Key, g => g.Sum(x => x.N));
        var onglets = Definitions.Select(o => new Onglet(o.Cle, o.Nom, o.Etats, o.Etats.Sum(e => comptes.GetValueOrDefault(e)))).ToList();
        if (avis is not null && await avis.CountAsync(arret) is > 0 and var attendus)
            onglets.Add(new Onglet(AvisARendre.Cle, AvisARendre.Nom, AvisARendre.Etats, attendus));
        var courant = onglets.Find(o => o.Cle == filtre.Onglet) ?? onglets.Find(o => o.Nombre > 0) ?? onglets[0];
        filtre = filtre with { Q = Propre(filtre.Q), Dispositif = Propre(filtre.Dispositif) };
        var recherche = Francais.Normaliser(filtre.Q);
        var choisis = Restreindre(db, courant.Cle == AvisARendre.Cle ? avis! : miens, courant, filtre, recherche, avant);
        var page = Curseur(filtre.Apres) is var (echeance, id) && filtre.Apres is not null && id != Guid.Empty
            ? choisis.Where(d => EF.Functions.GreaterThan(ValueTuple.Create(d.EcheanceLe, d.Id), ValueTuple.Create<DateOnly?, Guid>(echeance, id)))
            : choisis;
        var lignes = await page.OrderBy(d => d.EcheanceLe).ThenBy(d => d.Id).Take(Taille + 1)
            .Select(d => new
            {
                d.Id,
                d.Numero,
                d.Titre,
                d.Siren,
                d.Etat,
                d.NotificationEnAttente,
                d.EcheanceLe,
                d.MontantDemande,
                d.Assiette,
                Porteur = db.Collectivites.Where(c => c.Siren == d.Siren).Select(c => new { c.Nom, c.Nature }).First(),
                AConclure = d.Controles.Count(c => c.Version == d.Version && c.Conclusion == null),
                Bloquants = d.Controles.Count(c => c.Version == d.Version && c.Propose == ResultatConstat.Bloquant),
                Alertes = d.Controles.Count(c => c.Version == d.Version && c.Propose == ResultatConstat.Alerte),
                AVerifier = d.Controles.Count(c => c.Version == d.Version && c.Propose == ResultatConstat.AVerifier),
            }).ToListAsync(arret);
        var montrees = lignes.Take(Taille).Select(d => new Ligne(
            d.Id, d.Numero!, d.Titre, d.Porteur.Nom, Domain.Collectivites.Libelles.Nature(d.Porteur.Nature), Montre(d.Etat, d.NotificationEnAttente, avant), d.EcheanceLe, d.MontantDemande ?? Euros.Zero,
            d.Assiette is { } a ? d.MontantDemande?.Sur(a) : null, d.AConclure, d.Bloquants, d.Alertes, d.AVerifier)).ToList();
        var suivante = lignes.Count > Taille
            ? string.Create(CultureInfo.InvariantCulture, $"{montrees[^1].Echeance:yyyy-MM-dd}_{montrees[^1].Id:N}")
            : null;
        return new ListePage(filtre with { Onglet = courant.Cle }, onglets, montrees, suivante, Euros.Somme(montrees.Select(l => l.Demande)), aujourdhui);
    }

    private static EtatDossier Montre(EtatDossier etat, bool enAttente, bool avant) => enAttente && !avant ? EtatDossier.InscritSeance : etat;

    private static IQueryable<Dossier> Restreindre(
        FitnContext db, IQueryable<Dossier> dossiers, Onglet onglet, ListeFiltre filtre, string recherche, bool avant)
    {
        // A search looks everywhere; a tab only in its states.
        if (recherche.Length >= 2)
        {
            var brut = filtre.Q!.Trim().ToUpperInvariant();
            var siren = string.Concat(brut.Where(char.IsAsciiDigit));
            var trouvees = db.Collectivites.Where(c => EF.Functions.Like(c.Recherche, "%" + recherche + "%")).Select(c => c.Siren);
            dossiers = dossiers.Where(d => d.Numero!.Contains(brut) || (siren.Length >= 9 && d.Siren == siren.Substring(0, 9)) || trouvees.Contains(d.Siren)
                || EF.Functions.ILike(d.Titre, "%" + filtre.Q.Trim() + "%"));
        }
        else
        {
            var enSeance = onglet.Etats.Contains(EtatDossier.InscritSeance);
            dossiers = dossiers.Where(d => avant || !d.NotificationEnAttente ? onglet.Etats.Contains(d.Etat) : enSeance);
        }
        return string.IsNullOrEmpty(filtre.Dispositif) ? dossiers : dossiers.Where(d => d.Dispositif == filtre.Dispositif);
    }

    /// <summary>What a search keeps of what was typed: no control character, a hundred characters.</summary>
    private static string? Propre(string? texte) =>
        texte is null ? null : string.Concat(texte.Where(c => !char.IsControl(c)).Take(100));

    /// <summary>A malformed cursor means the first page.</summary>
    private static (DateOnly Echeance, Guid Id) Curseur(string? texte)
    {
        var parties = (texte ?? "").Split('_');
        return parties.Length == 2 && DateOnly.TryParseExact(parties[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            && Guid.TryParse(parties[1], out var id) ? (jour, id) : default;
    }
}
