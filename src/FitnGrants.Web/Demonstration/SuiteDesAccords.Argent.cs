using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Web.Demonstration;

/// <summary>The money of those in execution: one paid then asking again, one that waits for the bank.</summary>
public sealed partial class SuiteDesAccords
{
    private static readonly Acteur Second = new(Guid.CreateVersion7(), "SGAR de Bretagne, second gestionnaire", []);

    private async Task ArgentAsync(Suivi s, Acteur gestion, CancellationToken arret)
    {
        if (s.Dossier.Titre is not ("Portail des familles" or "Signalements des habitants"))
            return;
        var avance = await DemanderAsync(s, NatureDeVersement.Avance, 30, [], arret);
        await ActeAsync(s, gestion, 35, c => s.Acte.ControlerUnVersement(avance, [], null, null, c), arret);
        await ActeAsync(s, gestion, 36, c => s.Acte.OrdonnancerUnVersement(avance, "100204581", c), arret);
        if (s.Dossier.Titre != "Portail des familles")
            return;
        await ActeAsync(s, Second, 45, c => s.Acte.PayerUnVersement(avance, s.Le(44), avance.Montant, c, s.Engagement), arret);
        await DemanderAsync(
            s,
            NatureDeVersement.Acompte,
            150,
            [
                new LigneDeCout("Atelier numérique de l’Ouest", 0, "F-2021-118", s.Le(120), s.Le(140), new Euros(7_500m)),
                new LigneDeCout("Formation pour tous", 0, "2021/77", s.Le(130), s.Le(145), new Euros(1_500m)),
            ],
            arret
        );
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
                s.Versements.Add(demande!);
                db.Versements.Add(demande!);
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
}
