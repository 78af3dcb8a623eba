using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Traces;

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Nature">Which letter.</param>
/// <param name="Reference">What it tells.</param>
/// <param name="Jour">Paris day that it bears.</param>
public sealed record EditerUneLettre(string? Par, Guid? Dossier, NatureDeLettre? Nature, string? Reference, DateOnly? Jour)
    : Trace(Acte.EditerUneLettre, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Reference">What it tells.</param>
/// <param name="Jour">Paris day of the signature.</param>
/// <param name="Empreinte">SHA-256 of the scan.</param>
public sealed record SignerUneLettre(string? Par, Guid? Dossier, string? Reference, DateOnly? Jour, string? Empreinte)
    : Trace(Acte.SignerUneLettre, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Reference">What it tells.</param>
/// <param name="Jour">Paris day on which it was posted.</param>
/// <param name="Recommande">Number of the registered letter.</param>
public sealed record PosterUneLettre(string? Par, Guid? Dossier, string? Reference, DateOnly? Jour, string? Recommande)
    : Trace(Acte.PosterUneLettre, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Reference">What it tells.</param>
/// <param name="Jour">Paris day on which it was received.</param>
public sealed record RecevoirUneLettre(string? Par, Guid? Dossier, string? Reference, DateOnly? Jour) : Trace(Acte.RecevoirUneLettre, Par);

/// <param name="Par">Function of who opens it.</param>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Reference">What it tells.</param>
public sealed record OuvrirUneLettre(string? Par, Guid? Dossier, string? Reference) : Trace(Acte.OuvrirUneLettre, Par);
