using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

public enum NatureDeVersement
{
    /// <summary>At the commencement, before any cost is paid.</summary>
    Avance,

    /// <summary>On costs that are paid.</summary>
    Acompte,

    /// <summary>With the declaration of completion.</summary>
    Solde,
}

public enum EtatDeVersement
{
    Brouillon,
    Transmise,

    /// <summary>Back to its porteur, with what is asked.</summary>
    ACompleter,

    /// <summary>Service fait: what is payable is known.</summary>
    Controlee,

    /// <summary>Asked of the public accountant.</summary>
    Ordonnancee,

    /// <summary>The money left.</summary>
    Payee,

    /// <summary>Counts nowhere.</summary>
    Rejetee,

    /// <summary>A wrong record; counts nowhere.</summary>
    Annulee,
}

/// <summary>What waits among the payments of an act, for who manages: one at a time, the first first.</summary>
public enum EtapeDeVersement
{
    AControler,
    AOrdonnancer,

    /// <summary>Ordonnancé: the bank has not said so yet.</summary>
    APayer,

    /// <summary>Something else than what was ordered was paid.</summary>
    EcartARegler,

    /// <summary>Money is asked back.</summary>
    AReverser,

    /// <summary>A request is back to its porteur.</summary>
    ChezLePorteur,
}

/// <summary>A cost of the project, that its porteur paid.</summary>
/// <param name="Fournisseur">Who invoiced it.</param>
/// <param name="Poste">Rank of the cost line of the plan, from 0.</param>
/// <param name="Facture">Its reference.</param>
/// <param name="FactureLe">Its day.</param>
/// <param name="PayeeLe">Day on which it was paid.</param>
/// <param name="Montant">Euros, on the tax basis of the act; negative for an avoir.</param>
public sealed record LigneDeCout(string Fournisseur, int Poste, string Facture, DateOnly FactureLe, DateOnly PayeeLe, Euros Montant)
{
    public string? Siret { get; init; }

    /// <summary>Number of the mandat, where there is one.</summary>
    public string? Mandat { get; init; }

    /// <summary>Why the same supplier, reference and amount come twice.</summary>
    public string? Doublon { get; init; }

    /// <summary>Euros retained by the control; null before it.</summary>
    public Euros? Retenu { get; init; }

    /// <summary>Why less than the whole is retained.</summary>
    public string? MotifDuControle { get; init; }

    /// <summary>What tells two records of one invoice.</summary>
    public (string, string, Euros) Cle => (Francais.Normaliser(Fournisseur), Francais.Normaliser(Facture), Montant);
}

/// <summary>Who did a step, and when: three steps, three accounts.</summary>
/// <param name="Compte">Its account: what is compared.</param>
/// <param name="Par">Its function: what is shown.</param>
/// <param name="Le">When.</param>
public sealed record PasDeVersement(Guid Compte, string Par, DateTimeOffset Le);

/// <summary>A request of payment on an act: written by the porteur, transmitted by who represents it, controlled, ordered, paid.</summary>
public sealed class DemandeDeVersement
{
    private DemandeDeVersement() { }

    public Guid Id { get; private set; }

    public Guid ActeId { get; private set; }

    /// <summary>From 1, for its act.</summary>
    public int Rang { get; private set; }

    public NatureDeVersement Nature { get; private set; }

    public EtatDeVersement Etat { get; internal set; }

    /// <summary>Since when it is there.</summary>
    public DateTimeOffset EtatDepuis { get; internal set; }

    /// <summary>Euros asked: of an avance; elsewhere the costs say it.</summary>
    public Euros? Demande { get; internal set; }

    public ImmutableArray<LigneDeCout> Lignes { get; internal set; } = [];

    /// <summary>Public aid received or due beside this one, in euros; said with the balance.</summary>
    public Euros? AutresAides { get; internal set; }

    /// <summary>What is asked before it may be controlled.</summary>
    public string? ACompleter { get; internal set; }

    public PasDeVersement? Transmission { get; internal set; }

    public PasDeVersement? Controle { get; internal set; }

    /// <summary>Euros payable, said by the control; null before it.</summary>
    public Euros? Montant { get; internal set; }

    /// <summary>Why less than what is possible is payable, or why alerts are passed over.</summary>
    public string? MotifDuControle { get; internal set; }

    public PasDeVersement? Ordonnancement { get; internal set; }

    /// <summary>Number of the demande de paiement of Chorus.</summary>
    public string? NumeroDp { get; internal set; }

    public PasDeVersement? Paiement { get; internal set; }

    /// <summary>Paris day on which the money left.</summary>
    public DateOnly? PayeeLe { get; internal set; }

    /// <summary>Euros that left: reality, whatever was ordered.</summary>
    public Euros? Paye { get; internal set; }

    /// <summary>How what was paid beyond what was ordered, or short of it, was settled; null while it is open.</summary>
    public string? EcartRegle { get; internal set; }

    /// <summary>Paris day of the visa of the public accountant on the état récapitulatif; null without one.</summary>
    public DateOnly? ViseLe { get; internal set; }

    /// <summary>The état récapitulatif with its visa, scanned; null without one.</summary>
    public Guid? VisaId { get; internal set; }

    /// <summary>Why it is rejected or annulled.</summary>
    public string? MotifDeFin { get; internal set; }

    /// <summary>True while it counts: neither rejected nor annulled.</summary>
    public bool Compte => Etat is not (EtatDeVersement.Rejetee or EtatDeVersement.Annulee);

    /// <summary>True once its porteur cannot write it any more.</summary>
    public bool EstTransmise => Etat is not (EtatDeVersement.Brouillon or EtatDeVersement.ACompleter);

    /// <summary>True once what is payable is known.</summary>
    public bool EstControlee => Etat is EtatDeVersement.Controlee or EtatDeVersement.Ordonnancee or EtatDeVersement.Payee;

    /// <summary>Sum of its cost lines, in euros.</summary>
    public Euros Depenses => Euros.Somme(Lignes.Select(l => l.Montant));

    /// <summary>Sum of what the control retained, in euros.</summary>
    public Euros Retenu => EstControlee ? Euros.Somme(Lignes.Select(l => l.Retenu ?? Euros.Zero)) : Euros.Zero;

    /// <summary>Euros paid beyond what was ordered, or short of it; zero where they agree.</summary>
    public Euros Ecart => Paye is { } paye && Montant is { } montant ? paye - montant : Euros.Zero;

    /// <summary>True until what differs is settled.</summary>
    public bool EcartOuvert => Ecart != Euros.Zero && EcartRegle is null;

    internal static DemandeDeVersement Preparer(Guid acte, int rang, NatureDeVersement nature, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ActeId = acte,
            Rang = rang,
            Nature = nature,
            EtatDepuis = instant,
        };
}
