using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Mots;

/// <summary>What the law reads in silence: a dossier deemed receivable, then deemed rejected (A28), before and after its days.</summary>
public static class MotsDuSilence
{
    /// <summary>Days before the rejection from which who decides is told.</summary>
    private const int Bientot = 60;

    /// <summary>For who decides, before it decides; null where nothing presses.</summary>
    /// <param name="rejet">Paris day on which silence is a rejection.</param>
    /// <param name="recevabilite">What is known of the receivability.</param>
    /// <param name="recevableAvant">Last day on which an irrecevabilité may be told.</param>
    /// <param name="jour">Paris day.</param>
    public static (bool Presse, string Phrase)? PourDecider(
        DateOnly? rejet,
        Recevabilite recevabilite,
        DateOnly? recevableAvant,
        DateOnly jour
    )
    {
        if (rejet < jour)
            return (
                true,
                $"Le silence vaut rejet depuis le {Francais.Date(rejet.Value)} : une décision expresse le remplace, et sa lettre le dit."
            );
        if (rejet is { } terme && terme.DayNumber - jour.DayNumber <= Bientot)
            return (
                true,
                terme == jour
                    ? $"Dernier jour : sans décision notifiée aujourd’hui, la demande est réputée rejetée le {Francais.Date(terme)}."
                    : $"Sans décision notifiée, la demande est réputée rejetée le {Francais.Date(terme)}, dans "
                        + $"{Francais.Compte(terme.DayNumber - jour.DayNumber, "jour")}."
            );
        return recevabilite == Recevabilite.ReputeeRecevable && recevableAvant is { } avant
            ? (false, $"Demande réputée recevable depuis le {Francais.Date(avant)} : elle ne peut plus être déclarée irrecevable.")
            : null;
    }

    /// <summary>For the porteur who waits: what silence has done, or will do, with its day; empty where it does nothing.</summary>
    /// <param name="etat">Where the dossier is.</param>
    /// <param name="recevableAvant">Last day on which an irrecevabilité may be told; null where it is known.</param>
    /// <param name="rejet">Paris day on which silence is a rejection.</param>
    /// <param name="jour">Paris day.</param>
    public static string PourLePorteur(EtatDossier etat, DateOnly? recevableAvant, DateOnly? rejet, DateOnly jour)
    {
        var recevable =
            etat is not (EtatDossier.Depose or EtatDossier.EnInstruction) || recevableAvant is not { } avant ? ""
            : jour <= avant
                ? $"Elle vous dit jusqu’au {Francais.Date(avant)} si le dossier est recevable ; sans réponse, il est réputé l’être. "
            : $"Votre dossier est réputé recevable depuis le {Francais.Date(avant)}. ";
        return recevable
            + (
                rejet is not { } terme ? ""
                : jour <= terme ? $"Sans décision notifiée le {Francais.Date(terme)}, votre demande sera réputée rejetée. "
                : $"Votre demande est réputée rejetée depuis le {Francais.Date(terme)} ; une décision reste possible. "
            );
    }
}
