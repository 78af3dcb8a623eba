using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Simulateur;
using FitnGrants.Web.Reglements;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dispositifs;

/// <summary>The sheet of a dispositif that takes no deposit here, and the answer of its test.</summary>
public sealed record FicheInformativePage(DispositifInformatif Fiche, DateOnly Aujourdhui, OrientationFormulaire Formulaire)
{
    /// <summary>What the collectivités of the list cover, in the order of the list; null when nothing was asked.</summary>
    public Couverture? Couverture { get; init; }

    /// <summary>The list, in its order.</summary>
    public ImmutableArray<Territoire> Territoires { get; init; } = [];

    /// <summary>The collectivités to choose from when the name is not enough.</summary>
    public IReadOnlyList<SuggestionDeCollectivite> AChoisir { get; init; } = [];

    /// <summary>The call that is meant for the recruiter; null when nothing was asked.</summary>
    public AppelVise? Appel { get; init; }

    /// <summary>The address of the list with the collectivité just found; null when none was.</summary>
    public string? Vers { get; init; }

    /// <summary>The address of the list with one more collectivité.</summary>
    public string Avec(string siren) => Formulaire.Adresse(Fiche.Code, Formulaire.Liste.Append(siren).Distinct(StringComparer.Ordinal));

    /// <summary>The address of the list with one less.</summary>
    public string Sans(string siren) => Formulaire.Adresse(Fiche.Code, Formulaire.Liste.Remove(siren));

    public static async Task<FicheInformativePage> ChargerAsync(
        FitnContext db,
        FichesInformatives fiches,
        DispositifInformatif fiche,
        OrientationFormulaire formulaire,
        ModelStateDictionary etat,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        var vide = new FicheInformativePage(fiche, aujourdhui, formulaire);
        if (fiche.Orientation.Seuil is { } seuil)
            return await vide.AvecLaListeAsync(db, seuil, etat, arret);
        return etat.IsValid && formulaire.Structure is { } structure
            ? vide with
            {
                Appel = AppelDuRecruteur.Juger(fiche, structure, fiches.Toutes),
            }
            : vide;
    }

    private async Task<FicheInformativePage> AvecLaListeAsync(FitnContext db, int seuil, ModelStateDictionary etat, CancellationToken arret)
    {
        var page = this with { Territoires = await TerritoiresAsync(db, arret) };
        if (etat.IsValid && Formulaire.Ajoute)
            page = await page.ChercherAsync(db, etat, arret);
        var rienDeDemande = Formulaire.CouvreUnDepartement is null || page.AChoisir.Count > 0 || !etat.IsValid;
        if (page.Territoires.IsEmpty && rienDeDemande)
            return page;
        var regle = Fiche.Regle(Fiche.Orientation.Regle);
        return page with { Couverture = CouvertureMinimale.Juger(regle, seuil, page.Territoires, Formulaire.CouvreUnDepartement) };
    }

    private async Task<FicheInformativePage> ChercherAsync(FitnContext db, ModelStateDictionary etat, CancellationToken arret)
    {
        var trouvees = await db.ChercherAsync(
            string.IsNullOrWhiteSpace(Formulaire.Siren) ? Formulaire.Collectivite : Formulaire.Siren,
            12,
            arret
        );
        var message =
            trouvees.Count == 0 ? "Aucune collectivité ne correspond : vérifiez l’orthographe, ou donnez son SIREN."
            : Formulaire.Liste.Length < OrientationFormulaire.Maximum ? null
            : $"La liste est pleine, {OrientationFormulaire.Maximum} collectivités au plus : remplacez des communes par leur "
                + "intercommunalité.";
        if (message is not null)
            etat.AddModelError(nameof(OrientationFormulaire.Collectivite), Domain.Socle.Francais.Typographier(message));
        return message is not null ? this
            : trouvees.Count == 1 ? this with { Vers = Avec(trouvees[0].Siren) }
            : this with { AChoisir = trouvees };
    }

    /// <summary>The collectivités of the list; one that the referential does not know stays, without a population.</summary>
    private async Task<ImmutableArray<Territoire>> TerritoiresAsync(FitnContext db, CancellationToken arret)
    {
        var sirens = Formulaire.Liste;
        if (sirens.IsEmpty)
            return [];
        var connues = await db
            .Collectivites.Where(c => sirens.AsEnumerable().Contains(c.Siren))
            .ToDictionaryAsync(c => c.Siren, StringComparer.Ordinal, arret);
        // One year for all, figures and memberships: a commune that moved between two EPCI is counted once.
        var millesimes = connues.Values.SelectMany(c => c.Populations).ToList();
        var annee = millesimes.Where(p => p.EnVigueurLe <= Aujourdhui).Max(p => (int?)p.Annee) ?? millesimes.Min(p => (int?)p.Annee) ?? 0;
        return
        [
            .. sirens.Select(s =>
                connues.TryGetValue(s, out var c)
                    ? c.Populations.FirstOrDefault(p => p.Annee == annee) is { } population
                        ? new Territoire(s, c.Nom, c.Nature, c.Departement, population.Municipale, population.Epci)
                        : new Territoire(s, c.Nom, c.Nature, c.Departement, null, null)
                    : new Territoire(s, $"SIREN {s}", NatureJuridique.Autre, "", null, null)
            ),
        ];
    }
}
