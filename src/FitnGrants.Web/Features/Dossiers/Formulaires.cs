using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A step's form: it knows how to come from a dossier and to go back to it.</summary>
public interface IFormulaireDEtape
{
    int Revision { get; }

    ContenuDossier Appliquer(ContenuDossier contenu);
}

public sealed record CollectiviteFormulaire : IFormulaireDEtape
{
    public int Revision { get; init; }
    public string? Siret { get; init; }
    public string? Adresse { get; init; }
    public string? RepresentantLegal { get; init; }
    public string? Civilite { get; init; }
    public string? Qualite { get; init; }
    public string? Contact { get; init; }
    public string? Courriel
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }
    public string? Telephone { get; init; }

    public static CollectiviteFormulaire De(Dossier d) =>
        new()
        {
            Revision = d.Revision,
            Siret = d.Contenu.Identite.Siret,
            Adresse = d.Contenu.Identite.Adresse,
            RepresentantLegal = d.Contenu.Identite.RepresentantLegal,
            Civilite = d.Contenu.Identite.Civilite?.ToString(),
            Qualite = d.Contenu.Identite.Qualite,
            Contact = d.Contenu.Identite.Contact,
            Courriel = d.Contenu.Identite.Courriel,
            Telephone = d.Contenu.Identite.Telephone,
        };

    public ContenuDossier Appliquer(ContenuDossier contenu) =>
        contenu with
        {
            Identite = new Identite
            {
                Siret = Domain.Socle.Siret.TryParse(Siret, out var siret) ? siret.Valeur : null,
                Adresse = Saisie.Propre(Adresse),
                RepresentantLegal = Saisie.Propre(RepresentantLegal),
                Civilite = Enum.TryParse<Civilite>(Civilite, out var civilite) ? civilite : null,
                Qualite = Saisie.Propre(Qualite),
                Contact = Saisie.Propre(Contact),
                Courriel = Saisie.Propre(Courriel),
                Telephone = Saisie.Propre(Telephone),
            },
        };
}

public sealed class CollectiviteValidator : ValidateurDEtape<CollectiviteFormulaire>
{
    public CollectiviteValidator()
        : base(EtapeDuDossier.Collectivite)
    {
        RuleFor(f => f.Siret)
            .Must(s => string.IsNullOrWhiteSpace(s) || Siret.TryParse(s, out _))
            .WithMessage("SIRET invalide : vérifiez ses 14 chiffres.");
        RuleFor(f => f.Courriel).UneAdresse();
        RuleFor(f => f.Telephone)
            .Must(t => string.IsNullOrWhiteSpace(t) || t.Count(char.IsDigit) is >= 8 and <= 32)
            .WithMessage("Ce numéro de téléphone n’est pas complet.");
    }
}

public sealed record ProjetFormulaire : IFormulaireDEtape
{
    public int Revision { get; init; }
    public string? Titre { get; init; }
    public string? Resume { get; init; }
    public string? Lieux { get; init; }
    public List<string> Thematiques { get; init; } = [];
    public List<string> NaturesAppui { get; init; } = [];
    public string? EtatAvancement { get; init; }
    public string? Regime { get; init; }

    public static ProjetFormulaire De(Dossier d)
    {
        var p = d.Contenu.Projet;
        return new ProjetFormulaire
        {
            Revision = d.Revision,
            Titre = p.Titre,
            Resume = p.Resume,
            Lieux = p.Lieux,
            Thematiques = [.. (p.Thematiques ?? []).Select(t => t.ToString())],
            NaturesAppui = [.. (p.NaturesAppui ?? []).Select(t => t.ToString())],
            EtatAvancement = p.EtatAvancement?.ToString(),
            Regime = p.Regime?.ToString(),
        };
    }

    public ContenuDossier Appliquer(ContenuDossier contenu) =>
        contenu with
        {
            Projet = contenu.Projet with
            {
                Titre = Saisie.Propre(Titre),
                Resume = Saisie.Propre(Resume),
                Lieux = Saisie.Propre(Lieux),
                Thematiques = [.. Thematiques.Select(Enum.Parse<Thematique>).Distinct()],
                NaturesAppui = [.. NaturesAppui.Select(Enum.Parse<NatureAppui>).Distinct()],
                EtatAvancement = EtatAvancement is { Length: > 0 } e ? Enum.Parse<EtatAvancement>(e) : null,
                Regime = Regime is { Length: > 0 } r ? Enum.Parse<RegimeDepense>(r) : null,
            },
        };
}

public sealed class ProjetValidator() : ValidateurDEtape<ProjetFormulaire>(EtapeDuDossier.Projet);

public sealed record CalendrierFormulaire : IFormulaireDEtape
{
    public int Revision { get; init; }
    public string? DateDebutPrevue { get; init; }
    public string? DateFinPrevue { get; init; }
    public string? DateEffetConcret { get; init; }
    public string? DatePremierActeJuridique { get; init; }

    public static CalendrierFormulaire De(Dossier d)
    {
        var p = d.Contenu.Projet;
        return new CalendrierFormulaire
        {
            Revision = d.Revision,
            DateDebutPrevue = Saisie.Texte(p.DateDebutPrevue),
            DateFinPrevue = Saisie.Texte(p.DateFinPrevue),
            DateEffetConcret = Saisie.Texte(p.DateEffetConcret),
            DatePremierActeJuridique = Saisie.Texte(p.DatePremierActeJuridique),
        };
    }

    public ContenuDossier Appliquer(ContenuDossier contenu) =>
        contenu with
        {
            Projet = contenu.Projet with
            {
                DateDebutPrevue = Saisie.Date(DateDebutPrevue),
                DateFinPrevue = Saisie.Date(DateFinPrevue),
                DateEffetConcret = Saisie.Date(DateEffetConcret),
                DatePremierActeJuridique = Saisie.Date(DatePremierActeJuridique),
            },
        };
}

public sealed class CalendrierValidator : ValidateurDEtape<CalendrierFormulaire>
{
    public CalendrierValidator()
        : base(EtapeDuDossier.Calendrier) =>
        RuleFor(f => f.DateFinPrevue)
            .Must((f, fin) => !(Saisie.Date(fin) < Saisie.Date(f.DateDebutPrevue)))
            .WithMessage("La fin prévue précède le début prévu.");
}
