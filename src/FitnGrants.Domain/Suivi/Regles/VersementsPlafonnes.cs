using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.Regles;

/// <summary>
/// What may be paid before the balance: an avance, larger with a guarantee, and acomptes, larger for a long project (décret
/// n° 2018-514, art. 12). The act may say less.
/// </summary>
public sealed class VersementsPlafonnes : Regle
{
    public override string Nom => "Avance et acomptes";

    public override string Phrase => "L’avance et les acomptes ne dépassent pas une part de l’aide.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Acte;

    public override Moment Moments => Moment.Acte;

    public override ImmutableArray<string> Cles => ["avance", "avanceGarantie", "acomptes", "acomptesLongs", "moisLongs"];

    /// <summary>Ceilings in percent of the amount.</summary>
    /// <param name="Avance">Without a guarantee.</param>
    /// <param name="AvecGarantie">With one of each beneficiary.</param>
    /// <param name="AcomptesCourts">Avance included (A33).</param>
    /// <param name="AcomptesLongs">For a project longer than <paramref name="MoisLongs"/>.</param>
    /// <param name="MoisLongs">Months.</param>
    public sealed record Plafonds(int Avance, int AvecGarantie, int AcomptesCourts, int AcomptesLongs, int MoisLongs)
    {
        /// <summary>That of a project of so many months; null where it is not known.</summary>
        public int Acomptes(int? mois) => mois > MoisLongs ? AcomptesLongs : AcomptesCourts;
    }

    /// <summary>Those of a règlement; the law's where it says nothing.</summary>
    public static Plafonds De(Reglement reglement) => De(reglement.Trouver<VersementsPlafonnes>()?.Parametres ?? Parametres.Aucun);

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var plafonds = De(activee.Parametres);
        Exemple Avance(int pct, bool garantie) =>
            modele.Acter($"Une avance de {pct} %{(garantie ? ", avec garantie" : "")}.", a =>
                a with
                {
                    Termes = a.Termes with { AvancePct = pct, Garantie = garantie },
                }
            );
        return
        [
            Avance(plafonds.Avance, garantie: false),
            Avance(plafonds.Avance + 1, garantie: false),
            Avance(plafonds.AvecGarantie, garantie: true),
            Avance(plafonds.AvecGarantie + 1, garantie: true),
            modele.Acter($"Avance et acomptes à {plafonds.AcomptesCourts + 1} %.", a =>
                a with
                {
                    Termes = a.Termes with { AcomptesPct = plafonds.AcomptesCourts + 1 },
                }
            ),
        ];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Acte is not { Termes: var termes })
            yield break;
        var plafonds = De(juge.Parametres);
        var avance = termes.Garantie ? plafonds.AvecGarantie : plafonds.Avance;
        var acomptes = plafonds.Acomptes(termes.DureeEnMois ?? examen.Projet.DureeEnMois);
        if (termes.AvancePct < 0 || termes.AvancePct > avance)
            yield return juge.Manquement(
                $"Une avance de {termes.AvancePct} % : {avance} % au plus{(termes.Garantie ? "" : ", sans garantie des bénéficiaires")}.",
                "avancePct"
            );
        else if (termes.AcomptesPct < termes.AvancePct || termes.AcomptesPct > acomptes)
            yield return juge.Manquement($"Avance et acomptes à {termes.AcomptesPct} % : entre l’avance et {acomptes} %.", "acomptesPct");
        else
            yield return juge.Conforme($"avance de {termes.AvancePct} %, avec les acomptes {termes.AcomptesPct} %.");
    }

    private static Plafonds De(Parametres parametres) =>
        new(
            parametres.Entier("avance", 30),
            parametres.Entier("avanceGarantie", 60),
            parametres.Entier("acomptes", 80),
            parametres.Entier("acomptesLongs", 90),
            parametres.Entier("moisLongs", 48)
        );
}
