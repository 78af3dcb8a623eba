using System.Globalization;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Features.Simulateur;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A member as typed: a name or a SIREN, and what a proposal filled.</summary>
public sealed record MembreSaisi
{
    public string? Collectivite { get; init; }
    public string? Siren { get; init; }
    public string? Part { get; init; }
    public bool Attestation { get; init; }

    public bool EstVide => string.IsNullOrWhiteSpace(Collectivite) && string.IsNullOrWhiteSpace(Siren);
}

/// <summary>The groupement: its members, their shares, their certifications, one contact.</summary>
public sealed record GroupementFormulaire : IFormulaireDEtape
{
    public const int MembresAuPlus = 100;

    public int Revision { get; init; }
    public string? EnGroupement { get; init; }
    public string? PartDuChefDeFile { get; init; }
    public string? ContactOperationnel { get; init; }
    public List<MembreSaisi> Membres { get; init; } = [];

    /// <param name="ouvert">The dossier and its members.</param>
    /// <param name="ajouter">« membre »: one more empty line.</param>
    public static GroupementFormulaire De(DossierOuvert ouvert, string? ajouter)
    {
        var groupement = ouvert.Dossier.Contenu.Groupement;
        var membres = (groupement?.Membres ?? []).Select(m => new MembreSaisi
        {
            Collectivite = ouvert.Membres.FirstOrDefault(c => c.Siren == m.Siren)?.Nom ?? m.Siren,
            Siren = m.Siren,
            Part = Texte(m.Part),
            Attestation = m.Attestation,
        }).ToList();
        if (membres.Count == 0 || ajouter == "membre")
            membres.Add(new MembreSaisi());
        return new GroupementFormulaire
        {
            Revision = ouvert.Dossier.Revision,
            EnGroupement = groupement is not null || ajouter == "membre" ? "oui" : "non",
            PartDuChefDeFile = Texte(groupement?.PartDuChefDeFile),
            ContactOperationnel = groupement?.ContactOperationnel,
            Membres = membres,
        };
    }

    /// <summary>Finds each member in the referential by its SIREN, or by its name where one alone answers to it.</summary>
    public async Task<GroupementFormulaire> ResoudreAsync(IQueryable<Collectivite> collectivites, ModelStateDictionary etat, CancellationToken arret)
    {
        if (EnGroupement != "oui")
            return this;
        var resolus = new List<MembreSaisi>();
        for (var i = 0; i < Membres.Count; i++)
        {
            var membre = Membres[i];
            if (membre.EstVide)
                continue;
            var trouvees = await collectivites.ChercherAsync(string.IsNullOrWhiteSpace(membre.Siren) ? membre.Collectivite : membre.Siren, 6, arret);
            var exactes = trouvees.Where(t => Domain.Socle.Francais.Normaliser(t.Nom) == Domain.Socle.Francais.Normaliser(membre.Collectivite)).ToList();
            if ((trouvees is [var seule] ? seule : exactes is [var exacte] ? exacte : null) is { } choisie)
                resolus.Add(membre with { Siren = choisie.Siren, Collectivite = choisie.Nom });
            else
                etat.AddModelError($"Membres[{i}].Collectivite", trouvees.Count == 0
                    ? "Aucune collectivité ne correspond : vérifiez l’orthographe, ou donnez son SIREN."
                    : "Plusieurs collectivités portent ce nom : donnez son SIREN, par exemple "
                        + string.Join(" ou ", trouvees.Take(3).Select(t => $"{t.Siren} ({t.Nom}, {t.Precision})")) + ".");
        }
        return this with { Membres = resolus };
    }

    public ContenuDossier Appliquer(ContenuDossier contenu)
    {
        var membres = Membres.Where(m => !m.EstVide).Select(m => new MembreDeGroupement(m.Siren!, Saisie.Part(m.Part), m.Attestation)).ToList();
        return contenu with
        {
            Groupement = EnGroupement != "oui" || membres.Count == 0
                ? null
                : new Groupement { PartDuChefDeFile = Saisie.Part(PartDuChefDeFile), Membres = [.. membres], ContactOperationnel = Saisie.Propre(ContactOperationnel) },
        };
    }

    private static string? Texte(decimal? part) => part?.ToString("0.##", CultureInfo.GetCultureInfo("fr-FR"));
}

public sealed class GroupementValidator : AbstractValidator<GroupementFormulaire>
{
    public GroupementValidator()
    {
        RuleFor(f => f.EnGroupement).Must(v => v is null or "" or "oui" or "non").WithMessage("Répondez par oui ou par non.");
        RuleFor(f => f.PartDuChefDeFile).PartEnPourCent();
        RuleFor(f => f.ContactOperationnel).TexteLibre(200);
        RuleFor(f => f.Membres).Must(m => m.Count <= GroupementFormulaire.MembresAuPlus).WithMessage($"Un groupement a {GroupementFormulaire.MembresAuPlus} membres au plus.");
        RuleForEach(f => f.Membres).SetValidator(new MembreValidator());
    }

    private sealed class MembreValidator : AbstractValidator<MembreSaisi>
    {
        public MembreValidator()
        {
            RuleFor(m => m.Collectivite).TexteLibre(200);
            RuleFor(m => m.Part).PartEnPourCent();
        }
    }
}
