namespace FitnGrants.Domain.Dossiers;

/// <summary>What an avis says.</summary>
public enum SensAvis
{
    Favorable,
    FavorableAvecReserves,
    Defavorable,
    SansAvis,
}

/// <summary>The avis of a préfecture of département on a dossier of volet 2: advisory, one per département (R70, A26).</summary>
/// <param name="Departement">Its département.</param>
/// <param name="Sens">What it says; unfavourable does not block.</param>
/// <param name="Texte">Why.</param>
/// <param name="Par">Function of who gave it.</param>
/// <param name="RenduLe">When.</param>
public sealed record Avis(string Departement, SensAvis Sens, string? Texte, string Par, DateTimeOffset RenduLe);

/// <summary>The instructor's ruling on a project that looks like this one (A5).</summary>
/// <param name="Numero">The other dossier.</param>
/// <param name="Identique">True for the same project.</param>
/// <param name="Motif">Why.</param>
/// <param name="Par">Function of who ruled.</param>
/// <param name="Le">When.</param>
/// <param name="Refuse">True for a refused project, that the rules watch (R67); false for one that is still alive.</param>
public sealed record Rapprochement(string Numero, bool Identique, string Motif, string Par, DateTimeOffset Le, bool Refuse = true);

/// <summary>How an instruction ended without the session: irrecevable, or oriented to another axis.</summary>
/// <param name="Regle">Code of the rule it rests on.</param>
/// <param name="Axe">Where the project is oriented; null for an irrecevabilité.</param>
/// <param name="Motivation">Reasons, as the porteur reads them.</param>
/// <param name="Le">When.</param>
public sealed record Issue(string Regle, string? Axe, string Motivation, DateTimeOffset Le)
{
    /// <summary>Address and deadline of where it is oriented; null while they are not known.</summary>
    public string? Coordonnees { get; init; }
}
