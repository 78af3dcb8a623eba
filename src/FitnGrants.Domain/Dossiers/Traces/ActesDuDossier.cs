using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Traces;

public sealed record Creer(string? Par, string Dispositif) : Trace(Acte.Creer, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Origine">Number of the dossier that was copied.</param>
public sealed record Copier(string? Par, string? Origine) : Trace(Acte.Copier, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Numero">Number that the dossier got, or had.</param>
/// <param name="Version">From 1.</param>
/// <param name="Empreinte">SHA-256 of what was deposited.</param>
/// <param name="Montant">What is asked of the fund.</param>
public sealed record Deposer(string? Par, string? Numero, int Version, string? Empreinte, Euros? Montant) : Trace(Acte.Deposer, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Version">That the answer became.</param>
/// <param name="Empreinte">SHA-256 of what was deposited.</param>
/// <param name="AConclure">Lines of the grid that are to be concluded again.</param>
public sealed record RepondreALaDemande(string? Par, int Version, string? Empreinte, int AConclure) : Trace(Acte.RepondreALaDemande, Par);

public sealed record RetirerLeDossier(string? Par, string? Motif) : Trace(Acte.RetirerLeDossier, Par);

public sealed record Supprimer(string? Par) : Trace(Acte.Supprimer, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Seance">The session.</param>
/// <param name="Date">« du mardi 22 juin 2021 ».</param>
public sealed record Inscrire(string? Par, Guid Seance, string? Date) : Trace(Acte.Inscrire, Par);

public sealed record Retirer(string? Par, Guid Seance, string? Motif) : Trace(Acte.Retirer, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Montant">Of an accord.</param>
/// <param name="Alertes">Codes of the rules that alerted; null when none did.</param>
public sealed record Decider(string? Par, Guid Decision, Euros? Montant, string? Alertes) : Trace(Acte.Decider, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Decision">The new decision.</param>
/// <param name="Ancienne">The one that it replaces.</param>
/// <param name="Montant">Of an accord.</param>
/// <param name="Alertes">Codes of the rules that alerted; null when none did.</param>
/// <param name="Motif">Why.</param>
public sealed record Rectifier(string? Par, Guid Decision, Guid Ancienne, Euros? Montant, string? Alertes, string? Motif)
    : Trace(Acte.Rectifier, Par);

public sealed record Notifier(string? Par, Guid Decision) : Trace(Acte.Notifier, Par);
