using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Traces;

/// <param name="Par">Function of who acts.</param>
/// <param name="Dossier">The dossier.</param>
/// <param name="Service">Who is asked.</param>
/// <param name="Avant">Paris day before which the avis is due.</param>
public sealed record DemanderUnAvis(string? Par, Guid Dossier, string? Service, DateOnly? Avant) : Trace(Acte.DemanderUnAvis, Par);

public sealed record RendreUnAvis(string? Par, Guid Dossier) : Trace(Acte.RendreUnAvis, Par);

public sealed record RelancerUnAvis(string? Par, Guid Dossier) : Trace(Acte.RelancerUnAvis, Par);

public sealed record RetirerUnAvis(string? Par, Guid Dossier) : Trace(Acte.RetirerUnAvis, Par);

public sealed record EcrireMessage(string? Par, Guid Dossier) : Trace(Acte.EcrireMessage, Par);

public sealed record ClasserLesMessages(string? Par) : Trace(Acte.ClasserLesMessages, Par);

public sealed record Accompagner(string? Par, Guid Dossier) : Trace(Acte.Accompagner, Par);

public sealed record AnnoterEnInterne(string? Par, Guid Dossier) : Trace(Acte.AnnoterEnInterne, Par);

public sealed record JoindrePiece(string? Par, Guid Dossier, TypePiece? Type, string? Sha256) : Trace(Acte.JoindrePiece, Par);

public sealed record RetirerPiece(string? Par, Guid Dossier, string? Sha256) : Trace(Acte.RetirerPiece, Par);

public sealed record RelancerAnalyse(string? Par, Guid Dossier) : Trace(Acte.RelancerAnalyse, Par);

/// <param name="Par">The service itself.</param>
/// <param name="Dossier">The dossier.</param>
/// <param name="Motif">What the antivirus found; null when it found nothing.</param>
public sealed record AnalyserPiece(string? Par, Guid Dossier, string? Motif) : Trace(Acte.AnalyserPiece, Par);
