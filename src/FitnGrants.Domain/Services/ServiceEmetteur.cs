using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Services;

/// <summary>What a service says of itself from a day on.</summary>
/// <param name="Du">First Paris day.</param>
/// <param name="Fiche">What it says.</param>
public sealed record FicheDatee(DateOnly Du, FicheDeService Fiche);

/// <summary>
/// A service of the State that issues documents: what it says of itself, and who signs for it, each from a day to another.
/// </summary>
public sealed class ServiceEmetteur : Racine
{
    private ServiceEmetteur() { }

    /// <summary>« 35 » for the préfecture of a département, « R53 » for the one of a région.</summary>
    public string Code { get; private set; } = "";

    /// <summary>In the order of their days.</summary>
    public ImmutableArray<FicheDatee> Fiches { get; private set; } = [];

    public ImmutableArray<Signataire> Signataires { get; private set; } = [];

    /// <summary>The code of the préfecture of a région: its départements have theirs.</summary>
    public static string DeRegion(string region) => "R" + region;

    /// <summary>A service that says nothing of itself yet.</summary>
    public static ServiceEmetteur Creer(string code) => new() { Id = Guid.CreateVersion7(), Code = code };

    /// <summary>What it says of itself that day; null when it says nothing yet.</summary>
    public FicheDeService? Au(DateOnly jour) => Fiches.LastOrDefault(f => f.Du <= jour)?.Fiche;

    /// <summary>Who signs that, that day: a suppléant before a delegate, a delegate before the préfet; the last named first.</summary>
    /// <param name="nature">What is signed.</param>
    /// <param name="jour">Paris day.</param>
    /// <param name="montant">Euros engaged; null where there is none.</param>
    public Signataire? SignataireAu(NatureDeSignature nature, DateOnly jour, Euros? montant = null) =>
        Signataires
            .Where(s => s.PeutSigner(nature, jour, montant))
            .OrderBy(s => Rang(s.Mode))
            .ThenByDescending(s => s.Du)
            .ThenByDescending(s => s.Id)
            .FirstOrDefault();

    /// <summary>The formula of a signatory, as its préfet of that day makes it read.</summary>
    public ImmutableArray<string> Formule(Signataire signataire, FicheDeService fiche, DateOnly jour) =>
        signataire.Formule(fiche.Territoire ?? "", fiche.SecondTitre, PrefetAu(jour)?.Civilite);

    /// <summary>Says what it is from a day on; what it said before that day stays.</summary>
    public void Decrire(FicheDeService fiche, DateOnly du, Acteur par)
    {
        Fiches = [.. Fiches.Where(f => f.Du < du), new FicheDatee(du, fiche), .. Fiches.Where(f => f.Du > du)];
        Noter(new DecrireUnService(par.Fonction, Code, du));
    }

    /// <summary>
    /// Names who signs. Delegations come from the préfet in person: a new one, or an interim, ends every signature of before
    /// (décret n° 2004-374, art. 39).
    /// </summary>
    /// <exception cref="ActeImpossibleException">Its days or its text make no sense.</exception>
    public void Nommer(Signataire signataire, Acteur par)
    {
        if (signataire.Au < signataire.Du)
            throw new ActeImpossibleException("Action impossible : une signature finit après son début.");
        if (Signataire.VeutUnTexte(signataire.Mode) && (signataire.Texte is not { } texte || texte.Date > signataire.Du))
            throw new ActeImpossibleException("Action impossible : une délégation suit l’arrêté qui la donne.");
        if (signataire.Natures.IsEmpty)
            throw new ActeImpossibleException("Action impossible : une signature porte sur quelque chose.");
        if (signataire.Mode is ModeDeSignature.Titulaire or ModeDeSignature.Interim)
            Signataires = [.. Signataires.Select(s => Finie(s, signataire.Du))];
        Signataires = [.. Signataires, signataire];
        Noter(new NommerUnSignataire(par.Fonction, Code, signataire.Id, signataire.Mode, signataire.Du, signataire.Au));
    }

    /// <summary>Ends a signature; its day is its last one.</summary>
    /// <exception cref="ActeImpossibleException">No such signature, or it ends before it began.</exception>
    public void FinirLaSignature(Guid id, DateOnly au, Acteur par)
    {
        if (Signataires.FirstOrDefault(s => s.Id == id) is not { } signataire || au < signataire.Du || signataire.Au < au)
            throw new ActeImpossibleException("Action impossible : cette signature a déjà pris fin, ou commence plus tard.");
        Signataires = Signataires.Replace(signataire, signataire with { Au = au });
        Noter(new FinirUneSignature(par.Fonction, Code, id, au));
    }

    /// <summary>Who was préfet in person that day, or held the interim.</summary>
    private Signataire? PrefetAu(DateOnly jour) =>
        Signataires.LastOrDefault(s => s.Mode is ModeDeSignature.Titulaire or ModeDeSignature.Interim && s.EnFonction(jour));

    /// <summary>Ended the day before, unless the new préfet gave it; what had not begun by then never does.</summary>
    private static Signataire Finie(Signataire signataire, DateOnly arrivee) =>
        signataire.Au < arrivee || signataire.Texte?.Date >= arrivee ? signataire : signataire with { Au = arrivee.AddDays(-1) };

    private static int Rang(ModeDeSignature mode) =>
        mode switch
        {
            ModeDeSignature.Suppleance => 0,
            ModeDeSignature.Delegation => 1,
            ModeDeSignature.Subdelegation => 2,
            ModeDeSignature.Interim => 3,
            _ => 4,
        };
}
