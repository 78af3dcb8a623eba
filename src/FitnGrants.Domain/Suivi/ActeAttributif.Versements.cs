using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>What the control says of a cost line.</summary>
/// <param name="Retenu">Euros; the whole where it is not said.</param>
/// <param name="Motif">Why less.</param>
public sealed record LigneControlee(Euros? Retenu, string? Motif);

/// <summary>Requests of payment: written, transmitted, controlled, ordered, paid.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>Cost lines that one request holds.</summary>
    public const int LignesAuPlus = 5000;

    /// <summary>What waits among its payments, for who manages; null where nothing does.</summary>
    public EtapeDeVersement? VersementAttend { get; private set; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset? VersementDepuis { get; private set; }

    /// <summary>What is due and what was paid.</summary>
    /// <param name="versements">Every request of the act.</param>
    public Liquidation Liquider(IReadOnlyCollection<DemandeDeVersement> versements) =>
        new(Valeurs, versements, Euros.Somme(Reversements.Select(r => r.Recouvre)));

    /// <summary>Sends it back, with what is asked.</summary>
    /// <exception cref="ActeImpossibleException">Not waiting for its control.</exception>
    public Resultat RendreUnVersement(DemandeDeVersement demande, string? motif, CadreDeLActe cadre)
    {
        ExigerEtat(demande, EtatDeVersement.Transmise);
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites ce qui est à compléter, facture par facture s’il le faut.", "motif")]);
        Passer(demande, EtatDeVersement.ACompleter, cadre);
        demande.ACompleter = motif.Trim();
        Noter(new RendreUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Service fait: each line retained, reduced or set aside; then what is payable, under its ceiling.</summary>
    /// <param name="demande">Transmitted.</param>
    /// <param name="lignes">In the order of its own.</param>
    /// <param name="montant">Euros payable; what is possible where it is not said.</param>
    /// <param name="motif">Why less than what is possible, or why what is flagged passes.</param>
    /// <param name="cadre">Its dossier, its règlement, who, when.</param>
    /// <exception cref="ActeImpossibleException">Not waiting for its control.</exception>
    public Resultat ControlerUnVersement(
        DemandeDeVersement demande,
        IReadOnlyList<LigneControlee> lignes,
        Euros? montant,
        string? motif,
        CadreDeLActe cadre
    )
    {
        ExigerEtat(demande, EtatDeVersement.Transmise);
        if (demande.Nature == NatureDeVersement.Solde)
            Exiger(
                cadre.Versements.All(d => d == demande || d.Etat is not (EtatDeVersement.Transmise or EtatDeVersement.ACompleter)),
                "contrôlez ou rejetez d’abord chaque demande d’avant : ses dépenses comptent dans le solde"
            );
        ImmutableArray<LigneDeCout> jugees =
        [
            .. demande.Lignes.Select(
                (l, i) =>
                    l with
                    {
                        Retenu = lignes.ElementAtOrDefault(i)?.Retenu ?? l.Montant,
                        MotifDuControle = Propre(lignes.ElementAtOrDefault(i)?.Motif),
                    }
            ),
        ];
        var retenu = Euros.Somme(jugees.Select(l => l.Retenu!.Value));
        var liquidation = Liquider(cadre.Versements);
        var possible = liquidation.Possible(demande, retenu);
        var voulu = montant ?? (demande.Demande is { } demandee ? Euros.Min(demandee, possible.Montant) : possible.Montant);
        var manques = ManquesDuControle(jugees)
            .Concat(ManquesDuMontant(demande, voulu, possible, cadre))
            .Concat(Signalements(demande, cadre).SelectMany(s => s))
            .Concat(MemesComptes(cadre, demande.Transmission))
            .ToList();
        if (manques.Exists(m => m.Resultat == ResultatConstat.Alerte) && string.IsNullOrWhiteSpace(motif))
            manques.Add(Manque("Des points sont signalés : dites pourquoi ils n’arrêtent pas le paiement.", "motif"));
        if (voulu < possible.Montant && demande.Nature != NatureDeVersement.Avance && string.IsNullOrWhiteSpace(motif))
            manques.Add(Manque($"{possible.Montant} sont possibles : dites pourquoi vous retenez moins.", "motif"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        (demande.Lignes, demande.Montant, demande.MotifDuControle) = (jugees, voulu, Propre(motif));
        Passer(demande, EtatDeVersement.Controlee, cadre);
        demande.Controle = Pas(cadre);
        Noter(new ControlerUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, retenu, voulu));
        if (demande.Nature == NatureDeVersement.Solde)
            ReclamerLeTropPercu(liquidation.Sans(demande), demande, cadre);
        return resultat;
    }

    /// <summary>What the balance finds paid in excess is asked back, its beneficiary heard.</summary>
    private void ReclamerLeTropPercu(Liquidation autres, DemandeDeVersement solde, CadreDeLActe cadre)
    {
        var definitif = autres.Definitif(autres.Retenu + solde.Retenu, solde.AutresAides ?? Euros.Zero);
        var trop = autres.Engage.Moins(definitif);
        if (trop > Euros.Zero)
            OuvrirUnReversement(
                FondementDeReversement.TropPercu,
                trop,
                $"Le montant dû à la liquidation est de {definitif} : {trop} ont été versés en trop.",
                cadre
            );
    }

    /// <summary>Asks the public accountant to pay; the ceilings are checked again.</summary>
    /// <exception cref="ActeImpossibleException">Not controlled, or the balance waits for an earlier request.</exception>
    public Resultat OrdonnancerUnVersement(DemandeDeVersement demande, string? numeroDp, CadreDeLActe cadre)
    {
        ExigerEtat(demande, EtatDeVersement.Controlee);
        Exiger(
            !(Termes!.PaiementsSuspendus && DemeurePassee(cadre.Jour)),
            "la mise en demeure est restée sans réponse : selon l’acte, les versements attendent l’état des lieux"
        );
        if (demande.Nature == NatureDeVersement.Solde)
            Exiger(
                cadre.Versements.All(d => d == demande || !d.Compte || d.Etat == EtatDeVersement.Payee),
                "le solde attend que chaque demande d’avant soit payée, rejetée ou annulée"
            );
        var manques = new List<Constat>();
        var numero = string.Concat((numeroDp ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (numero.Length != 9 || !numero.All(char.IsAsciiDigit))
            manques.Add(Manque("Le numéro de la demande de paiement a neuf chiffres.", "numeroDp"));
        else if (cadre.Versements.Any(d => d != demande && d.Compte && d.NumeroDp == numero))
            manques.Add(Manque("Ce numéro est celui d’une autre demande de cet acte.", "numeroDp"));
        var possible = Liquider(cadre.Versements).Possible(demande, demande.Retenu);
        manques.AddRange(ManquesDuMontant(demande, demande.Montant!.Value, possible, cadre));
        manques.AddRange(MemesComptes(cadre, demande.Transmission));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        Passer(demande, EtatDeVersement.Ordonnancee, cadre);
        (demande.Ordonnancement, demande.NumeroDp) = (Pas(cadre), numero);
        Noter(new OrdonnancerUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, demande.Montant, numero));
        return resultat;
    }

    /// <summary>Records what left the bank: reality, whatever was ordered; what differs is an open écart.</summary>
    /// <exception cref="ActeImpossibleException">Not ordered, or paid already.</exception>
    public Resultat PayerUnVersement(
        DemandeDeVersement demande,
        DateOnly? jour,
        Euros? montant,
        CadreDeLActe cadre,
        Engagement engagement,
        bool confirme = false
    )
    {
        ExigerEtat(demande, EtatDeVersement.Ordonnancee);
        var manques = new List<Constat>();
        if (jour is null)
            manques.Add(Manque("Indiquez le jour du paiement.", "payeeLe"));
        else if (jour > cadre.Jour)
            manques.Add(Manque("Un paiement ne se note pas d’avance.", "payeeLe"));
        else if (jour < RecuLe)
            manques.Add(Manque($"Rien n’est payé avant la réception de l’acte, le {Francais.Date(RecuLe!.Value)}.", "payeeLe"));
        if (montant is null || montant <= Euros.Zero)
            manques.Add(Manque("Indiquez le montant payé, au-dessus de zéro.", "paye"));
        else if (montant != demande.Montant && !confirme)
            manques.Add(
                Manque(
                    $"{montant} notés sur {demande.Montant} ordonnancés. Si c’est bien ce que la banque a payé, confirmez-le.",
                    "confirme"
                )
            );
        if (jour < JourDeParis.De(demande.Ordonnancement!.Le) && !confirme)
            manques.Add(
                Manque(
                    $"Ce jour précède l’ordonnancement, le {Francais.Date(JourDeParis.De(demande.Ordonnancement.Le))}. S’il est exact, "
                        + "confirmez-le.",
                    "confirme"
                )
            );
        manques.AddRange(MemesComptes(cadre, demande.Transmission, demande.Controle));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        Passer(demande, EtatDeVersement.Payee, cadre);
        (demande.Paiement, demande.PayeeLe, demande.Paye) = (Pas(cadre), jour, montant);
        Attendre(cadre);
        Recompter(cadre, engagement);
        Noter(new PayerUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, montant, jour));
        return resultat;
    }

    /// <summary>Refuses it: it counts nowhere, its costs may come back with another one.</summary>
    /// <exception cref="ActeImpossibleException">Not transmitted, ordered already, or the balance: a declaration is sent back.</exception>
    public Resultat RejeterUnVersement(DemandeDeVersement demande, string? motif, CadreDeLActe cadre)
    {
        Exiger(demande.Nature != NatureDeVersement.Solde, "le solde se renvoie avec la déclaration d’achèvement");
        ExigerEtat(demande, EtatDeVersement.Transmise, EtatDeVersement.ACompleter, EtatDeVersement.Controlee);
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites pourquoi la demande est rejetée. Le porteur lira ce texte.", "motif")]);
        Passer(demande, EtatDeVersement.Rejetee, cadre);
        demande.MotifDeFin = motif.Trim();
        Noter(new RejeterUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Takes a wrong record back, one step: by another account than the one that made it.</summary>
    /// <exception cref="ActeImpossibleException">Nothing to take back, or by the account that recorded it.</exception>
    public Resultat AnnulerUnPas(DemandeDeVersement demande, string? motif, CadreDeLActe cadre, Engagement engagement)
    {
        ExigerEtat(demande, EtatDeVersement.Controlee, EtatDeVersement.Ordonnancee, EtatDeVersement.Payee);
        Exiger(Etape is EtapeDeSuivi.EnExecution or EtapeDeSuivi.ASolder, "cet accord a pris fin");
        var pas = (demande.Paiement ?? demande.Ordonnancement ?? demande.Controle)!;
        Exiger(pas.Compte != cadre.Par.Id, "un enregistrement s’annule par un autre agent que celui qui l’a fait");
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites pourquoi cet enregistrement est annulé.", "motif")]);
        var (avant, vers) = (
            demande.Etat,
            demande.Etat switch
            {
                EtatDeVersement.Payee => EtatDeVersement.Ordonnancee,
                EtatDeVersement.Ordonnancee => EtatDeVersement.Controlee,
                _ => EtatDeVersement.Transmise,
            }
        );
        Passer(demande, vers, cadre);
        switch (vers)
        {
            case EtatDeVersement.Ordonnancee:
                (demande.Paiement, demande.PayeeLe, demande.Paye, demande.EcartRegle) = (null, null, null, null);
                break;
            case EtatDeVersement.Controlee:
                (demande.Ordonnancement, demande.NumeroDp) = (null, null);
                break;
            default:
                (demande.Controle, demande.Montant, demande.MotifDuControle) = (null, null, null);
                // The control had said that too much was paid: what it says next is another thing.
                FermerLeTropPercu();
                break;
        }
        Attendre(cadre);
        Recompter(cadre, engagement);
        Noter(new AnnulerUnPas(cadre.Par.Fonction, DossierId, demande.Rang, motif.Trim()), avant.ToString(), vers.ToString());
        return Resultat.De([]);
    }

    private static int RangSuivant(CadreDeLActe cadre) => 1 + cadre.Versements.Select(d => d.Rang).DefaultIfEmpty().Max();

    private void Passer(DemandeDeVersement demande, EtatDeVersement etat, CadreDeLActe cadre)
    {
        (demande.Etat, demande.EtatDepuis) = (etat, cadre.Instant);
        Attendre(cadre);
    }

    /// <summary>What waits is what is the nearest to the bank's door, from the control on; then what differs, what is asked back.</summary>
    private void Attendre(CadreDeLActe cadre)
    {
        var attente = cadre
            .Versements.Select(d => (Etape: Attend(d, cadre), Depuis: d.EtatDepuis))
            .Concat(
                Reversements.Where(r => r.Ouvert).Select(r => (Etape: (EtapeDeVersement?)EtapeDeVersement.AReverser, Depuis: r.DemandeLe))
            )
            .Where(a => a.Etape is not null)
            .OrderBy(a => a.Etape)
            .ThenBy(a => a.Depuis)
            .FirstOrDefault();
        (VersementAttend, VersementDepuis) = (attente.Etape, attente.Etape is null ? null : attente.Depuis);
    }

    /// <summary>The balance waits for who manages once every request before it is paid, or counts no more.</summary>
    private static EtapeDeVersement? Attend(DemandeDeVersement demande, CadreDeLActe cadre) =>
        demande.Etat switch
        {
            EtatDeVersement.Transmise
            or EtatDeVersement.Controlee
                when demande.Nature == NatureDeVersement.Solde && cadre.Versements.Any(d => d != demande && Precede(d)) => null,
            EtatDeVersement.Transmise => EtapeDeVersement.AControler,
            EtatDeVersement.Controlee when demande.Montant > Euros.Zero => EtapeDeVersement.AOrdonnancer,
            EtatDeVersement.Ordonnancee => EtapeDeVersement.APayer,
            EtatDeVersement.Payee when demande.EcartOuvert => EtapeDeVersement.EcartARegler,
            EtatDeVersement.ACompleter => EtapeDeVersement.ChezLePorteur,
            _ => null,
        };

    private static bool Precede(DemandeDeVersement demande) =>
        demande.Etat is EtatDeVersement.Transmise or EtatDeVersement.ACompleter or EtatDeVersement.Controlee or EtatDeVersement.Ordonnancee;

    /// <summary>What its envelope counts: the aid, or what left the bank where that is more; once ended, what left and stayed.</summary>
    private void Recompter(CadreDeLActe cadre, Engagement engagement)
    {
        var paye = Liquider(cadre.Versements).Paye;
        var compte = Fin is null && Montant > paye ? Montant : paye;
        if (compte != engagement.Montant)
            engagement.Arreter(compte, CauseDeMouvement.Versement, cadre.Instant);
    }

    private static PasDeVersement Pas(CadreDeLActe cadre) => new(cadre.Par.Id, cadre.Par.Fonction, cadre.Instant);

    private void ExigerEnExecution() =>
        Exiger(Fin is null && Etape == EtapeDeSuivi.EnExecution, "les versements se demandent du commencement à l’achèvement du projet");

    private void ExigerEtat(DemandeDeVersement demande, params EtatDeVersement[] etats)
    {
        ExigerVivant();
        Exiger(etats.Contains(demande.Etat), "cette demande n’en est pas là");
    }
}
