using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using Microsoft.AspNetCore.Http.Extensions;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What the address of the desk says.</summary>
public sealed record SuiviFiltre
{
    public string? Onglet { get; init; }
    public string? Q { get; init; }
    public List<string> Departements { get; init; } = [];
    public List<string> Dispositifs { get; init; } = [];

    /// <summary>« ticks-identifiant » of the last line read, or « yyyyMMdd-identifiant » by due day.</summary>
    public string? Apres { get; init; }

    public bool Cherche => !string.IsNullOrWhiteSpace(Q);

    public int Cochees => Codes(Departements).Length + Codes(Dispositifs).Length;

    /// <summary>Those that may be a code: an address may say anything, nothing too, and a database refuses some of it.</summary>
    public static string[] Codes(IEnumerable<string?> choisis) =>
        [.. choisis.OfType<string>().Where(c => c.Length is > 0 and <= 20 && c.All(x => char.IsAsciiLetterOrDigit(x) || x == '-'))];

    /// <summary>The same, as a query.</summary>
    public string Adresse(string? onglet = null, string? apres = null, bool sansCases = false)
    {
        var q = new QueryBuilder { { "Onglet", onglet ?? Onglet ?? ListeDeSuivi.Onglets[0].Cle } };
        if (onglet is null && Cherche)
            q.Add("Q", Q!);
        foreach (var (cle, valeurs) in sansCases ? [] : new[] { ("Departements", Departements), ("Dispositifs", Dispositifs) })
            q.Add(cle, Codes(valeurs));
        if (apres is not null)
            q.Add("Apres", apres);
        return q.ToString();
    }
}

/// <summary>One line of the desk.</summary>
public sealed record LigneDeSuivi
{
    public required Guid Id { get; init; }
    public required string Numero { get; init; }
    public required string Titre { get; init; }
    public required string Porteur { get; init; }
    public required string Siren { get; init; }
    public required string Departement { get; init; }
    public required string Dispositif { get; init; }
    public required EtatDossier Etat { get; init; }
    public required EtapeDeSuivi Etape { get; init; }
    public required DateTimeOffset Depuis { get; init; }
    public required DateOnly? EcheanceLe { get; init; }
    public required Euros Montant { get; init; }
    public required string NumeroDActe { get; init; }
    public required DateOnly? RecuLe { get; init; }

    /// <summary>True where the porteur has something to do first: a SIRET, a plan.</summary>
    public required bool PlanEnAttente { get; init; }

    /// <summary>Where its avenant stands; null without one.</summary>
    public required EtatAvenant? Avenant { get; init; }
    public required DateTimeOffset? AvenantDepuis { get; init; }

    /// <summary>What waits among its payments; null where nothing does.</summary>
    public required EtapeDeVersement? Versement { get; init; }
    public required DateTimeOffset? VersementDepuis { get; init; }

    /// <summary>What waits among its reports; null where nothing does.</summary>
    public required EtapeDEtat? EtatAttend { get; init; }
    public required DateTimeOffset? EtatDepuis { get; init; }

    /// <summary>Paris day before which its next report is due; null where none is.</summary>
    public required DateOnly? EtatAttenduLe { get; init; }

    /// <summary>Euros of that payment; null where its control says them, or nothing waits.</summary>
    public required Euros? VersementMontant { get; init; }

    /// <summary>Euros paid, before what was given back.</summary>
    public required Euros Verse { get; init; }

    public required System.Collections.Immutable.ImmutableArray<Reversement> Reversements { get; init; }

    /// <summary>Euros paid and not given back.</summary>
    public Euros Paye => Verse.Moins(Euros.Somme(Reversements.Select(r => r.Recouvre)));

    /// <summary>Amber once its day is near: a month.</summary>
    public bool Presse(DateOnly aujourdhui) => EcheanceLe is { } jour && jour.DayNumber - aujourdhui.DayNumber <= 31;

    /// <summary>« depuis 19 jours », « depuis hier ».</summary>
    public static string DepuisQuand(DateTimeOffset depuis, DateOnly aujourdhui) =>
        (aujourdhui.DayNumber - JourDeParis.De(depuis).DayNumber) switch
        {
            <= 0 => "depuis aujourd’hui",
            1 => "depuis hier",
            var jours => $"depuis {Francais.Compte(jours, "jour")}",
        };

    /// <summary>« dans 12 jours », « demain »; « depuis 3 jours » once it is past.</summary>
    public static string Quand(DateOnly jour, DateOnly aujourdhui) =>
        (jour.DayNumber - aujourdhui.DayNumber) switch
        {
            0 => "aujourd’hui",
            1 => "demain",
            -1 => "depuis hier",
            > 0 and var jours => $"dans {Francais.Compte(jours, "jour")}",
            var jours => $"depuis {Francais.Compte(-jours, "jour")}",
        };

    /// <summary>What the day is for.</summary>
    public string Echeance =>
        Etape switch
        {
            EtapeDeSuivi.ACommencer => "commencer",
            EtapeDeSuivi.EnExecution => "achever",
            _ => "notifier l’acte",
        };

    /// <summary>True where a line is a step that waits for somebody, and not only a state.</summary>
    public static bool Attend(string onglet) => !ListeDeSuivi.EstDuFond(onglet);
}
