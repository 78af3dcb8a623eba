using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>A message between a collectivité and the service in charge of its dossier. It never changes.</summary>
public sealed class Message : Racine
{
    private Message() { }

    public Guid DossierId { get; private set; }

    public string Texte { get; private set; } = "";

    /// <summary>Function of who wrote it.</summary>
    public string Par { get; private set; } = "";

    /// <summary>True when the service wrote it, false for the collectivité.</summary>
    public bool DuService { get; private set; }

    public DateTimeOffset Le { get; private set; }

    /// <summary>A message on a deposited dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="texte">What it says, not empty.</param>
    /// <param name="duService">True when the service writes.</param>
    /// <param name="par">Who writes.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">Never deposited: no service is in charge yet.</exception>
    public static Message Ecrire(Dossier dossier, string texte, bool duService, Acteur par, DateTimeOffset instant)
    {
        if (dossier.Numero is null)
            throw new ActeImpossibleException("Action impossible : ce dossier n’est pas encore déposé, aucun service ne le suit.");
        var message = new Message
        {
            Id = Guid.CreateVersion7(),
            DossierId = dossier.Id,
            Texte = texte.Trim(),
            Par = par.Fonction,
            DuService = duService,
            Le = instant,
        };
        message.Noter(new EcrireMessage(par.Fonction, dossier.Id));
        return message;
    }
}
