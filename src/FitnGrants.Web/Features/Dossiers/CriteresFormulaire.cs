using System.Globalization;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Dossiers;

public sealed record RevendicationSaisie
{
    public string? Priorite { get; init; }
    public bool Oui { get; init; }
    public string? Justification { get; init; }
}

/// <summary>Criteria, priorities and values: what this règlement asks, and nothing else.</summary>
public sealed record CriteresFormulaire : IFormulaireDEtape
{
    public int Revision { get; init; }
    public string? Urbanisme { get; init; }
    public string? LaboratoireNom { get; init; }
    public string? LaboratoireLettre { get; init; }
    public string? MethodeParticipative { get; init; }
    public string? Efficacite { get; init; }
    public string? NbAgents { get; init; }
    public string? NbUsagers { get; init; }
    public string? Animation { get; init; }
    public string? QpvBeneficiaire { get; init; }
    public string? QpvExperimentation { get; init; }
    public string? QpvCodes { get; init; }
    public string? Mutualisation { get; init; }
    public string? PlusValue { get; init; }
    public string? Exclusivite { get; init; }
    public string? LicenceCode { get; init; }
    public string? LicenceDocumentation { get; init; }
    public string? CrteInscrit { get; init; }
    public string? CrteNom { get; init; }
    public string? Devis { get; init; }
    public string? Deliberation { get; init; }
    public List<RevendicationSaisie> Revendications { get; init; } = [];

    public static CriteresFormulaire De(Dossier d, Reglement reglement)
    {
        var p = d.Contenu.Projet;
        return new CriteresFormulaire
        {
            Revision = d.Revision,
            Urbanisme = OuiNon(p.Urbanisme),
            LaboratoireNom = p.Laboratoire?.Nom,
            LaboratoireLettre = OuiNon(p.Laboratoire?.Lettre),
            MethodeParticipative = p.MethodeParticipative,
            Efficacite = p.Indicateurs?.Efficacite,
            NbAgents = Nombre(p.Indicateurs?.NbAgents),
            NbUsagers = Nombre(p.Indicateurs?.NbUsagers),
            Animation = p.Indicateurs?.Animation,
            QpvBeneficiaire = OuiNon(p.Qpv?.Beneficiaire),
            QpvExperimentation = OuiNon(p.Qpv?.Experimentation),
            QpvCodes = p.Qpv?.Codes,
            Mutualisation = p.Mutualisation,
            PlusValue = p.PlusValue,
            Exclusivite = OuiNon(p.Exclusivite),
            LicenceCode = p.LicenceCode,
            LicenceDocumentation = p.LicenceDocumentation,
            CrteInscrit = OuiNon(p.Crte?.Inscrit),
            CrteNom = p.Crte?.Nom,
            Devis = OuiNon(p.Devis),
            Deliberation = OuiNon(p.Deliberation),
            Revendications =
            [
                .. Priorites(reglement)
                    .Select(r => PrioriteRevendiquee.De(r.Parametres)!.Value)
                    .Select(x => new RevendicationSaisie
                    {
                        Priorite = x.ToString(),
                        Oui = p.Revendication(x)?.Oui == true,
                        Justification = p.Revendication(x)?.Justification,
                    }),
            ],
        };
    }

    /// <summary>The priorities that this règlement offers to claim.</summary>
    public static IEnumerable<RegleActivee> Priorites(Reglement reglement) =>
        reglement.Regles.Where(r =>
            r.Mode != ModeRegle.Inactif && r.Regle is PrioriteRevendiquee && PrioriteRevendiquee.De(r.Parametres) is not null
        );

    public ContenuDossier Appliquer(ContenuDossier contenu) =>
        contenu with
        {
            Projet = contenu.Projet with
            {
                Urbanisme = Booleen(Urbanisme),
                Laboratoire = Vide(LaboratoireNom, LaboratoireLettre)
                    ? null
                    : new Laboratoire(Saisie.Propre(LaboratoireNom), Booleen(LaboratoireLettre)),
                MethodeParticipative = Saisie.Propre(MethodeParticipative),
                Indicateurs = Vide(Efficacite, NbAgents, NbUsagers, Animation)
                    ? null
                    : new Indicateurs(
                        Saisie.Propre(Efficacite),
                        Saisie.Entier(NbAgents),
                        Saisie.Entier(NbUsagers),
                        contenu.Projet.Indicateurs?.DureeMois,
                        Saisie.Propre(Animation)
                    ),
                Qpv = Vide(QpvBeneficiaire, QpvExperimentation, QpvCodes)
                    ? null
                    : new Qpv(Booleen(QpvBeneficiaire), Booleen(QpvExperimentation), Saisie.Propre(QpvCodes)),
                // Once the step is saved, an empty answer is an answer: the rule then says what it misses (R46, R54).
                Mutualisation = Saisie.Propre(Mutualisation) ?? "",
                PlusValue = Saisie.Propre(PlusValue) ?? "",
                Exclusivite = Booleen(Exclusivite),
                LicenceCode = Saisie.Propre(LicenceCode),
                LicenceDocumentation = Saisie.Propre(LicenceDocumentation),
                Crte = Vide(CrteInscrit, CrteNom) ? null : new Crte(Saisie.Propre(CrteNom), Booleen(CrteInscrit)),
                Devis = Booleen(Devis),
                Deliberation = Booleen(Deliberation),
                Revendications =
                [
                    .. Revendications
                        .Where(r => r.Oui || !string.IsNullOrWhiteSpace(r.Justification))
                        .Select(r => new Revendication(Enum.Parse<Priorite>(r.Priorite!), r.Oui, Saisie.Propre(r.Justification)))
                        .DistinctBy(r => r.Priorite),
                ],
            },
        };

    private static bool Vide(params ReadOnlySpan<string?> textes)
    {
        foreach (var texte in textes)
            if (!string.IsNullOrWhiteSpace(texte))
                return false;
        return true;
    }

    private static string? OuiNon(bool? valeur) =>
        valeur switch
        {
            true => "oui",
            false => "non",
            null => null,
        };

    private static bool? Booleen(string? texte) =>
        texte switch
        {
            "oui" => true,
            "non" => false,
            _ => null,
        };

    private static string? Nombre(int? valeur) => valeur?.ToString(CultureInfo.InvariantCulture);
}

public sealed class CriteresValidator : ValidateurDEtape<CriteresFormulaire>
{
    public CriteresValidator()
        : base(EtapeDuDossier.Criteres)
    {
        RuleFor(f => f.Revendications).Must(l => l.Count <= 50).WithMessage("Il y a trop de priorités.");
        RuleForEach(f => f.Revendications).SetValidator(new RevendicationValidator());
    }

    private sealed class RevendicationValidator : AbstractValidator<RevendicationSaisie>
    {
        public RevendicationValidator()
        {
            RuleFor(r => r.Priorite)
                .Must(p => p is not null && Enum.GetNames<Priorite>().Contains(p, StringComparer.Ordinal))
                .WithMessage("Cette priorité n’existe pas.");
            RuleFor(r => r.Justification).TexteLibre(1000);
        }
    }
}
