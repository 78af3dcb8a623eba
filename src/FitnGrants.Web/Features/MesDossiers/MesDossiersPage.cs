using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.MesDossiers;

/// <summary>The collectivité's dossiers: who has the ball, what is expected, by when.</summary>
public sealed record MesDossiersPage(IReadOnlyList<MesDossiersPage.Ligne> Lignes, IReadOnlyList<Reglement> Ouverts, bool PeutCreer)
{
    public sealed record Ligne(string Adresse, string Titre, string Dispositif, EtatDossier Etat, Balle Balle, Euros? Montant, bool Suivi);

    public static async Task<MesDossiersPage> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Horloge horloge,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var lignes = await db
            .Dossiers.VisiblesPar(acteur, Droit.LireMesDossiers)
            .OrderByDescending(d => d.ModifieLe)
            .Take(200)
            .Select(d => new
            {
                d.Numero,
                d.Jeton,
                d.Titre,
                d.Dispositif,
                d.Etat,
                d.NotificationEnAttente,
                d.Departement,
                d.Region,
                d.MontantDemande,
                d.VersionReglement,
                d.EcheanceLe,
                d.Recevabilite,
                d.RecevabiliteAvantLe,
                d.RejetImpliciteLe,
                Suivi = db.ActesAttributifs.FirstOrDefault(a => a.DossierId == d.Id),
            })
            .ToListAsync(arret);
        var lecteur = Lecteur.De(acteur);
        string[] sirens = [.. acteur.Pour(Droit.EcrireDossier).Select(h => h.Siren).OfType<string>()];
        var departements = await db
            .Collectivites.Where(c => sirens.Contains(c.Siren))
            .Select(c => c.Departement)
            .Distinct()
            .ToListAsync(arret);
        return new MesDossiersPage(
            [
                .. lignes.Select(d =>
                {
                    var reglement = d.Numero is null
                        ? reglements.Exiger(d.Dispositif)
                        : reglements.DeSaVersion(d.Dispositif, d.VersionReglement);
                    var adresse = d.Numero ?? d.Jeton;
                    var etat = lecteur.EtatDe(d.Etat, d.NotificationEnAttente, d.Region);
                    var balle = d.Suivi is { } s
                        ? Balle.ApresLAccord(s, d.MontantDemande, "", adresse, horloge.Aujourdhui)
                        : Balle.PourLePorteur(
                            etat,
                            reglement,
                            d.Departement,
                            "à compléter",
                            adresse,
                            Balle.Echeances.De(
                                horloge.Aujourdhui,
                                (d.Recevabilite, d.RecevabiliteAvantLe),
                                d.RejetImpliciteLe,
                                d.EcheanceLe
                            ),
                            null,
                            deposable: false
                        );
                    return new Ligne(
                        adresse,
                        d.Titre.Length == 0 ? "Projet sans titre" : d.Titre,
                        reglement.Nom,
                        etat,
                        balle,
                        d.MontantDemande,
                        d.Suivi is not null
                    );
                }),
            ],
            [
                .. reglements.EnVigueur.Where(r =>
                    r.Statut(horloge.Maintenant) == StatutDispositif.Ouvert
                    && r.Departements.Intersect(departements, StringComparer.Ordinal).Any()
                ),
            ],
            acteur.Peut(Droit.EcrireDossier)
        );
    }
}
