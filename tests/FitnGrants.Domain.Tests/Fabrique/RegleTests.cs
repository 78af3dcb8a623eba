using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>What every test of a rule needs: to have it judge, and to read its answer.</summary>
public abstract class RegleTests<T>
    where T : Regle
{
    internal const ResultatConstat Conforme = ResultatConstat.Conforme;
    internal const ResultatConstat Alerte = ResultatConstat.Alerte;
    internal const ResultatConstat Bloquant = ResultatConstat.Bloquant;
    internal const ResultatConstat AVerifier = ResultatConstat.AVerifier;
    internal const ResultatConstat SansObjet = ResultatConstat.NonApplicable;

    internal static ImmutableArray<Constat> Juger(
        Reglement reglement,
        Candidature candidature,
        Moment moment = Moment.Depot,
        Situation? situation = null,
        DecisionProposee? decision = null,
        EtatDesLieuxJuge? etatDesLieux = null,
        ActeJuge? acte = null
    )
    {
        var examen = Examen.Faire(reglement, candidature, situation ?? Quand.Situation(reglement), moment, decision, etatDesLieux, acte);
        ImmutableArray<Constat> constats = [.. reglement.Regles.Where(r => r.Regle is T).SelectMany(r => r.Regle.Examiner(r, examen))];
        Assert.All(constats, Lisible.Verifier);
        return constats;
    }

    internal static Constat EnBretagne(Func<Projet, Projet> change, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(change), moment));

    internal static Constat DansLeHautRhin(Func<Projet, Projet> change, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.Avec(change), moment));

    internal static Constat DansLeGrandEst(Func<Projet, Projet> change, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(UnReglement.GrandEst, UneCandidature.GrandEst.Avec(change), moment));

    internal static Constat Attendre(Constat constat, ResultatConstat resultat, string? texte = null, string? champ = null)
    {
        Assert.Equal(resultat, constat.Resultat);
        Assert.False(string.IsNullOrWhiteSpace(constat.Message));
        if (texte is not null)
            Assert.Contains(texte, Lisible.De(constat.Message), StringComparison.Ordinal);
        if (champ is not null)
            Assert.Equal(champ, constat.Champ);
        return constat;
    }

    internal static void AucunConstat(ImmutableArray<Constat> constats) => Assert.Empty(constats);
}

/// <summary>A sentence with plain spaces and straight apostrophes, to compare with what a person types.</summary>
internal static class Lisible
{
    /// <summary>What every constat owes its reader: a whole sentence, values with a name, a field that a form may have.</summary>
    public static void Verifier(Constat constat)
    {
        Assert.False(string.IsNullOrWhiteSpace(constat.Nom));
        Assert.Matches("([.?]|durbanisme)$", constat.Message);
        Assert.DoesNotMatch(@"\w  | [,.]|\(\)", De(constat.Message));
        if (constat.Champ is not null)
            Assert.Matches(@"^[a-z]\w*(\[\d+\])?(\.[A-Za-z]\w*)?$", constat.Champ);
        Assert.All(constat.Valeurs, v =>
        {
            Assert.Matches("^[a-z]+$", v.Key);
            Assert.NotNull(v.Value);
        });
    }

    public static string De(string phrase) => phrase.Replace(Francais.Fine, ' ').Replace(Francais.Insecable, ' ').Replace('’', '\'');
}
