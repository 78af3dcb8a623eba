using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>
/// The act of Vern-sur-Seiche, brought where a test wants it by its own verbs: accord of 20 720 € on 22 June 2021, told on 24 June;
/// edited and
/// signed on 8 July, sent the same day, received on 12 July; begun on 20 July.
/// </summary>
internal sealed class UnActe
{
    public static readonly Acteur Gestionnaire = UnDossier.Qui("SGAR, gestion", Role.Gestionnaire);
    public static readonly AttribuantDeLActe Attribuant = new("11000201100044", Signataire: true);
    public const string Motif = "Le motif est dit en toutes lettres.";

    public required Dossier Dossier { get; init; }
    public required Decision Accord { get; init; }
    public required Engagement Engagement { get; init; }
    public required ActeAttributif Acte { get; init; }
    public Reglement Reglement { get; init; } = UnReglement.Bretagne;

    public string Siren => Dossier.Siren;

    /// <summary>Its requests of payment.</summary>
    public List<DemandeDeVersement> Versements { get; } = [];

    public CadreDeLActe Cadre(DateTimeOffset instant, Acteur? par = null) =>
        new(Dossier, Reglement, par ?? Gestionnaire, instant) { Versements = Versements };

    public CadreDeLActe Cadre(int annee, int mois, int jour, Acteur? par = null) => Cadre(Quand.Le(annee, mois, jour), par);

    /// <summary>An accord that was told, and its act to prepare.</summary>
    public static UnActe AEditer(
        decimal montant = 20_720m,
        string? conditions = null,
        Candidature? candidature = null,
        Reglement? reglement = null
    )
    {
        var r = reglement ?? UnReglement.Bretagne;
        var dossier = UnDossier.Instruit(candidature, r);
        var seance = UneSeance.Ouverte(null, r, dossier);
        var rendue = seance.Decider(dossier, UneSeance.Accord(montant) with { Conditions = conditions }, UneSeance.Cadre(seance, r));
        Assert.True(rendue.Resultat.EstAccepte, string.Join(" / ", rendue.Resultat.Refus.Select(c => c.Message)));
        var acte = dossier.Notifier(rendue.Decision!, r, UnDossier.Secretaire, Quand.Le(2021, 6, 24))!;
        return new UnActe
        {
            Dossier = dossier,
            Accord = rendue.Decision!,
            Engagement = rendue.Engagement!,
            Acte = acte,
            Reglement = r,
        };
    }

    /// <summary>Everything that its edition asks for.</summary>
    public static UnActe Complet()
    {
        var u = AEditer();
        u.Completer();
        return u;
    }

    public void Completer()
    {
        Accepter(Acte.SaisirLesSirets(Sirets(Siret.SiegePlausible(Siren).Valeur), UnDossier.Representant));
        Acte.ConfirmerLesSirets(Gestionnaire);
        Acte.Ecrire(
            Acte.TermesProposes(Dossier, Reglement) with
            {
                Imputation = "l’UO 0363-CDMA",
                Comptable = "la directrice régionale des finances publiques",
                MotifDesAlertes = "Le projet est connu du service.",
            },
            new Dictionary<string, DeliberationDuBeneficiaire>(StringComparer.Ordinal)
            {
                [Siren] = new(new DateOnly(2021, 6, 28), "2021-42"),
            },
            Gestionnaire
        );
    }

    public Dictionary<string, string?> Sirets(string? siret) => new(StringComparer.Ordinal) { [Siren] = siret };

    public Dictionary<string, DateOnly> Signatures(DateOnly jour) => new(StringComparer.Ordinal) { [Siren] = jour };

    /// <summary>One whose act stands at a step; received or not, begun or not, as its name says.</summary>
    public static UnActe A(EtapeDeSuivi etape)
    {
        var u = Complet();
        if (etape == EtapeDeSuivi.AEditer)
            return u;
        Accepter(u.Acte.Editer(u.Cadre(2021, 7, 8), Attribuant));
        if (etape == EtapeDeSuivi.ASigner)
            return u;
        var jour = new DateOnly(2021, 7, 8);
        Accepter(u.Acte.Signer(jour, u.Signatures(jour), null, Gestionnaire, Quand.Le(2021, 7, 8, 15)).Resultat);
        if (etape == EtapeDeSuivi.ANotifier)
            return u;
        Accepter(u.Acte.Envoyer(u.Dossier.RejetImpliciteLe, null, Gestionnaire, Quand.Le(2021, 7, 8, 16)));
        if (etape == EtapeDeSuivi.EnAttenteDeReception)
            return u;
        Assert.True(u.Acte.Ouvrir(u.Cadre(2021, 7, 12, UnDossier.Representant), u.Engagement));
        if (etape == EtapeDeSuivi.ACommencer)
            return u;
        Accepter(u.Acte.DeclarerLeCommencement(new DateOnly(2021, 7, 20), surLHonneur: false, u.Cadre(2021, 7, 20)));
        if (etape == EtapeDeSuivi.EnExecution)
            return u;
        u.Achever();
        return u;
    }

    /// <summary>Completed on 21 July, 10 000 € of costs: 7 400 € are due.</summary>
    private void Achever()
    {
        var jour = new DateOnly(2021, 7, 21);
        var (solde, _, resultat) = Acte.DeclarerLAchevement(
            jour,
            [new LigneDeCout("Prestataire", 0, "F-1", jour, jour, new Euros(10_000m))],
            Euros.Zero,
            Cadre(2021, 7, 22, UnDossier.Representant)
        );
        Accepter(resultat);
        Versements.Add(solde!);
    }

    /// <summary>One whose dossier is in a state of after the accord.</summary>
    public static UnActe A(EtatDossier etat)
    {
        switch (etat)
        {
            case EtatDossier.Conventionne:
                return A(EtapeDeSuivi.ACommencer);
            case EtatDossier.EnExecution:
                return A(EtapeDeSuivi.EnExecution);
            case EtatDossier.Acheve:
                return A(EtapeDeSuivi.ASolder);
            case EtatDossier.Solde:
                var solde = A(EtapeDeSuivi.ASolder);
                var demande = solde.Versements[0];
                var jour = new DateOnly(2021, 8, 2);
                Accepter(solde.Acte.ControlerUnVersement(demande, [], null, null, solde.Cadre(2021, 8, 2)));
                Accepter(solde.Acte.OrdonnancerUnVersement(demande, "100000001", solde.Cadre(2021, 8, 2)));
                Accepter(
                    solde.Acte.PayerUnVersement(
                        demande,
                        jour,
                        demande.Montant,
                        solde.Cadre(2021, 8, 2, UnDossier.Qui("SGAR, paiement")),
                        solde.Engagement
                    )
                );
                Accepter(solde.Acte.Solder(solde.Cadre(2021, 8, 3), solde.Engagement));
                return solde;
            case EtatDossier.Caduc:
                var caduc = A(EtapeDeSuivi.ACommencer);
                caduc.Entendre(ObjetDesObservations.Caducite, Quand.Le(2023, 7, 13));
                Accepter(caduc.Acte.ConstaterLaCaducite(Motif, caduc.Cadre(2023, 7, 28), caduc.Engagement));
                return caduc;
            case EtatDossier.Abandonne:
                var abandonne = A(EtapeDeSuivi.ACommencer);
                Accepter(abandonne.Acte.Renoncer("Le projet ne se fera pas.", abandonne.Cadre(2021, 9, 1), abandonne.Engagement));
                return abandonne;
            case EtatDossier.Retiree:
                var retiree = A(EtapeDeSuivi.ACommencer);
                retiree.Entendre(ObjetDesObservations.Retrait, Quand.Le(2021, 8, 1));
                Accepter(
                    retiree.Acte.Retirer(
                        FondementDuRetrait.Illegalite,
                        Motif,
                        retiree.Accord,
                        retiree.Cadre(2021, 9, 1),
                        retiree.Engagement
                    )
                );
                return retiree;
            default:
                throw new ArgumentOutOfRangeException(nameof(etat), etat, "Nothing leads there yet.");
        }
    }

    /// <summary>Observations asked, and received the same day.</summary>
    public void Entendre(
        ObjetDesObservations objet,
        DateTimeOffset instant,
        FondementDuRetrait fondement = FondementDuRetrait.ConditionsNonRespectees
    )
    {
        Accepter(Acte.DemanderDesObservations(objet, Motif, Cadre(instant), Sur(objet, fondement)));
        Accepter(Acte.RecevoirLaDemande(objet, JourDeParis.De(instant), Cadre(instant, UnDossier.Representant)));
    }

    /// <summary>The ground that a withdrawal tells; null for another measure.</summary>
    public (FondementDuRetrait?, Decision)? Sur(ObjetDesObservations objet, FondementDuRetrait fondement) =>
        objet == ObjetDesObservations.Retrait ? (fondement, Accord) : null;

    public static void Accepter(Resultat resultat) =>
        Assert.True(resultat.EstAccepte, string.Join(" / ", resultat.Refus.Select(r => r.Message)));
}
