using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Socle;

/// <summary>What the journal keeps of each act.</summary>
public sealed class TracesTests
{
    [Fact]
    public void Chaque_acte_a_ses_détails_sous_son_nom()
    {
        var traces = typeof(Trace).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Trace))).Select(Vide).ToList();

        Assert.All(traces, t => Assert.Equal(t.GetType().Name, $"{t.Acte}"));
        Assert.Equal(Enum.GetValues<Acte>(), traces.Select(t => t.Acte).Order());
    }

    [Fact]
    public void Ce_qui_est_inconnu_ne_s_écrit_pas_et_le_reste_s_écrit_dans_l_ordre()
    {
        var decision = Guid.CreateVersion7();

        Assert.Equal(
            [("decision", $"{decision}"), ("montant", "20720.50"), ("par", "SGAR, secrétariat")],
            new Decider("SGAR, secrétariat", decision, new Euros(20720.50m), null).Valeurs().Select(v => (v.Key, v.Value))
        );
        Assert.Equal("2021-06-22", new DemanderUnAvis(null, decision, "Labo", new DateOnly(2021, 6, 22)).Valeurs()["avant"]);
        Assert.Equal("-3", new RepondreALaDemande(null, 2, null, -3).Valeurs()["aConclure"]);
    }

    /// <summary>An amount written with a comma would break every hash to come, and no line would say it.</summary>
    [Fact]
    public void Un_genre_de_valeur_que_le_journal_n_écrit_pas_se_dit() =>
        Assert.Throws<InvalidOperationException>(() => new Ailleurs(1.5m).Valeurs());

    private static Trace Vide(Type trace)
    {
        var constructeur = trace.GetConstructors().Single();
        return (Trace)
            constructeur.Invoke([
                .. constructeur.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null),
            ]);
    }

    private sealed record Ailleurs(decimal Taux) : Trace(Acte.Clore, null);
}
