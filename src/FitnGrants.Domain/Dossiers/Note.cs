using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What a laboratory writes to help a porteur whose dossier was sent back (R66). It never changes.</summary>
public sealed class Note : Racine
{
    private Note() { }

    public Guid DossierId { get; private set; }

    public string Texte { get; private set; } = "";

    /// <summary>Function of who wrote it.</summary>
    public string Par { get; private set; } = "";

    public DateTimeOffset Le { get; private set; }

    /// <summary>A note on a dossier that its porteur is building again.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="texte">What it says, not empty.</param>
    /// <param name="par">Who writes.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">The dossier was not sent back, or it was deposited again.</exception>
    public static Note Ecrire(Dossier dossier, string texte, Acteur par, DateTimeOffset instant)
    {
        if (dossier.EtatPourLePorteur != EtatDossier.EnReconstruction)
            throw new ActeImpossibleException("Action impossible : ce dossier n’est pas en train d’être repris par son porteur.");
        var note = new Note
        {
            Id = Guid.CreateVersion7(),
            DossierId = dossier.Id,
            Texte = texte.Trim(),
            Par = par.Fonction,
            Le = instant,
        };
        note.Noter(new Accompagner(par.Fonction, dossier.Id));
        return note;
    }
}
