using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>A new draft from a deposited dossier: it remembers where it comes from.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// A draft with the same content. It keeps the filiation, so that a refusal of any dossier it comes from bars it too,
    /// whatever its title becomes (A5, 1). This dossier does not change.
    /// </summary>
    /// <exception cref="ActeImpossibleException">Never deposited, refused, or the dispositif is not open.</exception>
    public Dossier Copier(Reglement reglement, Collectivite porteur, Acteur par, string jeton, DateTimeOffset instant)
    {
        if (Numero is null)
            throw new ActeImpossibleException("Action impossible : ce dossier n’a pas encore été déposé.");
        if (EtatPourLePorteur == EtatDossier.Refuse)
            throw new ActeImpossibleException(
                "Action impossible : ce projet a été refusé, il ne peut pas être redéposé dans ce dispositif."
            );
        var copie = Creer(reglement, porteur, par, jeton, instant);
        (copie.Contenu, copie.Titre, copie.Origines) = (Contenu, Titre, [.. Origines, Numero]);
        copie.Noter(new Copier(par.Fonction, Numero), null, nameof(EtatDossier.Brouillon));
        return copie;
    }
}
