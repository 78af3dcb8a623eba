using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R33, R34: staff is in the plan only out of the assiette. A service bought is not staff.</summary>
public sealed class DepensesDePersonnelExclues : Regle, IExclutUneCategorie
{
    public CategorieDepense Categorie => CategorieDepense.Personnel;

    public override string Nom => "Dépenses de personnel";

    public override string Phrase => "Les dépenses de personnel (ETPT) ne sont pas financées : elles restent hors de l’assiette.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        LignesExclues.Exemples(modele, Categorie, "Un chef de projet recruté");

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        [
            .. LignesExclues.Juger(
                juge,
                examen,
                Categorie,
                "Les dépenses de personnel (ETPT) ne peuvent pas être financées par les crédits Relance : elles sont exclues de l’assiette."
            ),
            .. (examen.Projet.Depenses ?? [])
                .Select((d, i) => (Ligne: d, Index: i))
                .Where(l => MotsCles.NommeUnConseiller(l.Ligne.Libelle))
                .Select(l =>
                    juge.Alerte(
                            $"« {l.Ligne.Libelle} » relève du dispositif Conseiller numérique France Services : ses crédits ne se "
                                + "mêlent pas à ceux du fonds.",
                            $"depenses[{l.Index}].categorie"
                        )
                        .SousLeCode("R82")
                        .Avec("ligne", l.Ligne.Libelle)
                ),
        ];
}
