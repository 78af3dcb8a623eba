using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What agents of a service write for themselves about a dossier: it never leaves the service, and it never changes.</summary>
public sealed class NoteInterne : Racine
{
    private NoteInterne() { }

    public Guid DossierId { get; private set; }

    public string Texte { get; private set; } = "";

    /// <summary>Account of who wrote it.</summary>
    public Guid Auteur { get; private set; }

    public DateTimeOffset Le { get; private set; }

    /// <summary>A note on a deposited dossier; the journal holds that it was written, not what it says.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="texte">What it says, not empty.</param>
    /// <param name="par">Who writes.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">The dossier was never deposited.</exception>
    public static NoteInterne Ecrire(Dossier dossier, string texte, Acteur par, DateTimeOffset instant)
    {
        if (dossier.Version == 0)
            throw new ActeImpossibleException("Action impossible : ce dossier n’est pas déposé.");
        var note = new NoteInterne
        {
            Id = Guid.CreateVersion7(),
            DossierId = dossier.Id,
            Texte = texte.Trim(),
            Auteur = par.Id,
            Le = instant,
        };
        note.Noter(new AnnoterEnInterne(par.Fonction, dossier.Id));
        return note;
    }
}
