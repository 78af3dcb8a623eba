using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R17: up to 100 % of the eligible cost, no minimum but above zero.</summary>
public sealed class SubventionDansLeCoutEligible : Regle
{
    public override string Nom => "Taux d’intervention";

    public override string Phrase => "La subvention est supérieure à zéro et ne dépasse pas le coût éligible.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.Toujours | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Plan("20 000,00 € demandés pour 20 000,00 € de coût éligible.", new Euros(20_000m), new Euros(20_000m)),
            modele.Plan("20 000,01 € demandés pour 20 000,00 € de coût éligible.", new Euros(20_000m), new Euros(20_000.01m)),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Montant is not { } montant)
            return [juge.Inconnu("Indiquez le montant demandé au fonds.", "ressources")];
        if (montant <= Euros.Zero)
            return [juge.Manquement("La subvention demandée doit être supérieure à zéro.", "montant")];
        if (examen.Assiette is not { } assiette)
            return [juge.Inconnu("Indiquez les dépenses du projet : le taux en dépend.", "depenses")];
        if (assiette <= Euros.Zero)
            return [juge.SansObjet("Le taux se calcule sur un coût éligible supérieur à zéro.")];
        var taux = montant.Sur(assiette) is { } t ? Francais.Taux(t, 100m) : null;
        return
        [
            (
                montant <= assiette
                    ? juge.Conforme($"{taux} du coût éligible ({montant} sur {assiette}).", "montant")
                    : juge.Manquement("La subvention demandée dépasse le coût éligible du projet.", "montant").Proposant(assiette)
            )
                .Avec("montant", montant.ToString())
                .Avec("assiette", assiette.ToString())
                .Avec("taux", taux),
        ];
    }
}
