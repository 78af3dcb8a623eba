using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Habilitations.Traces;

public sealed record InviterUnAgent(string? Par, Role? Role, string? Departement, string? Region) : Trace(Acte.InviterUnAgent, Par);

public sealed record AccorderUnRole(string? Par, Role? Role, string? Departement, string? Region) : Trace(Acte.AccorderUnRole, Par);

public sealed record RetirerUnRole(string? Par, Role? Role, string? Departement, string? Region) : Trace(Acte.RetirerUnRole, Par);

public sealed record ChangerDeFonction(string? Par, string? Fonction, string? Service) : Trace(Acte.ChangerDeFonction, Par);

public sealed record RenvoyerLInvitation(string? Par) : Trace(Acte.RenvoyerLInvitation, Par);

public sealed record RetirerLeCode(string? Par) : Trace(Acte.RetirerLeCode, Par);

public sealed record SuspendreLeCompte(string? Par) : Trace(Acte.SuspendreLeCompte, Par);

public sealed record FermerLeCompte(string? Par) : Trace(Acte.FermerLeCompte, Par);

public sealed record RouvrirLeCompte(string? Par) : Trace(Acte.RouvrirLeCompte, Par);

public sealed record CreerAdministrateur() : Trace(Acte.CreerAdministrateur, null);

public sealed record AccepterInvitation(string? Par) : Trace(Acte.AccepterInvitation, Par);

public sealed record ChangerMotDePasse(string? Par) : Trace(Acte.ChangerMotDePasse, Par);

public sealed record ActiverCode(string? Par) : Trace(Acte.ActiverCode, Par);

public sealed record DesactiverCode(string? Par) : Trace(Acte.DesactiverCode, Par);

/// <param name="Siren">Of the collectivité.</param>
/// <param name="Role">That is asked for.</param>
public sealed record DemanderAcces(string? Siren, Role? Role) : Trace(Acte.DemanderAcces, null);

public sealed record Inviter(string? Par, string? Siren, Role? Role) : Trace(Acte.Inviter, Par);

public sealed record ConfirmerAcces(string? Siren, Role? Role) : Trace(Acte.ConfirmerAcces, null);

public sealed record AccorderAcces(string? Par, string? Siren, Role? Role, string? Motif) : Trace(Acte.AccorderAcces, Par);

public sealed record RefuserAcces(string? Par, string? Siren, Role? Role, string? Motif) : Trace(Acte.RefuserAcces, Par);

public sealed record ChangerDeRole(string? Par, string? Siren, Role? Role) : Trace(Acte.ChangerDeRole, Par);

public sealed record RetirerAcces(string? Par, string? Siren) : Trace(Acte.RetirerAcces, Par);

/// <param name="Par">Function of who acts.</param>
/// <param name="Delegant">Account that is replaced.</param>
/// <param name="Delegataire">Account that replaces it.</param>
/// <param name="Du">First Paris day.</param>
/// <param name="Au">Last Paris day.</param>
/// <param name="Motif">Why.</param>
public sealed record Deleguer(string? Par, Guid Delegant, Guid Delegataire, DateOnly? Du, DateOnly? Au, MotifDelegation? Motif)
    : Trace(Acte.Deleguer, Par);

public sealed record CloreLaDelegation(string? Par) : Trace(Acte.CloreLaDelegation, Par);
