using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Suivi;

/// <summary>
/// Scenario 11: random orders of requests, controls, payments, recoveries, avenants and endings. What is ordered and not given back never
/// passes the aid, each euro beyond is an open écart, the envelope is exact to the cent, and an act is never stuck.
/// </summary>
public sealed class ArgentAuHasardTests
{
    private static readonly Acteur[] Agents =
    [
        UnDossier.Qui("Un", Role.Gestionnaire),
        UnDossier.Qui("Deux", Role.Gestionnaire),
        UnDossier.Qui("Trois", Role.Gestionnaire),
    ];

    [Fact]
    public void L_argent_tient_au_centime_dans_n_importe_quel_ordre()
    {
        var pas = from geste in Gen.Choose(0, 16) from valeur in Gen.Choose(0, 1_000) select (geste, valeur);
        var (soldes, payees) = (0, 0);
        Hasard.Verifier(pas.ListOf(60), suite =>
        {
            var u = UnActe.A(EtapeDeSuivi.EnExecution);
            var jour = new DateOnly(2021, 8, 1);
            foreach (var (geste, valeur) in suite)
            {
                jour = jour.AddDays(8);
                Tenter(u, geste, valeur, jour);
                Verifier(u);
            }
            soldes += u.Dossier.Etat == EtatDossier.Solde ? 1 : 0;
            payees += u.Versements.Count(d => d.Etat == EtatDeVersement.Payee);
            return true;
        });
        // The orders do reach the bank and the end: else this would prove nothing.
        Assert.True(soldes > 5 && payees > 100, $"{soldes} soldés, {payees} payés");
    }

    private static void Verifier(UnActe u)
    {
        var l = u.Acte.Liquider(u.Versements);
        var ordonnes = Euros.Somme(
            u.Versements.Where(d => d.Etat is EtatDeVersement.Ordonnancee or EtatDeVersement.Payee).Select(d => d.Montant!.Value)
        );
        var ecarts = Euros.Somme(
            u.Versements.Where(d => d is { EcartOuvert: true, Compte: true }).Select(d => d.Ecart).Where(e => e > Euros.Zero)
        );
        Assert.True(ordonnes - l.Recouvre <= u.Acte.Montant, $"{ordonnes} ordonnancés, {l.Recouvre} rendus, {u.Acte.Montant}");
        Assert.True(l.Paye <= u.Acte.Montant + ecarts, $"{l.Paye} payés sur {u.Acte.Montant}, {ecarts} d’écarts");
        var attendu = u.Acte.Fin is null && u.Acte.Montant > l.Paye ? u.Acte.Montant : l.Paye;
        Assert.Equal(attendu, u.Engagement.Montant);
        Assert.Equal(
            u.Acte.Fin?.Etat ?? (u.Acte.Etape == EtapeDeSuivi.ASolder ? EtatDossier.Acheve : EtatDossier.EnExecution),
            u.Dossier.Etat
        );
        Assert.Equal(u.Acte.VersementAttend is null, u.Acte.VersementDepuis is null);
    }

    private static void Tenter(UnActe u, int geste, int valeur, DateOnly jour)
    {
        try
        {
            Faire(u, geste, valeur, jour, u.Cadre(Quand.Le(jour.Year, jour.Month, jour.Day), Agents[valeur % 3]));
        }
        catch (ActeImpossibleException)
        {
            // Not there: the next one may be.
        }
    }

    private static void Faire(UnActe u, int geste, int valeur, DateOnly jour, CadreDeLActe c)
    {
        DemandeDeVersement? En(EtatDeVersement etat) => u.Versements.FirstOrDefault(d => d.Etat == etat);
        var montant = new Euros(valeur * 20m + 0.01m);
        switch (geste)
        {
            case 0 or 1:
                var nature = geste == 0 ? NatureDeVersement.Avance : NatureDeVersement.Acompte;
                var demande = En(EtatDeVersement.Brouillon) ?? En(EtatDeVersement.ACompleter) ?? Preparer(u, nature, c);
                if (demande is null)
                    return;
                u.Acte.EcrireUnVersement(demande, new Euros(valeur * 6m), Lignes(valeur, jour), c);
                u.Acte.TransmettreUnVersement(demande, c with { Par = UnDossier.Representant });
                break;
            case 2 or 3 when En(EtatDeVersement.Transmise) is { } d:
                u.Acte.ControlerUnVersement(
                    d,
                    [.. d.Lignes.Select(x => new LigneControlee(Moitie(x.Montant, valeur), "Vu."))],
                    null,
                    "Vu.",
                    c
                );
                break;
            case 4 when En(EtatDeVersement.Controlee) is { } d:
                u.Acte.OrdonnancerUnVersement(d, $"{100_000_000 + d.Rang}", c);
                break;
            case 5 when En(EtatDeVersement.Ordonnancee) is { } d:
                u.Acte.PayerUnVersement(d, jour, valeur % 5 == 0 ? montant : d.Montant, c, u.Engagement);
                break;
            case 6 when u.Versements.FirstOrDefault(d => d.EstControlee) is { } d:
                if (valeur % 2 == 0)
                    u.Acte.AnnulerUnPas(d, "Erreur.", c, u.Engagement);
                break;
            case 7 when En(EtatDeVersement.Transmise) is { } d:
                if (valeur % 2 == 0)
                    u.Acte.RejeterUnVersement(d, "Hors sujet.", c);
                else
                    u.Acte.RendreUnVersement(d, "Une pièce manque.", c);
                break;
            case 8:
                Baisser(u, valeur, jour, c);
                break;
            case 9 when valeur % 3 == 0:
                var (solde, effacees, _) = u.Acte.DeclarerLAchevement(jour, Lignes(valeur, jour), Euros.Zero, c);
                u.Versements.RemoveAll(effacees.Contains);
                if (solde is not null && !u.Versements.Contains(solde))
                    u.Versements.Add(solde);
                break;
            case 10 when valeur % 4 == 0:
                u.Acte.RenvoyerLaDeclaration("À reprendre.", c);
                break;
            case 11:
                u.Acte.Solder(c, u.Engagement);
                break;
            case 12:
                u.Acte.DemanderUnReversement(FondementDeReversement.ObjetChange, montant, UnActe.Motif, c);
                break;
            case 13 when u.Acte.Reversements.FirstOrDefault(r => r.Ouvert) is { } r:
                if (r.Etat == EtatDeReversement.Decide)
                    u.Acte.RecouvrerUnReversement(r.Rang, jour, valeur % 2 == 0 ? r.Reste : montant, c, u.Engagement);
                else if (r.RecuLe is null)
                    u.Acte.RecevoirUnReversement(r.Rang, jour, c);
                else
                    u.Acte.DeciderUnReversement(r.Rang, $"T-{r.Rang}", c);
                break;
            case 14 when u.Versements.FirstOrDefault(d => d.EstControlee && d.Montant > Euros.Zero) is { } d:
                u.Acte.ConstaterUnPaiement(d, d.NumeroDp, jour, valeur % 2 == 0 ? montant : d.Montant!.Value, c, u.Engagement);
                break;
            case 15 when u.Versements.FirstOrDefault(d => d.EcartOuvert) is { } d:
                u.Acte.ReglerUnEcart(d, "Compensé.", c);
                break;
            case 16 when valeur % 20 == 0:
                u.Acte.Renoncer("Le projet ne se fera pas.", c, u.Engagement);
                break;
        }
    }

    private static DemandeDeVersement? Preparer(UnActe u, NatureDeVersement nature, CadreDeLActe c)
    {
        var (demande, _) = u.Acte.PreparerUnVersement(nature, c);
        if (demande is not null)
            u.Versements.Add(demande);
        return demande;
    }

    /// <summary>An avenant that lowers the aid and the plan with it, to its reception.</summary>
    private static void Baisser(UnActe u, int valeur, DateOnly jour, CadreDeLActe c)
    {
        var montant = new Euros(u.Acte.Montant.Montant - valeur);
        if (!u.Acte.EcrireUnAvenant(new Modifications { Montant = montant }, (UnActe.Motif, "Vu."), null, c).EstAccepte)
            return;
        var plan = UnProjet.Complet(u.Acte.Depense!.Value.Montant, montant.Montant);
        u.Acte.ProposerUnPlan(new PlanDeLActe(plan.Depenses!.Value, plan.Ressources!.Value) { ProposePar = "", ProposeLe = c.Instant }, c);
        u.Acte.AccepterLePlan("Vu.", c);
        if (!u.Acte.EditerLAvenant(c, UnActe.Attribuant).EstAccepte)
        {
            u.Acte.ClasserLAvenant("Inutile.", c);
            return;
        }
        UnActe.Accepter(u.Acte.SignerLAvenant(jour, u.Signatures(jour), null, c).Resultat);
        UnActe.Accepter(u.Acte.EnvoyerLAvenant(c));
        Assert.True(u.Acte.OuvrirLAvenant(c, u.Engagement));
    }

    private static ImmutableArray<LigneDeCout> Lignes(int valeur, DateOnly jour) =>
        [
            new("Atelier", 0, $"F-{jour.DayNumber}", jour, jour, new Euros(valeur * 10m + 0.03m)),
            .. valeur % 7 == 0
                ? [new LigneDeCout("Atelier", 0, $"A-{jour.DayNumber}", jour, jour, new Euros(-valeur - 0.01m))]
                : ImmutableArray<LigneDeCout>.Empty,
        ];

    private static Euros Moitie(Euros montant, int valeur) => valeur % 3 == 0 ? new Euros(decimal.Round(montant.Montant / 2, 2)) : montant;
}
