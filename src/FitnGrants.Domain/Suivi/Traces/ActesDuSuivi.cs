using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.Traces;

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Type">Form of the act.</param>
public sealed record EcrireLActe(string? Par, Guid? Dossier, TypeActe? Type) : Trace(Acte.EcrireLActe, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Sirets">Fourteen digits each, with spaces.</param>
public sealed record SaisirLesSirets(string? Par, Guid? Dossier, string? Sirets) : Trace(Acte.SaisirLesSirets, Par);

public sealed record ConfirmerLesSirets(string? Par, Guid? Dossier) : Trace(Acte.ConfirmerLesSirets, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the condition, from 1.</param>
/// <param name="Motif">What shows that it is met.</param>
public sealed record LeverUneCondition(string? Par, Guid? Dossier, int? Rang, string? Motif) : Trace(Acte.LeverUneCondition, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Cout">Eligible cost of the plan, in euros.</param>
public sealed record ProposerUnPlan(string? Par, Guid? Dossier, Euros? Cout) : Trace(Acte.ProposerUnPlan, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Cout">Eligible cost of the plan, in euros.</param>
/// <param name="Motif">Why it suits.</param>
public sealed record AccepterLePlan(string? Par, Guid? Dossier, Euros? Cout, string? Motif) : Trace(Acte.AccepterLePlan, Par);

public sealed record RendreLePlan(string? Par, Guid? Dossier, string? Motif) : Trace(Acte.RendreLePlan, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Numero">Of the act.</param>
/// <param name="Edition">From 1.</param>
/// <param name="Montant">Euros granted.</param>
/// <param name="Depense">Subsidised cost, in euros.</param>
public sealed record EditerLActe(string? Par, Guid? Dossier, string? Numero, int? Edition, Euros? Montant, Euros? Depense)
    : Trace(Acte.EditerLActe, Par);

public sealed record ReprendreLActe(string? Par, Guid? Dossier, string? Motif) : Trace(Acte.ReprendreLActe, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Jour">Paris day of the signature of the State.</param>
/// <param name="Empreinte">SHA-256 of the scan; null without one.</param>
public sealed record SignerLActe(string? Par, Guid? Dossier, DateOnly? Jour, string? Empreinte) : Trace(Acte.SignerLActe, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Numero">Of the act.</param>
/// <param name="Motif">Why it leaves past its term; null before.</param>
public sealed record EnvoyerLActe(string? Par, Guid? Dossier, string? Numero, string? Motif) : Trace(Acte.EnvoyerLActe, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Numero">Of the act.</param>
/// <param name="Jour">Paris day of the reception.</param>
/// <param name="Preuve">What proves it.</param>
public sealed record RecevoirLActe(string? Par, string? Numero, DateOnly? Jour, string? Preuve) : Trace(Acte.RecevoirLActe, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Numero">Of the act.</param>
/// <param name="Jour">Paris day of the first legal act.</param>
/// <param name="Preuve">« honneur » where a statement stands for the act; null otherwise.</param>
public sealed record DeclarerLeCommencement(string? Par, string? Numero, DateOnly? Jour, string? Preuve)
    : Trace(Acte.DeclarerLeCommencement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Du">Paris day said before.</param>
/// <param name="Au">Paris day said from now on.</param>
/// <param name="Motif">Why, and what shows it.</param>
public sealed record CorrigerLeCommencement(string? Par, Guid? Dossier, DateOnly? Du, DateOnly? Au, string? Motif)
    : Trace(Acte.CorrigerLeCommencement, Par);

public sealed record DemanderDesObservations(string? Par, Guid? Dossier, ObjetDesObservations? Objet, string? Motif)
    : Trace(Acte.DemanderDesObservations, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Objet">What is intended.</param>
/// <param name="Jour">Paris day of the reception.</param>
public sealed record RecevoirLaDemandeDObservations(string? Par, Guid? Dossier, ObjetDesObservations? Objet, DateOnly? Jour)
    : Trace(Acte.RecevoirLaDemandeDObservations, Par);

public sealed record PresenterDesObservations(string? Par, Guid? Dossier, ObjetDesObservations? Objet)
    : Trace(Acte.PresenterDesObservations, Par);

public sealed record ClasserLesObservations(string? Par, Guid? Dossier, ObjetDesObservations? Objet, string? Motif)
    : Trace(Acte.ClasserLesObservations, Par);

public sealed record NoterLesEngagements(string? Par, Guid? Dossier, string? Numeros) : Trace(Acte.NoterLesEngagements, Par);

public sealed record RenoncerALAide(string? Par, string? Numero, string? Motif) : Trace(Acte.RenoncerALAide, Par);

public sealed record ConstaterLaCaducite(string? Par, string? Numero, string? Motif) : Trace(Acte.ConstaterLaCaducite, Par);

public sealed record ConstaterLeRejet(string? Par, string? Numero, string? Motif) : Trace(Acte.ConstaterLeRejet, Par);

public sealed record RetirerLAide(string? Par, string? Numero, FondementDuRetrait? Fondement, string? Motif)
    : Trace(Acte.RetirerLAide, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Du">Last Paris day before.</param>
/// <param name="Au">Last Paris day from now on.</param>
/// <param name="Motif">Why.</param>
public sealed record Proroger(string? Par, DateOnly? Du, DateOnly? Au, string? Motif) : Trace(Acte.Proroger, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Motif">What is asked, and why.</param>
/// <param name="Achevement">Planned completion that is wished.</param>
public sealed record DemanderUnAvenant(string? Par, Guid? Dossier, string? Motif, DateOnly? Achevement)
    : Trace(Acte.DemanderUnAvenant, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Numero">Of the avenant.</param>
/// <param name="Motif">Why it is made.</param>
/// <param name="Montant">Euros that a plan is awaited on from now on; null where none is, or was already.</param>
public sealed record EcrireUnAvenant(string? Par, Guid? Dossier, string? Numero, string? Motif, Euros? Montant)
    : Trace(Acte.EcrireUnAvenant, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Numero">Of the avenant.</param>
/// <param name="Montant">Euros granted from its notification on.</param>
/// <param name="Depense">Subsidised cost from then on, in euros.</param>
public sealed record EditerLAvenant(string? Par, Guid? Dossier, string? Numero, Euros? Montant, Euros? Depense)
    : Trace(Acte.EditerLAvenant, Par);

public sealed record ReprendreLAvenant(string? Par, Guid? Dossier, string? Numero, string? Motif) : Trace(Acte.ReprendreLAvenant, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Numero">Of the avenant.</param>
/// <param name="Jour">Paris day of the signature of the State.</param>
/// <param name="Empreinte">SHA-256 of the scan; null without one.</param>
public sealed record SignerLAvenant(string? Par, Guid? Dossier, string? Numero, DateOnly? Jour, string? Empreinte)
    : Trace(Acte.SignerLAvenant, Par);

public sealed record EnvoyerLAvenant(string? Par, Guid? Dossier, string? Numero) : Trace(Acte.EnvoyerLAvenant, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Numero">Of the avenant.</param>
/// <param name="Jour">Paris day of the reception.</param>
/// <param name="Preuve">What proves it.</param>
public sealed record RecevoirLAvenant(string? Par, Guid? Dossier, string? Numero, DateOnly? Jour, string? Preuve)
    : Trace(Acte.RecevoirLAvenant, Par);

public sealed record ClasserLAvenant(string? Par, Guid? Dossier, string? Motif) : Trace(Acte.ClasserLAvenant, Par);

/// <param name="Par">« Système ».</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Echeance">Last Paris day of the clock.</param>
/// <param name="Etape">What waits.</param>
public sealed record RappelerUneEcheance(string? Par, Guid? Dossier, DateOnly? Echeance, EtapeDeSuivi? Etape)
    : Trace(Acte.RappelerUneEcheance, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Nature">What is asked.</param>
public sealed record PreparerUnVersement(string? Par, Guid? Dossier, int? Rang, NatureDeVersement? Nature)
    : Trace(Acte.PreparerUnVersement, Par);

public sealed record EcrireUnVersement(string? Par, Guid? Dossier, int? Rang) : Trace(Acte.EcrireUnVersement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Montant">Euros asked, or declared as costs.</param>
/// <param name="Nature">What is asked; null where it was not written yet.</param>
public sealed record TransmettreUnVersement(string? Par, Guid? Dossier, int? Rang, Euros? Montant, NatureDeVersement? Nature)
    : Trace(Acte.TransmettreUnVersement, Par);

public sealed record EffacerUnVersement(string? Par, Guid? Dossier, int? Rang) : Trace(Acte.EffacerUnVersement, Par);

public sealed record ReprendreUnVersement(string? Par, Guid? Dossier, int? Rang) : Trace(Acte.ReprendreUnVersement, Par);

public sealed record RendreUnVersement(string? Par, Guid? Dossier, int? Rang, string? Motif) : Trace(Acte.RendreUnVersement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Retenu">Costs retained, in euros.</param>
/// <param name="Montant">Euros payable.</param>
public sealed record ControlerUnVersement(string? Par, Guid? Dossier, int? Rang, Euros? Retenu, Euros? Montant)
    : Trace(Acte.ControlerUnVersement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Montant">Euros ordered.</param>
/// <param name="Reference">Number of the demande de paiement.</param>
public sealed record OrdonnancerUnVersement(string? Par, Guid? Dossier, int? Rang, Euros? Montant, string? Reference)
    : Trace(Acte.OrdonnancerUnVersement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Montant">Euros paid.</param>
/// <param name="Jour">Paris day of the payment.</param>
public sealed record PayerUnVersement(string? Par, Guid? Dossier, int? Rang, Euros? Montant, DateOnly? Jour)
    : Trace(Acte.PayerUnVersement, Par);

/// <param name="Par">Function of who applies the extract.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Montant">Euros paid in all, as Chorus says.</param>
/// <param name="Jour">Paris day of the last operation.</param>
/// <param name="Reference">Number of the demande de paiement; null where Chorus says none.</param>
public sealed record ConstaterUnPaiement(string? Par, Guid? Dossier, int? Rang, Euros? Montant, DateOnly? Jour, string? Reference)
    : Trace(Acte.ConstaterUnPaiement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Montant">The écart, in euros: negative where less than ordered was paid.</param>
/// <param name="Motif">How it was settled.</param>
public sealed record ReglerUnEcart(string? Par, Guid? Dossier, int? Rang, Euros? Montant, string? Motif) : Trace(Acte.ReglerUnEcart, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Jour">Paris day of the visa of the public accountant.</param>
/// <param name="Empreinte">SHA-256 of the scan; null without one.</param>
public sealed record ViserUnVersement(string? Par, Guid? Dossier, int? Rang, DateOnly? Jour, string? Empreinte)
    : Trace(Acte.ViserUnVersement, Par);

public sealed record RejeterUnVersement(string? Par, Guid? Dossier, int? Rang, string? Motif) : Trace(Acte.RejeterUnVersement, Par);

public sealed record AnnulerUnPas(string? Par, Guid? Dossier, int? Rang, string? Motif) : Trace(Acte.AnnulerUnPas, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Numero">Of the act.</param>
/// <param name="Jour">Paris day of the completion.</param>
/// <param name="Montant">Costs declared with the balance, in euros.</param>
/// <param name="AutresAides">Other public aid, in euros.</param>
public sealed record DeclarerLAchevement(string? Par, string? Numero, DateOnly? Jour, Euros? Montant, Euros? AutresAides)
    : Trace(Acte.DeclarerLAchevement, Par);

public sealed record CloreFauteDeDeclaration(string? Par, string? Numero, string? Motif) : Trace(Acte.CloreFauteDeDeclaration, Par);

public sealed record RenvoyerLaDeclaration(string? Par, string? Numero, string? Motif) : Trace(Acte.RenvoyerLaDeclaration, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Numero">Of the act.</param>
/// <param name="Montant">Euros paid and not given back.</param>
public sealed record Solder(string? Par, string? Numero, Euros? Montant) : Trace(Acte.Solder, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the reversement, from 1.</param>
/// <param name="Fondement">Why.</param>
/// <param name="Montant">Euros to give back.</param>
/// <param name="Motif">In fact and in law.</param>
public sealed record DemanderUnReversement(
    string? Par,
    Guid? Dossier,
    int? Rang,
    FondementDeReversement? Fondement,
    Euros? Montant,
    string? Motif
) : Trace(Acte.DemanderUnReversement, Par);

public sealed record RecevoirUnReversement(string? Par, Guid? Dossier, int? Rang, DateOnly? Jour) : Trace(Acte.RecevoirUnReversement, Par);

public sealed record RepondreAuReversement(string? Par, Guid? Dossier, int? Rang) : Trace(Acte.RepondreAuReversement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the reversement, from 1.</param>
/// <param name="Montant">Euros to give back.</param>
/// <param name="Reference">Number of the titre de perception.</param>
public sealed record DeciderUnReversement(string? Par, Guid? Dossier, int? Rang, Euros? Montant, string? Reference)
    : Trace(Acte.DeciderUnReversement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the reversement, from 1.</param>
/// <param name="Montant">Euros that came back.</param>
/// <param name="Jour">Paris day.</param>
public sealed record RecouvrerUnReversement(string? Par, Guid? Dossier, int? Rang, Euros? Montant, DateOnly? Jour)
    : Trace(Acte.RecouvrerUnReversement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the reversement, from 1.</param>
/// <param name="Montant">Euros that were recorded, and did not come back.</param>
/// <param name="Motif">Why.</param>
public sealed record AnnulerUnRecouvrement(string? Par, Guid? Dossier, int? Rang, Euros? Montant, string? Motif)
    : Trace(Acte.AnnulerUnRecouvrement, Par);

public sealed record ClasserUnReversement(string? Par, Guid? Dossier, int? Rang, EtatDeReversement? Fin, string? Motif)
    : Trace(Acte.ClasserUnReversement, Par);

/// <param name="Par">Function of who reads.</param>
/// <param name="Service">Service whose extract it is.</param>
/// <param name="Fichier">Name of the file.</param>
/// <param name="Lues">Lines that it holds.</param>
/// <param name="Nouvelles">Those that were not known.</param>
public sealed record LireUnExtrait(string? Par, string? Service, string? Fichier, int? Lues, int? Nouvelles)
    : Trace(Acte.LireUnExtrait, Par);

/// <param name="Par">Function of who chooses.</param>
/// <param name="Numero">Of the dossier.</param>
/// <param name="Rang">Of the request, from 1.</param>
/// <param name="Reference">Number of the demande de paiement; null where Chorus says none.</param>
/// <param name="Montant">Euros of its lines.</param>
public sealed record RattacherUnPaiement(string? Par, string? Numero, int? Rang, string? Reference, Euros? Montant)
    : Trace(Acte.RattacherUnPaiement, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Service">Service whose lines they are.</param>
/// <param name="Nombre">How many.</param>
/// <param name="Montant">Their sum, in euros.</param>
/// <param name="Motif">Why they pay nothing of this fund.</param>
public sealed record EcarterDesLignes(string? Par, string? Service, int? Nombre, Euros? Montant, string? Motif)
    : Trace(Acte.EcarterDesLignes, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the report, from 1.</param>
/// <param name="Echeance">Paris day before which it is due.</param>
public sealed record OuvrirUnEtat(string? Par, Guid? Dossier, int? Rang, DateOnly? Echeance) : Trace(Acte.OuvrirUnEtat, Par);

public sealed record EcrireUnEtat(string? Par, Guid? Dossier, int? Rang) : Trace(Acte.EcrireUnEtat, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the report, from 1.</param>
/// <param name="Montant">Eligible costs paid, in euros.</param>
/// <param name="Avancement">Percent.</param>
public sealed record TransmettreUnEtat(string? Par, Guid? Dossier, int? Rang, Euros? Montant, int? Avancement)
    : Trace(Acte.TransmettreUnEtat, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Rang">Of the report, from 1.</param>
/// <param name="Constats">Codes of the findings that stay on the next one; null without any.</param>
public sealed record MarquerLu(string? Par, Guid? Dossier, int? Rang, string? Constats) : Trace(Acte.MarquerLu, Par);

public sealed record RenvoyerUnEtat(string? Par, Guid? Dossier, int? Rang, string? Motif) : Trace(Acte.RenvoyerUnEtat, Par);

public sealed record LeverUnConstat(string? Par, Guid? Dossier, int? Rang, string? Constat, string? Motif)
    : Trace(Acte.LeverUnConstat, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Echeance">Paris day before which it is asked.</param>
/// <param name="Motif">Why.</param>
public sealed record DemanderUnEtat(string? Par, Guid? Dossier, DateOnly? Echeance, string? Motif) : Trace(Acte.DemanderUnEtat, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Echeance">Paris day before which the report was due.</param>
public sealed record MettreEnDemeure(string? Par, Guid? Dossier, DateOnly? Echeance) : Trace(Acte.MettreEnDemeure, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Jour">Paris day of the reception.</param>
public sealed record RecevoirLaMiseEnDemeure(string? Par, Guid? Dossier, DateOnly? Jour) : Trace(Acte.RecevoirLaMiseEnDemeure, Par);

/// <param name="Par">Function of who reminds.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Echeance">Paris day before which the report was due.</param>
/// <param name="Mot">What is added for the porteur; null where the usual words are enough.</param>
public sealed record RelancerUnEtat(string? Par, Guid? Dossier, DateOnly? Echeance, string? Mot) : Trace(Acte.RelancerUnEtat, Par);

/// <param name="Par">« Système »: the clock reminds.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Echeance">Paris day before which it is due.</param>
public sealed record RappelerUnEtat(string? Par, Guid? Dossier, DateOnly? Echeance) : Trace(Acte.RappelerUnEtat, Par);
