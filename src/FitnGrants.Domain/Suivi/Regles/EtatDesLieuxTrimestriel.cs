using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.Regles;

/// <summary>R77: a laureate reports at least each quarter on progress and on the credits spent.</summary>
public sealed class EtatDesLieuxTrimestriel : Regle
{
    public override string Nom => "État des lieux trimestriel";

    public override string Phrase =>
        "Chaque lauréat rend, au moins chaque trimestre, un état des lieux de l’avancement et des crédits consommés.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Suivi;

    public override Moment Moments => Moment.Suivi;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var echeance = EtatDesLieux.Echeances(new DateOnly(2021, 11, 30), 1)[0];
        Exemple Rendu(DateOnly jour) =>
            modele.Rapporter($"Acte notifié le 30 novembre 2021, état des lieux rendu le {Francais.Date(jour)}.", e =>
                e with
                {
                    Echeance = echeance,
                    TransmisLe = jour,
                }
            );
        return [Rendu(echeance), Rendu(echeance.AddDays(1))];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.EtatDesLieux is not { } etat)
            yield break;
        if (string.IsNullOrWhiteSpace(etat.Avancement) || etat.CreditsConsommes is null)
            yield return juge.Manquement("Dites l’avancement du projet et les crédits consommés.", "avancement");
        if (etat.CreditsConsommes is { } consommes && etat.MontantAccorde is { } accorde && consommes > accorde)
            yield return juge.Alerte($"Crédits consommés ({consommes}) supérieurs au montant accordé ({accorde}).", "creditsConsommes");
        yield return (
            etat.TransmisLe <= etat.Echeance ? juge.Conforme($"rendu avant le {Francais.Date(etat.Echeance)}.")
            : etat.TransmisLe is null && etat.JugeLe <= etat.Echeance
                ? juge.SansObjet($"État des lieux attendu le {Francais.Date(etat.Echeance)}.")
            : juge.Alerte($"État des lieux attendu le {Francais.Date(etat.Echeance)} : il est en retard.")
        ).Avec("echeance", Francais.Date(etat.Echeance));
    }
}
