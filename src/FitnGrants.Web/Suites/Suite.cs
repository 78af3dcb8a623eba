using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Suites;

/// <summary>What follows an act, the three things that are said of it.</summary>
/// <param name="Phrase">On the page of who comes second, before « par … »: « décision enregistrée ».</param>
/// <param name="Histoire">In the history of its dossier.</param>
/// <param name="Annonce">By mail, at once or in the digest of the day.</param>
public sealed record Suite(string Phrase, Histoire Histoire, Annonce Annonce);

/// <summary>What a reader of a history may know.</summary>
/// <param name="Agent">True for who works on the dossier: what a service concludes is its own, and its session's.</param>
/// <param name="AvantNotification">True for who reads a decision before its porteur.</param>
/// <param name="Notifiees">Decisions of the dossier that are told.</param>
public sealed record LecteurDHistoire(bool Agent, bool AvantNotification, IReadOnlyList<Decision> Notifiees);

/// <summary>One line of a history.</summary>
/// <param name="Quoi">« Instruction close ».</param>
/// <param name="Detail">What explains it; null when nothing does.</param>
/// <param name="Version">That can be read as it was deposited; null for none.</param>
public sealed record LigneDHistoire(string Quoi, string? Detail = null, int? Version = null);

/// <summary>The line of an act in the history of its dossier; null for who may not know it, or when nobody is told.</summary>
public delegate LigneDHistoire? Histoire(Trace trace, LecteurDHistoire lecteur);

public delegate Task<IEnumerable<Courriel>> Annonce(Survenu survenu, Moyens moyens, CancellationToken arret);

/// <summary>What messages are made with, beside what was done.</summary>
/// <param name="Reglements">The règlements.</param>
/// <param name="Avis">The links of avis.</param>
/// <param name="Systeme">The clock of links, which no demonstration moves.</param>
public sealed record Moyens(Reglements.RegistreDesReglements Reglements, Courriels.LiensDAvis Avis, TimeProvider Systeme);
