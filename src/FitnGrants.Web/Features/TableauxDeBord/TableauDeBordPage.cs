using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>What a service looks at once a week: how many, how long, how much.</summary>
public sealed record TableauDeBordPage(
    IReadOnlyList<TableauDeBordPage.ParDispositif> Dispositifs,
    IReadOnlyList<(EtatDossier Etat, int Nombre)> Etats,
    IReadOnlyList<TableauDeBordPage.ParDepartement> Departements,
    IReadOnlyList<Delai> Delais,
    IReadOnlyList<TableauDeBordPage.ParMois> Mois
)
{
    private static readonly EtatDossier[] Vivants =
    [
        EtatDossier.Depose,
        EtatDossier.EnInstruction,
        EtatDossier.ACompleter,
        EtatDossier.Instruit,
        EtatDossier.InscritSeance,
        EtatDossier.EnReconstruction,
    ];

    /// <summary>What an envelope has, what was granted, what living dossiers ask.</summary>
    public sealed record ParDispositif(string Code, string Nom, Euros Enveloppe, Euros Accorde, int Nombre, Euros Demande)
    {
        public Euros Reste => Enveloppe.Moins(Accorde);
    }

    public sealed record ParDepartement(string Departement, int Nombre, int EnCours, Euros Demande);

    /// <summary>Deposits of a month of Paris.</summary>
    public sealed record ParMois(DateOnly Mois, int Nombre, Euros Demande);

    private sealed record Lu(
        string Dispositif,
        string Departement,
        string Region,
        EtatDossier Etat,
        bool EnAttente,
        Euros? Demande,
        DateTimeOffset Depose,
        DateTimeOffset? Pris,
        DateTimeOffset? Clos,
        DateTimeOffset? Notifie
    );

    public static async Task<TableauDeBordPage> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var lecteur = Lecteur.De(acteur);
        var lus = (
            await db
                .Dossiers.VisiblesPar(acteur, Droit.LireDossier)
                .Where(d => d.DeposeLe != null)
                .Select(d => new Lu(
                    d.Dispositif,
                    d.Departement,
                    d.Region,
                    d.Etat,
                    d.NotificationEnAttente,
                    d.MontantDemande,
                    d.DeposeLe!.Value,
                    db.Journal.Where(l => l.EntiteId == d.Id && l.Acte == Acte.PrendreEnCharge).Min(l => (DateTimeOffset?)l.Instant),
                    db.Journal.Where(l => l.EntiteId == d.Id && l.Acte == Acte.Clore).Max(l => (DateTimeOffset?)l.Instant),
                    db.Journal.Where(l => l.EntiteId == d.Id && l.Acte == Acte.Notifier).Max(l => (DateTimeOffset?)l.Instant)
                ))
                .ToListAsync(arret)
        ).ConvertAll(l => l with { Etat = lecteur.EtatDe(l.Etat, l.EnAttente, l.Region) });
        string[] codes = [.. lus.Select(l => l.Dispositif).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var accordes = await db.SommesAsync(db.AccordsDitsA(lecteur), codes, arret);
        return new TableauDeBordPage(
            [.. codes.Select(c => Dispositif(reglements, c, accordes.GetValueOrDefault(c), lus))],
            [.. lus.GroupBy(l => l.Etat).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            [
                .. lus.GroupBy(l => l.Departement, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new ParDepartement(g.Key, g.Count(), g.Count(EstVivant), Somme(g.Where(EstVivant)))),
            ],
            [
                Delai.De("Du dépôt à la prise en charge", lus.Select(l => Jours(l.Depose, l.Pris))),
                Delai.De("De la prise en charge à la clôture", lus.Select(l => l.Pris is { } pris ? Jours(pris, l.Clos) : null)),
                Delai.De("Du dépôt à la notification", lus.Select(l => Jours(l.Depose, l.Notifie))),
            ],
            [
                .. lus.GroupBy(l => JourDeParis.De(l.Depose) is var jour ? new DateOnly(jour.Year, jour.Month, 1) : default)
                    .OrderBy(g => g.Key)
                    .Select(g => new ParMois(g.Key, g.Count(), Somme(g))),
            ]
        );
    }

    private static ParDispositif Dispositif(RegistreDesReglements reglements, string code, Euros accorde, List<Lu> lus)
    {
        var (reglement, siens) = (reglements.Exiger(code), lus.Where(l => l.Dispositif == code && EstVivant(l)).ToList());
        return new ParDispositif(code, reglement.Intitule, reglement.Enveloppe, accorde, siens.Count, Somme(siens));
    }

    private static bool EstVivant(Lu lu) => Vivants.Contains(lu.Etat);

    private static Euros Somme(IEnumerable<Lu> lus) => Euros.Somme(lus.Select(l => l.Demande).OfType<Euros>());

    private static int? Jours(DateTimeOffset debut, DateTimeOffset? fin) =>
        fin is { } f ? Math.Max(0, JourDeParis.De(f).DayNumber - JourDeParis.De(debut).DayNumber) : null;
}

/// <summary>A bar: its value against the greatest of its column.</summary>
public sealed record Jauge(long Valeur, long Maximum);
