using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances.Traces;

/// <param name="Par">Function of who acts; null for the calendar of the règlement.</param>
/// <param name="Jour">« mardi 22 juin 2021 », or « juin 2021 ».</param>
public sealed record Planifier(string? Par, string? Jour) : Trace(Acte.Planifier, Par);

public sealed record Deplacer(string? Par, string? Motif) : Trace(Acte.Deplacer, Par);

public sealed record Annuler(string? Par, string? Motif) : Trace(Acte.Annuler, Par);

public sealed record Ouvrir(string? Par) : Trace(Acte.Ouvrir, Par);

public sealed record Cloturer(string? Par) : Trace(Acte.Cloturer, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Presents">Codes of the members that are there.</param>
public sealed record Pointer(string? Par, string? Presents) : Trace(Acte.Pointer, Par);

public sealed record Ordonner(string? Par) : Trace(Acte.Ordonner, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Of the point.</param>
/// <param name="Rapporteur">Code of the member; null for nobody.</param>
public sealed record ConfierLeRapport(string? Par, Guid Dossier, string? Rapporteur) : Trace(Acte.ConfierLeRapport, Par);

public sealed record Deporter(string? Par, Guid Dossier, string? Membre) : Trace(Acte.Deporter, Par);

public sealed record Opiner(string? Par, Guid Dossier, string? Membre, SensAvis? Sens) : Trace(Acte.Opiner, Par);

public sealed record Appeler(string? Par, Guid Dossier) : Trace(Acte.Appeler, Par);

public sealed record Proposer(string? Par, Guid Dossier, TypeDecision? Type, Euros? Montant) : Trace(Acte.Proposer, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Quorum">Members who must be there; null where none is set.</param>
public sealed record DecrireLaTenue(string? Par, int? Quorum) : Trace(Acte.DecrireLaTenue, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">Identifier of the point's dossier.</param>
/// <param name="Vote">« pour/contre/abstentions »; null for a consensus.</param>
public sealed record NoterLaDeliberation(string? Par, Guid? Dossier, string? Vote) : Trace(Acte.NoterLaDeliberation, Par);

/// <param name="Par">Function of who joins it.</param>
/// <param name="Empreinte">SHA-256 of the scan.</param>
public sealed record SignerLeProcesVerbal(string? Par, string? Empreinte) : Trace(Acte.SignerLeProcesVerbal, Par);
