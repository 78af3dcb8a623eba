using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Web.Demonstration;

/// <summary>The money of those in execution, one at each step that it can be at in March.</summary>
public sealed partial class SuiteDesAccords
{
    private static readonly Acteur Second = new(Guid.CreateVersion7(), "SGAR de Bretagne, second gestionnaire", []);

    private async Task ArgentAsync(Suivi s, Acteur gestion, CancellationToken arret)
    {
        switch (s.Dossier.Titre)
        {
            case "Signalements des habitants":
                await AvanceAsync(s, gestion, "100204582", arret);
                break;
            case "Portail des familles":
                await PayerAsync(s, await AvanceAsync(s, gestion, "100204581", arret), 45, null, arret);
                await AcompteAsync(s, 150, 9_000m, arret);
                break;
            case "Guichet des démarches":
                await PayerAsync(s, await AvanceAsync(s, gestion, "100204583", arret), 45, null, arret);
                await SolderAsync(s, gestion, arret);
                break;
            case "Agenda partagé":
                // Less was spent than was advanced: the balance asks the difference back.
                await PayerAsync(s, await AvanceAsync(s, gestion, "100204584", arret), 45, null, arret);
                await ControlerAsync(s, gestion, await AcheverAsync(s, 110, 4_000m, arret), 125, arret);
                break;
            case "Accueil sans attente":
                await ControlerAsync(s, gestion, await AcompteAsync(s, 100, 8_000m, arret), 120, arret);
                break;
            case "Inscriptions scolaires":
                // The bank paid one euro more than what was ordered: it stays open.
                await PayerAsync(s, await AvanceAsync(s, gestion, "100204585", arret), 45, 1m, arret);
                var acompte = await AcompteAsync(s, 100, 12_000m, arret);
                await ActeAsync(
                    s,
                    gestion,
                    110,
                    c => s.Acte.RendreUnVersement(acompte, "La facture F-118 est illisible : joignez-la à nouveau.", c),
                    arret
                );
                break;
        }
    }

    /// <summary>Asked, controlled and ordered.</summary>
    private async Task<DemandeDeVersement> AvanceAsync(Suivi s, Acteur gestion, string dp, CancellationToken arret)
    {
        var avance = await DemanderAsync(s, NatureDeVersement.Avance, 30, [], arret);
        await ControlerAsync(s, gestion, avance, 35, arret);
        await ActeAsync(s, gestion, 36, c => s.Acte.OrdonnancerUnVersement(avance, dp, c), arret);
        return avance;
    }

    private Task<DemandeDeVersement> AcompteAsync(Suivi s, int jours, decimal montant, CancellationToken arret) =>
        DemanderAsync(s, NatureDeVersement.Acompte, jours, Depenses(s, jours, montant), arret);

    /// <summary>Five sixths to one supplier, the rest to another.</summary>
    private static ImmutableArray<LigneDeCout> Depenses(Suivi s, int jours, decimal montant)
    {
        var formation = decimal.Round(montant / 6, 2);
        return
        [
            new("Atelier numérique de l’Ouest", 0, "F-2021-118", s.Le(jours - 30), s.Le(jours - 10), new Euros(montant - formation)),
            new("Formation pour tous", 0, "2021/77", s.Le(jours - 20), s.Le(jours - 5), new Euros(formation)),
        ];
    }

    private Task ControlerAsync(Suivi s, Acteur gestion, DemandeDeVersement demande, int jours, CancellationToken arret) =>
        ActeAsync(s, gestion, jours, c => s.Acte.ControlerUnVersement(demande, [], null, null, c), arret);

    private Task PayerAsync(Suivi s, DemandeDeVersement demande, int jours, decimal? enTrop, CancellationToken arret) =>
        ActeAsync(
            s,
            Second,
            jours,
            c =>
                s.Acte.PayerUnVersement(
                    demande,
                    s.Le(jours - 1),
                    demande.Montant!.Value + new Euros(enTrop ?? 0m),
                    c,
                    s.Engagement,
                    confirme: enTrop is not null
                ),
            arret
        );

    private async Task<DemandeDeVersement> AcheverAsync(Suivi s, int jours, decimal depenses, CancellationToken arret)
    {
        await ActeAsync(
            s,
            s.Porteur,
            jours,
            c =>
            {
                var (solde, _, resultat) = s.Acte.DeclarerLAchevement(s.Le(jours - 5), Depenses(s, jours, depenses), Euros.Zero, c);
                Ajouter(s, solde!);
                return resultat;
            },
            arret
        );
        return s.Versements[^1];
    }

    /// <summary>The balance of eighteen thousand euros of costs, paid, and the act closed.</summary>
    private async Task SolderAsync(Suivi s, Acteur gestion, CancellationToken arret)
    {
        var solde = await AcheverAsync(s, 95, 18_000m, arret);
        await ControlerAsync(s, gestion, solde, 105, arret);
        await ActeAsync(s, gestion, 106, c => s.Acte.OrdonnancerUnVersement(solde, "100204586", c), arret);
        await PayerAsync(s, solde, 118, null, arret);
        await ActeAsync(s, gestion, 120, c => s.Acte.Solder(c, s.Engagement), arret);
    }

    private async Task<DemandeDeVersement> DemanderAsync(
        Suivi s,
        NatureDeVersement nature,
        int jours,
        ImmutableArray<LigneDeCout> lignes,
        CancellationToken arret
    )
    {
        await ActeAsync(
            s,
            s.Porteur,
            jours,
            c =>
            {
                var (demande, resultat) = s.Acte.PreparerUnVersement(nature, c);
                Ajouter(s, demande!);
                return resultat;
            },
            arret
        );
        var demande = s.Versements[^1];
        var plafond = s.Acte.Liquider(s.Versements).PlafondDAvance;
        await ActeAsync(s, s.Porteur, jours, c => s.Acte.EcrireUnVersement(demande, plafond, lignes, c), arret);
        await ActeAsync(s, s.Porteur, jours + 1, c => s.Acte.TransmettreUnVersement(demande, c), arret);
        return demande;
    }

    private void Ajouter(Suivi s, DemandeDeVersement demande)
    {
        s.Versements.Add(demande);
        db.Versements.Add(demande);
    }
}
