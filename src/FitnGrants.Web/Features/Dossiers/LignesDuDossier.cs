using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A line of a dossier.</summary>
/// <param name="Nom">What it is.</param>
/// <param name="Valeur">What was answered.</param>
/// <param name="Cle">Key of the part that writes it.</param>
public sealed record LigneDuDossier(string Nom, string Valeur, string Cle);

/// <summary>A dossier line by line, as its page and its PDF read it.</summary>
public static class LignesDuDossier
{
    public static IReadOnlyList<LigneDuDossier> De(ContenuDossier contenu)
    {
        var (i, p) = (contenu.Identite, contenu.Projet);
        return
        [
            new("SIRET", Ou(i.Siret), "siret"),
            new("Adresse", Ou(i.Adresse), "adresse"),
            new("Représentant légal", Ou(i.RepresentantLegal), "representantLegal"),
            .. Suite(", ", i.Civilite?.ToString(), i.Qualite) is { Length: > 0 } appel
                ? new[] { new LigneDuDossier("Comment lui écrire", appel, "civilite") }
                : [],
            new("Personne à joindre", Ou(Suite(", ", i.Contact, i.Courriel, i.Telephone)), "contact"),
            new("Lieux", Ou(p.Lieux), "lieux"),
            new("Thématiques", Ou(string.Join(" ; ", (p.Thematiques ?? []).Select(MotsDuProjet.Libelle))), "thematiques"),
            new("Nature de l’appui", Ou(string.Join(", ", (p.NaturesAppui ?? []).Select(MotsDuProjet.Libelle))), "naturesAppui"),
            new("État d’avancement", Ou(p.EtatAvancement is { } etat ? MotsDuProjet.Libelle(etat) : null), "etatAvancement"),
            new("Régime", Ou(p.Regime is { } regime ? MotsDuProjet.Libelle(regime) : null), "regime"),
            new("Autorisations d’urbanisme", MotsDuProjet.OuiNon(p.Urbanisme) ?? "à compléter", "urbanisme"),
            new("Début et fin prévus", Jour(p.DateDebutPrevue) + " – " + Jour(p.DateFinPrevue), "dateDebutPrevue"),
            new("Effet concret", Jour(p.DateEffetConcret), "dateEffetConcret"),
            new(
                "Premier acte juridique",
                p.DatePremierActeJuridique is { } a ? Francais.Date(a) : "aucun à ce jour",
                "datePremierActeJuridique"
            ),
            .. p.Laboratoire is { } labo
                ? new[]
                {
                    new LigneDuDossier(
                        "Laboratoire",
                        Ou(labo.Nom) + (labo.Lettre == true ? ", lettre d’engagement déclarée" : ", sans lettre d’engagement"),
                        "laboratoire"
                    ),
                }
                : [],
            .. Facultatives(contenu)
                .Where(c => !string.IsNullOrWhiteSpace(c.Valeur))
                .Select(c => new LigneDuDossier(c.Nom, c.Valeur!, c.Cle)),
            .. p.BaseRetenue == BaseTaxe.TTC
                ? new[] { new LigneDuDossier("TVA", p.TvaNonRecuperable == true ? "non récupérable" : "récupérable", "depenses") }
                : [],
        ];
    }

    private static IEnumerable<(string Nom, string? Valeur, string Cle)> Facultatives(ContenuDossier contenu)
    {
        var p = contenu.Projet;
        return
        [
            ("Méthode participative", p.MethodeParticipative, "methodeParticipative"),
            ("Mesure de l’efficacité", p.Indicateurs?.Efficacite, "indicateurs"),
            ("Bénéficiaires", Beneficiaires(p), "indicateurs"),
            ("Animation", p.Indicateurs?.Animation, "indicateurs"),
            ("Mutualisation", p.Mutualisation, "mutualisation"),
            ("Plus-value pour les usagers", p.PlusValue, "plusValue"),
            ("Exclusivité", MotsDuProjet.OuiNon(p.Exclusivite), "exclusivite"),
            ("Licences", Suite(", ", p.LicenceCode, p.LicenceDocumentation), "exclusivite"),
            (
                "CRTE",
                p.Crte?.Inscrit switch
                {
                    true => p.Crte.Nom ?? "oui",
                    false => "non",
                    null => null,
                },
                "crte"
            ),
            (
                "Quartiers prioritaires",
                p.Qpv is { } q
                    ? (q.Beneficiaire == true ? "bénéficiaires" : "non bénéficiaires")
                        + ", "
                        + (q.Experimentation == true ? "lieu d’expérimentation" : "sans expérimentation")
                        + (q.Codes is { } codes ? " (" + codes + ")" : "")
                    : null,
                "qpv"
            ),
            .. (p.Revendications ?? [])
                .Where(r => r.Oui)
                .Select(r =>
                    ("Priorité : " + MotsDuProjet.Libelle(r.Priorite), (string?)(r.Justification ?? "sans justification"), "revendications")
                ),
            ("Devis", MotsDuProjet.OuiNon(p.Devis), "devis"),
            ("Délibération", MotsDuProjet.OuiNon(p.Deliberation), "deliberation"),
            ("Contact opérationnel du groupement", contenu.Groupement?.ContactOperationnel, "membres"),
        ];
    }

    private static string? Beneficiaires(Projet p) =>
        p.Indicateurs is { } i
            // Only what was said: who certifies has not written « 0 usager ».
            ? Suite(
                ", ",
                i.NbAgents is { } agents ? Francais.Compte(agents, "agent") : null,
                i.NbUsagers is { } usagers ? Francais.Compte(usagers, "usager") : null,
                p.DureeEnMois is { } mois ? $"{mois} mois" : null
            )
            : null;

    private static string Suite(string entre, params string?[] textes) =>
        string.Join(entre, textes.Where(t => !string.IsNullOrWhiteSpace(t)));

    private static string Ou(string? texte) => string.IsNullOrWhiteSpace(texte) ? "à compléter" : texte;

    private static string Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "à compléter";
}
