using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;

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
        var echeance = CalendrierDesEtats.Suivante(new DateOnly(2021, 11, 30), null);
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
        if (string.IsNullOrWhiteSpace(etat.Avancement))
            yield return juge.Manquement("Dites ce qui a avancé, en une phrase au moins.", "avancement");
        if (etat.DepensesPayees is null)
            yield return juge.Manquement("Indiquez les dépenses payées depuis le début ; 0 s’il n’y en a pas.", "depensesPayees");
        if (etat.DepensesPayees is { } payees && etat.Depense is { } cout && payees > cout)
            yield return juge.Alerte(
                $"Dépenses payées ({payees}) au-dessus du coût éligible ({cout})"
                    + (etat.CreditsConsommes is { } consommes ? $" : les crédits consommés restent de {consommes}." : "."),
                "depensesPayees"
            );
        yield return (
            etat.TransmisLe <= etat.Echeance ? juge.Conforme($"rendu avant le {Francais.Date(etat.Echeance)}.")
            : etat.TransmisLe is null && etat.JugeLe <= etat.Echeance
                ? juge.SansObjet($"État des lieux attendu le {Francais.Date(etat.Echeance)}.")
            : juge.Alerte($"État des lieux attendu le {Francais.Date(etat.Echeance)} : il est en retard.")
        ).Avec("echeance", Francais.Date(etat.Echeance));
    }
}
