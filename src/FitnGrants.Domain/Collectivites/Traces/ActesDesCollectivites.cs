using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Collectivites.Traces;

/// <param name="Par">Function of who administers.</param>
/// <param name="Ancien">SIREN that is dead.</param>
/// <param name="Nouveau">SIREN that takes its place.</param>
/// <param name="Jour">Paris day from which it does.</param>
/// <param name="Reference">Of the arrêté.</param>
public sealed record EnregistrerUneSuccession(string? Par, string? Ancien, string? Nouveau, DateOnly? Jour, string? Reference)
    : Trace(Acte.EnregistrerUneSuccession, Par);

/// <param name="Par">Function of who administers.</param>
/// <param name="Ancien">SIREN that is dead.</param>
/// <param name="Nouveau">SIREN that takes its place.</param>
/// <param name="Nom">Of the new collectivité.</param>
/// <param name="Jour">Paris day from which it does.</param>
public sealed record SuccederAuPorteur(string? Par, string? Ancien, string? Nouveau, string? Nom, DateOnly? Jour)
    : Trace(Acte.SuccederAuPorteur, Par);
