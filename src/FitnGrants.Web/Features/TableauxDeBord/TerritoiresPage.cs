using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>Where accords went, by département and by size: a département without a laureate keeps its row and its zero.</summary>
public sealed record TerritoiresPage
{
    public required string Dispositif { get; init; }
    public required IReadOnlyList<Reponse> Dispositifs { get; init; }
    public required IReadOnlyList<Ligne> Departements { get; init; }
    public required IReadOnlyList<Ligne> Tailles { get; init; }

    /// <summary>Indicative euros of each département; null where the règlement says none.</summary>
    public required Euros? Repere { get; init; }

    /// <summary>Year of the populations; 0 while none is known.</summary>
    public required int Annee { get; init; }
    public required DateOnly Aujourdhui { get; init; }

    public Ligne Ensemble =>
        new(
            "Ensemble",
            "",
            Departements.Sum(d => d.Deposes),
            Euros.Somme(Departements.Select(d => d.Demande)),
            Departements.Sum(d => d.Accords),
            Euros.Somme(Departements.Select(d => d.Accorde)),
            Departements.Sum(d => d.Habitants ?? 0)
        );

    public IReadOnlyList<Ligne> SansLaureat => [.. Departements.Where(d => d.Accords == 0)];

    /// <summary>The whole of each bar of départements: the indication, or more where more was granted.</summary>
    public Euros Echelle => Departements.Select(d => d.Accorde).Append(Repere ?? Euros.UnCentime).Max();

    /// <summary>One département, or one size.</summary>
    /// <param name="Nom">« Ille-et-Vilaine », « Petites ».</param>
    /// <param name="Precision">« moins de 3 500 hab. »; empty for a département.</param>
    /// <param name="Deposes">Dossiers deposited.</param>
    /// <param name="Demande">Euros asked.</param>
    /// <param name="Accords">Accords told, that hold.</param>
    /// <param name="Accorde">Euros of those.</param>
    /// <param name="Habitants">Inhabitants; null for a size, or where none is known.</param>
    public sealed record Ligne(string Nom, string Precision, int Deposes, Euros Demande, int Accords, Euros Accorde, int? Habitants)
    {
        /// <summary>« 35 »; empty for a size.</summary>
        public string Code { get; init; } = "";

        /// <summary>Euros per inhabitant, to the cent; null where no inhabitant is known.</summary>
        public Euros? ParHabitant => Habitants is > 0 and var h ? new Euros(Math.Round(Accorde.Montant / h, 2)) : null;

        /// <summary>Euros of an accord, on average, to the cent; null without any.</summary>
        public Euros? Moyen => Accords == 0 ? null : new Euros(Math.Round(Accorde.Montant / Accords, 2));

        /// <summary>« 63,9 % » of the deposits became an accord; a dash without any.</summary>
        public string Reussite => Pourcent(Accords, Deposes);

        /// <summary>« 19,4 % » of what was granted.</summary>
        public string Part(Euros tout) => Pourcent(Accorde.Montant, tout.Montant);

        private static string Pourcent(decimal part, decimal tout) =>
            tout == 0 ? "–" : Francais.Typographier($"{Math.Round(100m * part / tout, 1):0.0} %");
    }

    public static async Task<TerritoiresPage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string? voulu,
        (Acteur Acteur, DateOnly Aujourdhui) qui,
        CancellationToken arret
    )
    {
        var lus = await db.Dossiers.ComptesPour(qui.Acteur).Select(d => d.Dispositif).Distinct().ToListAsync(arret);
        // Deposits of a dispositif that another service attributes would count, and not its accords.
        var connus = reglements
            .EnVigueur.Where(r =>
                lus.Contains(r.Code, StringComparer.Ordinal) && qui.Acteur.Rencontre(Droit.LireTableaux, r.Attribuant, r.Region)
            )
            .ToList();
        if (connus.Count == 0)
            return null;
        var reglement = connus.Find(r => r.Code == voulu) ?? connus[0];
        var (sommes, seuils) = (new TerritoiresDesLaureats(db, qui.Acteur, reglement.Code), Seuils(reglement));
        var departements = await sommes.ParDepartementAsync(arret);
        string[] codes =
        [
            .. reglement.Departements.Union(departements.Select(d => d.Cle), StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var (annee, habitants) = await sommes.HabitantsAsync(codes, arret);
        var tailles = await sommes.ParTailleAsync(seuils, arret);
        return new TerritoiresPage
        {
            Dispositif = reglement.Code,
            Dispositifs = [.. connus.Select(r => new Reponse(r.Code, r.Nom))],
            Departements =
            [
                .. codes.Select(c =>
                    Une(
                        (Libelles.Departement(c), ""),
                        departements.FirstOrDefault(d => d.Cle == c),
                        habitants.TryGetValue(c, out var h) ? h : null
                    ) with
                    {
                        Code = c,
                    }
                ),
            ],
            Tailles =
            [
                .. Noms(seuils)
                    .Select((nom, i) => (nom, Somme: tailles.FirstOrDefault(t => t.Cle == $"{i}")))
                    .Where((x, i) => i < 3 || x.Somme is not null)
                    .Select(x => Une(x.nom, x.Somme, habitants: null)),
            ],
            Repere = RepartitionTerritoriale.Repere(reglement),
            Annee = annee,
            Aujourdhui = qui.Aujourdhui,
        };
    }

    private static Ligne Une((string Nom, string Precision) nom, SommeDeTerritoire? s, int? habitants) =>
        new(nom.Nom, nom.Precision, s?.Deposes ?? 0, new Euros(s?.Demande ?? 0m), s?.Accords ?? 0, new Euros(s?.Accorde ?? 0m), habitants);

    private static (string Nom, string Precision)[] Noms(SeuilsDeTaille s) =>
        [
            ("Petites", $"moins de {Francais.Entier(s.Moyenne)} hab."),
            ("Moyennes", $"{Francais.Entier(s.Moyenne)} à {Francais.Entier(s.Grande - 1)} hab."),
            ("Grandes", $"{Francais.Entier(s.Grande)} hab. et plus"),
            ("Inconnues", "population inconnue"),
        ];

    /// <summary>Those of the rule that looks at sizes (R57), else those of A9.</summary>
    private static SeuilsDeTaille Seuils(Reglement reglement)
    {
        var parametres = reglement.Regles.FirstOrDefault(r => r.Regle is PerequationDesTailles)?.Parametres ?? Parametres.Aucun;
        return new SeuilsDeTaille(parametres.Entier("moyenne", 3_500), parametres.Entier("grande", 50_000));
    }

    /// <summary>The map of the départements of the dispositif: two tints, the euros per inhabitant on each.</summary>
    public CarteDesDepartements Carte(string titre)
    {
        var milieu = Departements.Max(d => d.ParHabitant ?? Euros.Zero).Montant / 2;
        return new CarteDesDepartements(
            titre,
            [
                .. Departements.Select(d => new ZoneDeCarte(
                    d.Code,
                    $"{d.Nom} : {d.ParHabitant?.ToString() ?? "–"} par habitant, {Francais.Compte(d.Accords, "accord")}",
                    d.Accorde == Euros.Zero || (d.ParHabitant?.Montant ?? 0) <= milieu ? 1 : 2,
                    Departements.Count > 6 ? [$"{d.ParHabitant}"] : [d.Nom, $"{d.ParHabitant}"]
                )),
            ],
            Rapprochee: true
        );
    }
}
