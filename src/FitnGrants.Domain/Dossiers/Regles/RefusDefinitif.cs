using System.Collections.Frozen;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R67: a refused project cannot be deposited again. The same project is the same filiation, or the same
/// normalised title with a SIREN in common (A5). In another dispositif it is only an alert.</summary>
public sealed class RefusDefinitif : Regle
{
    private static readonly FrozenSet<string> MotsVides = FrozenSet.ToFrozenSet(
        ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur", "un", "une"],
        StringComparer.Ordinal
    );

    public override string Nom => "Projet non refusé";

    public override string Phrase => "Un projet refusé par l’instance ne peut pas être déposé à nouveau.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            Refuse(
                modele,
                "« Capteurs de qualité de l’air » a été refusé ; le dossier porte sur un portail des familles.",
                "Capteurs de qualité de l’air"
            ),
            Refuse(modele, "« Portail des familles » a été refusé ; le dossier porte le même titre.", "Le portail des familles"),
        ];

    private static Exemple Refuse(Modele modele, string cas, string titre) =>
        modele.Sachant(cas, s =>
            s with
            {
                Refus =
                [
                    new RefusPrononce(
                        modele.Reglement.Code,
                        "d’exemple",
                        titre,
                        [modele.Candidature.Porteur.Siren!],
                        modele.Candidature.Jour.AddDays(-30)
                    ),
                ],
            }
        );

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (!examen.Candidature.Porteur.EstReel)
            return [juge.SansObjet("Cette règle regarde les collectivités du référentiel.")];
        var identiques = examen.Situation.Refus.Where(r => EstLeMeme(r, examen.Candidature)).ToList();
        if (identiques.Find(r => r.Dispositif == examen.Reglement.Code) is { } refus)
            return
            [
                juge.Manquement(
                        $"Ce projet a fait l’objet d’un refus le {Francais.Date(refus.Le)} (dossier {refus.Numero}) : il ne peut pas "
                            + "être redéposé.",
                        "titre"
                    )
                    .Avec("dossier", refus.Numero),
            ];
        if (LePlusProche(examen) is { } proche && (identiques.Count == 0 || EstJugeIdentique(proche, examen)))
            return [Semblable(juge, examen, proche)];
        return
        [
            identiques is [var ailleurs, ..]
                ? juge.Alerte($"Ce projet a été refusé dans un autre dispositif (dossier {ailleurs.Numero}).")
                    .Avec("dossier", ailleurs.Numero)
                : juge.Conforme("aucun refus de ce projet."),
        ];
    }

    /// <summary>What the instructor has ruled identical comes first, then the refusals of this dispositif.</summary>
    private static ProjetSemblable? LePlusProche(Examen examen) =>
        examen
            .Situation.Semblables.Where(s => examen.Situation.Rapprochements.GetValueOrDefault(s.Numero, true))
            .OrderByDescending(s => EstJugeIdentique(s, examen))
            .ThenByDescending(s => s.Dispositif == examen.Reglement.Code)
            .FirstOrDefault();

    private static bool EstJugeIdentique(ProjetSemblable semblable, Examen examen) =>
        semblable.Dispositif == examen.Reglement.Code && examen.Situation.Rapprochements.GetValueOrDefault(semblable.Numero);

    /// <summary>A refused project that looks like this one: an alert, until the instructor rules (A5, 3).</summary>
    private static Constat Semblable(Juge juge, Examen examen, ProjetSemblable proche) =>
        (
            EstJugeIdentique(proche, examen)
                ? juge.Manquement(
                    $"L’instruction a jugé ce projet identique à « {proche.Titre} » (dossier {proche.Numero}), refusé : il ne peut "
                        + "pas être redéposé.",
                    "titre"
                )
                : juge.Alerte(
                    $"Ce projet ressemble à « {proche.Titre} » (dossier {proche.Numero}), "
                        + $"refusé{(proche.Dispositif == examen.Reglement.Code ? "" : " dans un autre dispositif")} : "
                        + "l’instruction dira s’il est identique ou distinct.",
                    "titre"
                )
        )
            .Avec("dossier", proche.Numero)
            .Avec("similarite", $"{proche.Similarite} %");

    /// <summary>A title without case, accents, punctuation nor stop words.</summary>
    public static string TitreNormalise(string? titre) =>
        string.Join(' ', Francais.Normaliser(titre).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(m => !MotsVides.Contains(m)));

    private static bool EstLeMeme(RefusPrononce refus, Candidature candidature)
    {
        if (candidature.Origines.Contains(refus.Numero))
            return true;
        var titre = TitreNormalise(candidature.Projet.Titre);
        return titre.Length > 0
            && titre == TitreNormalise(refus.Titre)
            && candidature.Tous.Any(b => b.Siren is not null && refus.Sirens.Contains(b.Siren));
    }
}
