using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;

namespace FitnGrants.Web.Demonstration;

/// <summary>
/// The reports of laureates: one read and due again, one to be read with its findings, one sent back; the others are late.
/// </summary>
public sealed partial class SuiteDesAccords
{
    /// <summary>The first report: its day, and what becomes of it.</summary>
    private async Task EtatAsync(Suivi s, Acteur gestion, CancellationToken arret)
    {
        var cout = s.Acte.Valeurs.Depense;
        var fin = s.Acte.Valeurs.Termes.AchevementPrevu!.Value;
        var trimestre = ContenuDEtat.APrevoir(s.Acte.EtatAttenduLe!.Value, fin)[^1];
        var dit = new ContenuDEtat
        {
            Statut = StatutDeProjet.EnCours,
            AvancementPct = 40,
            Avancement = "Le marché est notifié, les maquettes sont validées avec les agents d’accueil.",
            DepensesPayees = new Euros(9_000m),
            Previsions = [new Prevision(trimestre, cout.Moins(new Euros(9_000m)))],
            Echeances = [new EcheanceDeProjet("Ouverture du service", fin.AddMonths(-2)), new EcheanceDeProjet("Achèvement", fin)],
            Entreprises =
            [
                new EntrepriseAttributaire("Atelier numérique de l’Ouest", "35", new Euros(18_000m)),
                new EntrepriseAttributaire("Formation pour tous", "75", new Euros(4_500m)),
            ],
        };
        if (s.Dossier.Titre == "Inscriptions scolaires")
            // More than its cost, and nobody who received it.
            dit = dit with { DepensesPayees = cout + new Euros(1_250m), Entreprises = [], AucuneEntreprise = true, AvancementPct = 85 };
        await RendreAsync(s, 100, dit, arret);
        var etat = s.Etats[0];
        if (s.Dossier.Titre == "Portail des familles")
            await ActeAsync(
                s,
                gestion,
                104,
                c => s.Acte.MarquerLu(etat, s.Acte.ConstatsDe(etat, s.Etats, s.Versements), s.Etats, c),
                arret
            );
        else if (s.Dossier.Titre == "Accueil sans attente")
            await ActeAsync(
                s,
                gestion,
                106,
                c =>
                    s.Acte.RenvoyerUnEtat(
                        etat,
                        [new PointACorriger(ConstatsDEtat.Champs.Depenses, "Dépenses hors taxes seulement, comme dans l’acte.")],
                        s.Etats,
                        c
                    ),
                arret
            );
    }

    /// <summary>The second one of a project that goes on, read.</summary>
    private async Task EtatSuivantAsync(Suivi s, Acteur gestion, CancellationToken arret)
    {
        var avant = s.Etats[0].Contenu;
        await RendreAsync(
            s,
            190,
            avant with
            {
                AvancementPct = 55,
                Avancement = "Le portail est en essai dans deux écoles ; le paiement en ligne est en recette.",
                DepensesPayees = new Euros(15_000m),
                Previsions = [avant.Previsions[0] with { Montant = s.Acte.Valeurs.Depense.Moins(new Euros(15_000m)) }],
            },
            arret
        );
        var etat = s.Etats[^1];
        await ActeAsync(s, gestion, 194, c => s.Acte.MarquerLu(etat, s.Acte.ConstatsDe(etat, s.Etats, s.Versements), s.Etats, c), arret);
    }

    private async Task RendreAsync(Suivi s, int jours, ContenuDEtat dit, CancellationToken arret)
    {
        await ActeAsync(
            s,
            s.Porteur,
            jours,
            c =>
            {
                var etat = s.Acte.OuvrirUnEtat(s.Etats, c);
                s.Etats.Add(etat);
                db.EtatsDesLieux.Add(etat);
                return s.Acte.EcrireUnEtat(etat, dit, c);
            },
            arret
        );
        await ActeAsync(s, s.Porteur, jours, c => s.Acte.TransmettreUnEtat(s.Etats[^1], s.Etats, c), arret);
    }
}
