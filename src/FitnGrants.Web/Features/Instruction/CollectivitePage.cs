using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>Who bears a dossier: its population and band, what it asked elsewhere, alone or with others, what it holds.</summary>
public sealed record CollectivitePage(
    string Numero,
    string Titre,
    Beneficiaire Porteur,
    Reglement Reglement,
    int? Population,
    IReadOnlyList<CollectivitePage.Autre> Autres
)
{
    private const int Montres = 100;

    /// <param name="Porte">True where it bears the dossier, false where it is a member.</param>
    /// <param name="Chef">Who bears it.</param>
    /// <param name="Accorde">Euros of the accord it may know of; null without one.</param>
    public sealed record Autre(
        string Numero,
        string Titre,
        string Dispositif,
        string Chef,
        bool Porte,
        bool Individuel,
        EtatDossier Etat,
        Euros? Demande,
        Euros? Accorde,
        DateTimeOffset? Le
    );

    public Tranche? Tranche => Reglement.TranchePour(Population);

    /// <summary>Euros of the accords it bears.</summary>
    public Euros Accords => Euros.Somme(Autres.Where(a => a.Porte).Select(a => a.Accorde).OfType<Euros>());

    public static async Task<CollectivitePage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string numero,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var d = await db
            .Dossiers.VisiblesPar(acteur, Droit.LireListeDeTravail)
            .Where(x => x.Numero == numero)
            .Select(x => new
            {
                x.Id,
                x.Titre,
                x.Siren,
                x.Porteur,
                x.VersionReglement,
            })
            .FirstOrDefaultAsync(arret);
        if (d is null)
            return null;
        var (reglement, lecteur) = (await reglements.VersionAsync(db, d.VersionReglement, arret), Lecteur.De(acteur));
        var accords = db.AccordsDitsA(lecteur);
        // Those of the whole région: what another préfecture instructs is read, not worked on.
        var autres = await (
            from x in db.Dossiers.VisiblesPar(acteur, Droit.LireDossier).Where(x => x.Numero != null)
            where x.Id != d.Id && x.Sirens.Contains(d.Siren)
            join c in db.Collectivites on x.Siren equals c.Siren
            orderby x.DeposeLe descending, x.Id
            select new
            {
                x.Numero,
                x.Titre,
                x.Dispositif,
                c.Nom,
                x.Siren,
                x.Individuel,
                x.Etat,
                x.NotificationEnAttente,
                x.Region,
                x.MontantDemande,
                x.DeposeLe,
                Accorde = accords.Where(a => a.DossierId == x.Id).Select(a => a.MontantAccorde).FirstOrDefault(),
            }
        )
            .Take(Montres)
            .ToListAsync(arret);
        return new CollectivitePage(
            numero,
            d.Titre,
            d.Porteur!,
            reglement,
            d.Porteur!.Population(reglement.PopulationReference),
            [
                .. autres.Select(a => new Autre(
                    a.Numero!,
                    a.Titre,
                    a.Dispositif,
                    a.Nom,
                    a.Siren == d.Siren,
                    a.Individuel,
                    lecteur.EtatDe(a.Etat, a.NotificationEnAttente, a.Region),
                    a.MontantDemande,
                    a.Accorde,
                    a.DeposeLe
                )),
            ]
        );
    }
}
