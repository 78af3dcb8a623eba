using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>A12: amounts before tax, unless the porteur declares that it does not recover the VAT. One basis for all.</summary>
public sealed class BaseDeTaxeUnique : Regle
{
    public override string Nom => "Hors taxes ou TTC";

    public override string Phrase => "Les montants sont hors taxes, ou toutes taxes si la TVA n’est pas récupérable.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Montants toutes taxes ; la TVA n’est pas récupérable.", p =>
                p with
                {
                    BaseTaxe = BaseTaxe.TTC,
                    TvaNonRecuperable = true,
                }
            ),
            modele.Projet("Montants toutes taxes ; la TVA est récupérable.", p =>
                p with
                {
                    BaseTaxe = BaseTaxe.TTC,
                    TvaNonRecuperable = false,
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        SurLAutreBase(juge, examen.Projet).ToList() is { Count: > 0 } lignes ? lignes : [LaBase(juge, examen)];

    /// <summary>Lines that have an amount on the other basis only: they would count for nothing in the sums.</summary>
    private static IEnumerable<Constat> SurLAutreBase(Juge juge, Projet projet)
    {
        var (retenue, autre, nom) =
            projet.BaseRetenue == BaseTaxe.HT
                ? (BaseTaxe.HT, BaseTaxe.TTC, "hors taxes")
                : (BaseTaxe.TTC, BaseTaxe.HT, "toutes taxes comprises");
        return (projet.Depenses ?? [])
            .Select((d, i) => (Ligne: d, Champ: $"depenses[{i}].montant"))
            .Where(l => l.Ligne.Montant(retenue) is null && l.Ligne.Montant(autre) is not null)
            .Select(l =>
                juge.Manquement($"« {l.Ligne.Libelle} » n’a pas de montant {nom} : toutes les lignes sont sur la même base.", l.Champ)
                    .Avec("ligne", l.Ligne.Libelle)
            );
    }

    private static Constat LaBase(Juge juge, Examen examen) =>
        (examen.Projet.BaseRetenue, examen.Projet.TvaNonRecuperable) switch
        {
            (BaseTaxe.HT, _) => juge.Conforme("montants hors taxes."),
            (_, true) => juge.Conforme("montants toutes taxes comprises, TVA non récupérable."),
            (_, null) => juge.Inconnu("Montants toutes taxes : déclarez que la TVA n’est pas récupérable.", "tvaNonRecuperable"),
            _ => juge.Manquement(
                "Montants toutes taxes : déclarez que la TVA n’est pas récupérable, ou donnez-les hors taxes.",
                "tvaNonRecuperable"
            ),
        };
}
