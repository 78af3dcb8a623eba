using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Services;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Administration;

/// <summary>A template as somebody words it.</summary>
public sealed record ModeleFormulaire
{
    /// <summary>Its letter, that its address names.</summary>
    public NatureDeLettre Nature { get; init; }

    /// <summary>Number of the version that the page showed; 0 for the shipped one.</summary>
    public int Precedent { get; init; }
    public string? Texte { get; init; }

    /// <summary>Number of the dossier on which it is tried; null for values that say their name.</summary>
    public string? Dossier { get; init; }

    /// <summary>« essayer », « enregistrer », « livre ».</summary>
    public string? Action { get; init; }

    /// <summary>The text, one kind of line end and nothing around it.</summary>
    public string Propre => (Saisie.Propre(Texte) ?? "").ReplaceLineEndings("\n");
}

public sealed class ModeleValidator : AbstractValidator<ModeleFormulaire>
{
    public ModeleValidator()
    {
        RuleFor(f => f.Texte)
            .NotEmpty()
            .WithMessage("Écrivez le texte de la lettre.")
            .TexteLibre(ModeleDuService.LongueurMaximale)
            .When(f => f.Action != "livre");
        RuleFor(f => f.Texte)
            .Custom(
                (_, contexte) =>
                {
                    try
                    {
                        var nature = contexte.InstanceToValidate.Nature;
                        var modele = ModeleDeLettre.Lire(contexte.InstanceToValidate.Propre, ChampsDesLettres.Noms(nature));
                        var dits = modele.Dits;
                        foreach (var champ in modele.Exposes.Where(ChampsDesLettres.Facultatifs.Contains))
                            contexte.AddFailure(
                                $"{{{champ}}} peut ne rien dire : écrivez-le dans un paragraphe qui commence par [{champ}], "
                                    + "ou seul dans le sien."
                            );
                        foreach (var champ in ChampsDesLettres.Obligatoires(nature).Except(dits))
                            contexte.AddFailure($"Cette lettre doit dire {ChampsDesLettres.Libelles[champ]} : écrivez-y {{{champ}}}.");
                    }
                    catch (ModeleInvalideException e)
                    {
                        contexte.AddFailure(e.Message);
                    }
                }
            )
            .When(f => f.Action != "livre" && f.Propre.Length > 0);
    }
}
