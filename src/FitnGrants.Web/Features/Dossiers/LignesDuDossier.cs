using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A dossier line by line, as its page and its PDF read it.</summary>
public static class LignesDuDossier
{
    public static IReadOnlyList<(string Nom, string Valeur)> De(ContenuDossier contenu)
    {
        var (i, p) = (contenu.Identite, contenu.Projet);
        return
        [
            ("SIRET", Ou(i.Siret)),
            ("Adresse", Ou(i.Adresse)),
            ("Représentant légal", Ou(i.RepresentantLegal)),
            .. Suite(", ", i.Civilite?.ToString(), i.Qualite) is { Length: > 0 } appel ? new[] { ("Comment lui écrire", appel) } : [],
            ("Personne à joindre", Ou(Suite(", ", i.Contact, i.Courriel, i.Telephone))),
            ("Lieux", Ou(p.Lieux)),
            ("Thématiques", Ou(string.Join(" ; ", (p.Thematiques ?? []).Select(MotsDuProjet.Libelle)))),
            ("Nature de l’appui", Ou(string.Join(", ", (p.NaturesAppui ?? []).Select(MotsDuProjet.Libelle)))),
            ("État d’avancement", Ou(p.EtatAvancement is { } etat ? MotsDuProjet.Libelle(etat) : null)),
            ("Régime", Ou(p.Regime is { } regime ? MotsDuProjet.Libelle(regime) : null)),
            ("Autorisations d’urbanisme", MotsDuProjet.OuiNon(p.Urbanisme) ?? "à compléter"),
            ("Début et fin prévus", Jour(p.DateDebutPrevue) + " – " + Jour(p.DateFinPrevue)),
            ("Effet concret", Jour(p.DateEffetConcret)),
            ("Premier acte juridique", p.DatePremierActeJuridique is { } a ? Francais.Date(a) : "aucun à ce jour"),
            .. p.Laboratoire is { } labo
                ? new[]
                {
                    ("Laboratoire", Ou(labo.Nom) + (labo.Lettre == true ? ", lettre d’engagement déclarée" : ", sans lettre d’engagement")),
                }
                : [],
            .. Facultatives(contenu).Where(c => !string.IsNullOrWhiteSpace(c.Valeur)).Select(c => (c.Nom, c.Valeur!)),
            .. p.BaseRetenue == BaseTaxe.TTC ? new[] { ("TVA", p.TvaNonRecuperable == true ? "non récupérable" : "récupérable") } : [],
        ];
    }

    private static IEnumerable<(string Nom, string? Valeur)> Facultatives(ContenuDossier contenu)
    {
        var p = contenu.Projet;
        return
        [
            ("Méthode participative", p.MethodeParticipative),
            ("Mesure de l’efficacité", p.Indicateurs?.Efficacite),
            ("Bénéficiaires", Beneficiaires(p)),
            ("Animation", p.Indicateurs?.Animation),
            ("Mutualisation", p.Mutualisation),
            ("Plus-value pour les usagers", p.PlusValue),
            ("Exclusivité", MotsDuProjet.OuiNon(p.Exclusivite)),
            ("Licences", Suite(", ", p.LicenceCode, p.LicenceDocumentation)),
            (
                "CRTE",
                p.Crte?.Inscrit switch
                {
                    true => p.Crte.Nom ?? "oui",
                    false => "non",
                    null => null,
                }
            ),
            (
                "Quartiers prioritaires",
                p.Qpv is { } q
                    ? (q.Beneficiaire == true ? "bénéficiaires" : "non bénéficiaires")
                        + ", "
                        + (q.Experimentation == true ? "lieu d’expérimentation" : "sans expérimentation")
                        + (q.Codes is { } codes ? " (" + codes + ")" : "")
                    : null
            ),
            .. (p.Revendications ?? [])
                .Where(r => r.Oui)
                .Select(r => ("Priorité : " + MotsDuProjet.Libelle(r.Priorite), (string?)(r.Justification ?? "sans justification"))),
            ("Devis", MotsDuProjet.OuiNon(p.Devis)),
            ("Délibération", MotsDuProjet.OuiNon(p.Deliberation)),
            ("Contact opérationnel du groupement", contenu.Groupement?.ContactOperationnel),
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
