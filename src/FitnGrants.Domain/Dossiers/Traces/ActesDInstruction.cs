using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Traces;

public sealed record PrendreEnCharge(string? Par, int Version) : Trace(Acte.PrendreEnCharge, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="A">Account of who has it now; null for nobody.</param>
/// <param name="De">Account of who had it; null for nobody.</param>
public sealed record Confier(string? Par, Guid? A, Guid? De) : Trace(Acte.Confier, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="A">Account of who has it again; null for nobody.</param>
/// <param name="De">Account of who had got it; null for nobody.</param>
public sealed record AnnulerLAttribution(string? Par, Guid? A, Guid? De) : Trace(Acte.AnnulerLAttribution, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Conclusions">« R6=Conforme R34=SansObjet ».</param>
public sealed record Conclure(string? Par, string? Conclusions) : Trace(Acte.Conclure, Par);

public sealed record RemettreAVerifier(string? Par, string? Regles) : Trace(Acte.RemettreAVerifier, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Cotes">« R50=3 R54= »: a rating taken back is empty.</param>
public sealed record Coter(string? Par, string? Cotes) : Trace(Acte.Coter, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Depense">Words of the line.</param>
/// <param name="Motif">Why.</param>
public sealed record EcarterUneDepense(string? Par, string? Depense, string? Motif) : Trace(Acte.EcarterUneDepense, Par);

public sealed record ReintegrerUneDepense(string? Par, string? Depense) : Trace(Acte.ReintegrerUneDepense, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Number of the other project.</param>
/// <param name="Jugement">« identique » or « distinct ».</param>
public sealed record JugerLaSimilitude(string? Par, string? Dossier, string? Jugement) : Trace(Acte.JugerLaSimilitude, Par);

public sealed record RendreAvis(string? Par, string? Departement, SensAvis? Sens) : Trace(Acte.RendreAvis, Par);

public sealed record ReputerRecevable(string? Par) : Trace(Acte.ReputerRecevable, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Demande">The request.</param>
/// <param name="Cibles">Fields and pieces it is about.</param>
/// <param name="Avant">Paris day before which the answer is due.</param>
public sealed record DemanderDesComplements(string? Par, Guid Demande, string? Cibles, DateOnly? Avant)
    : Trace(Acte.DemanderDesComplements, Par);

public sealed record ReprendreSansReponse(string? Par) : Trace(Acte.ReprendreSansReponse, Par);

public sealed record DeclarerIrrecevable(string? Par, string? Regle) : Trace(Acte.DeclarerIrrecevable, Par);

public sealed record Reorienter(string? Par, string? Regle, string? Axe) : Trace(Acte.Reorienter, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Version">The version that was instructed.</param>
/// <param name="Propose">Amount proposed to the session; null when none is.</param>
public sealed record Clore(string? Par, int Version, Euros? Propose) : Trace(Acte.Clore, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Rejugees">Codes of the rules that find something else than at the closing; null when none does.</param>
public sealed record Rouvrir(string? Par, string? Rejugees) : Trace(Acte.Rouvrir, Par);

public sealed record AnnulerLaCloture(string? Par) : Trace(Acte.AnnulerLaCloture, Par);
