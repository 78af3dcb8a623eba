using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R12: no syndicat, syndicat mixte, PETR nor pôle métropolitain, as leader or as member.</summary>
public sealed class SyndicatsExclus : Regle, IFiltreLePorteur
{
    public override string Nom => "Ni syndicat ni PETR";

    public override string Phrase => "Les syndicats intercommunaux, les syndicats mixtes et les PETR ne sont pas éligibles.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public bool Admet(Beneficiaire beneficiaire, Parametres parametres, Reglement reglement) => !EstSyndicat(beneficiaire);

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Porteur("Une communauté de communes.", b => b with { Nature = NatureJuridique.CC }),
            modele.Porteur("Un pôle d’équilibre territorial et rural.", b => b with { Nature = NatureJuridique.PETR }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        examen.Candidature.Tous.Select(b =>
            (
                EstSyndicat(b)
                    ? juge.Manquement(
                        "Les syndicats intercommunaux, les syndicats mixtes et les PETR ne sont pas éligibles au volet 1 : "
                            + $"{b.Nom} est {Libelles.UneNature(b.Nature)}.",
                        examen.Candidature.ChampDe(b)
                    )
                    : juge.Conforme($"{b.Nom} n’est ni un syndicat ni un PETR.")
            )
                .Avec("beneficiaire", b.Nom)
                .Avec("nature", b.Nature.ToString())
        );

    private static bool EstSyndicat(Beneficiaire b) =>
        b.Nature
            is NatureJuridique.SIVU
                or NatureJuridique.SIVOM
                or NatureJuridique.SMF
                or NatureJuridique.SMO
                or NatureJuridique.PETR
                or NatureJuridique.PoleMetropolitain;
}
