using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>
/// R8, R10, R13: the list of natures that may apply, for the porteur and each member. Natures that the source does
/// not name but admits as groupings give an alert (A30).
/// </summary>
public sealed class BeneficiairesAdmis : Regle, IFiltreLePorteur
{
    public override string Nom => "Bénéficiaire";

    public override string Phrase => "Seules les natures de collectivités citées par le règlement peuvent déposer un dossier.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public override ImmutableArray<string> Cles => ["natures[]", "aConfirmer[]", "message$"];

    public bool Admet(Beneficiaire beneficiaire, Parametres parametres, Reglement reglement) =>
        Dans(parametres, "natures", beneficiaire) || Dans(parametres, "aConfirmer", beneficiaire);

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Porteur("Une communauté de communes.", b => b with { Nature = NatureJuridique.CC }),
            modele.Porteur("Une association.", b => b with { Nature = NatureJuridique.Autre }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        examen.Candidature.Tous.Select(b =>
        {
            var nature = Libelles.UneNature(b.Nature);
            var constat =
                Dans(juge.Parametres, "natures", b) ? juge.Conforme($"{b.Nom} est {nature}.")
                : Dans(juge.Parametres, "aConfirmer", b)
                    ? juge.Alerte(
                            $"{b.Nom} est {nature} : la source ne cite pas cette nature. Le dossier est admis, la préfecture le confirmera."
                        )
                        .SousLeCode("A30")
                : juge.Manquement(juge.Parametres.Texte("message", Phrase) + $" {b.Nom} est {nature}.");
            return constat.AuChamp(examen.Candidature.ChampDe(b)).Avec("beneficiaire", b.Nom).Avec("nature", b.Nature.ToString());
        });

    private static bool Dans(Parametres parametres, string cle, Beneficiaire b) => parametres.Liste(cle).Contains(b.Nature.ToString());
}
