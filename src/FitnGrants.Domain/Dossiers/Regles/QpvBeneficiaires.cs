using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R49: in a groupement led by a large collectivité, priority neighbourhoods benefit and experiment (A8).</summary>
public sealed class QpvBeneficiaires : Regle
{
    public override string Nom => "Quartiers prioritaires";

    public override string Phrase =>
        "Dans un groupement animé par une collectivité de taille conséquente, les quartiers prioritaires sont bénéficiaires et lieu "
        + "d’expérimentation.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override ImmutableArray<string> Cles => ["seuil"];

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var seuil = Seuil(activee.Parametres);
        Exemple Menee(int population) =>
            modele.Avec($"Groupement animé par une collectivité de {Libelles.Habitants(population)}, sans quartier prioritaire.", c =>
                c with
                {
                    Porteur = c.Porteur with { PopulationTotale = population, PopulationMunicipale = population },
                    Membres = [modele.Voisine],
                    Projet = c.Projet with { Qpv = new Qpv(Beneficiaire: false, Experimentation: false, null) },
                }
            );
        return [Menee(seuil - 1), Menee(seuil)];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (!examen.Candidature.EstGroupement)
            return [juge.SansObjet("Le dossier est individuel.")];
        if (examen.Population is not { } population)
            return [juge.Inconnu("Population du chef de file inconnue.")];
        if (population < Seuil(juge.Parametres))
            return [juge.SansObjet($"Le chef de file compte {Libelles.Habitants(population)} : il n’est pas de taille conséquente.")];
        const string manque =
            "Groupement animé par une collectivité de taille conséquente : les QPV devraient être bénéficiaires et lieu d’expérimentation.";
        return
        [
            (
                examen.Projet.Qpv switch
                {
                    null or { Beneficiaire: null, Experimentation: not false } => juge.Inconnu(manque, "qpv.beneficiaire"),
                    { Beneficiaire: true, Experimentation: null } => juge.Inconnu(manque, "qpv.experimentation"),
                    { Beneficiaire: true, Experimentation: true } => juge.Conforme(
                        "les quartiers prioritaires sont bénéficiaires et lieu d’expérimentation."
                    ),
                    { Beneficiaire: true } => juge.Manquement(manque, "qpv.experimentation"),
                    _ => juge.Manquement(manque, "qpv.beneficiaire"),
                }
            )
                .Avec("population", Francais.Entier(population))
                .Avec("seuil", Francais.Entier(Seuil(juge.Parametres))),
        ];
    }

    private static int Seuil(Parametres parametres) => parametres.Entier("seuil", 50_000);
}
