using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Services.Traces;

/// <param name="Par">Function of who acts.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="Du">Paris day from which it is so.</param>
public sealed record DecrireUnService(string? Par, string? Service, DateOnly? Du) : Trace(Acte.DecrireUnService, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="Signataire">Identifier: the name stays out of the journal.</param>
/// <param name="Mode">In whose name.</param>
/// <param name="Du">First Paris day.</param>
/// <param name="Au">Last Paris day; null while no end is known.</param>
public sealed record NommerUnSignataire(string? Par, string? Service, Guid? Signataire, ModeDeSignature? Mode, DateOnly? Du, DateOnly? Au)
    : Trace(Acte.NommerUnSignataire, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="Signataire">Identifier.</param>
/// <param name="Au">Last Paris day.</param>
public sealed record FinirUneSignature(string? Par, string? Service, Guid? Signataire, DateOnly? Au) : Trace(Acte.FinirUneSignature, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="Nature">Which letter.</param>
/// <param name="Numero">Version of its template.</param>
public sealed record EcrireUnModele(string? Par, string? Service, NatureDeLettre? Nature, int? Numero) : Trace(Acte.EcrireUnModele, Par);
