using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Shared;
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
            ("SIRET", Ou(i.Siret)), ("Adresse", Ou(i.Adresse)), ("Représentant légal", Ou(i.RepresentantLegal)),
            ("Personne à joindre", Ou(Suite(", ", i.Contact, i.Courriel, i.Telephone))),
            ("Lieux", Ou(p.Lieux)),
            ("Thématiques", Ou(string.Join(" ; ", (p.Thematiques ?? []).Select(t => Choix.Thematiques.Libelle(t.ToString()))))),
            ("Nature de l’appui", Ou(string.Join(", ", (p.NaturesAppui ?? []).Select(t => Choix.NaturesAppui.Libelle(t.ToString()))))),
            ("État d’avancement", Ou(Choix.EtatsAvancement.Libelle(p.EtatAvancement?.ToString()))),
            ("Régime", Ou(Choix.Regimes.Libelle(p.Regime?.ToString()))),
            ("Autorisations d’urbanisme", OuiOuNon(p.Urbanisme) ?? "à compléter"),
            ("Début et fin prévus", Jour(p.DateDebutPrevue) + " – " + Jour(p.DateFinPrevue)),
            ("Effet concret", Jour(p.DateEffetConcret)),
            ("Premier acte juridique", p.DatePremierActeJuridique is { } a ? Francais.Date(a) : "aucun à ce jour"),
            .. p.Laboratoire is { } labo ? new[] { ("Laboratoire", Ou(labo.Nom) + (labo.Lettre == true ? ", lettre d’engagement déclarée" : ", sans lettre d’engagement")) } : [],
            .. Facultatives(contenu).Where(c => !string.IsNullOrWhiteSpace(c.Valeur)).Select(c => (c.Nom, c.Valeur!)),
            .. p.BaseRetenue == BaseTaxe.TTC ? new[] { ("TVA", p.TvaNonRecuperable == true ? "non récupérable" : "récupérable") } : [],
        ];
    }

    /// <summary>Lines of the plan: what, nature, amount; expenses first.</summary>
    public static IReadOnlyList<string[]> Plan(Projet p) =>
    [
        .. (p.Depenses ?? []).Select(d => new[]
        {
            d.Libelle + (d.Eligible ? "" : " (hors du coût éligible" + (d.MotifIneligibilite is { } motif ? " : " + motif : "") + ")"),
            Choix.Categories.Libelle(d.Categorie.ToString()) + (d.PaysEditeur is { } pays ? ", " + Pays.Nom(pays) : "")
                + (d.Section is { } section ? ", " + Choix.Sections.Libelle(section.ToString()).ToLowerInvariant() : ""),
            d.Montant(p.BaseRetenue)?.ToString() ?? "–",
        }),
        .. (p.Ressources ?? []).Select(r => new[]
        {
            r.Financeur ?? Choix.Ressources.Libelle(r.Type.ToString()),
            "Ressource, " + Choix.Statuts.Libelle(r.Statut?.ToString()).ToLowerInvariant() + (r.Preuve == true ? ", preuve déclarée" : ""),
            r.Montant?.ToString() ?? "–",
        }),
    ];

    private static IEnumerable<(string Nom, string? Valeur)> Facultatives(ContenuDossier contenu)
    {
        var p = contenu.Projet;
        return
        [
            ("Méthode participative", p.MethodeParticipative), ("Mesure de l’efficacité", p.Indicateurs?.Efficacite), ("Bénéficiaires", Beneficiaires(p)),
            ("Animation", p.Indicateurs?.Animation), ("Mutualisation", p.Mutualisation), ("Plus-value pour les usagers", p.PlusValue),
            ("Exclusivité", OuiOuNon(p.Exclusivite)), ("Licences", Suite(", ", p.LicenceCode, p.LicenceDocumentation)),
            ("CRTE", p.Crte?.Inscrit switch { true => p.Crte.Nom ?? "oui", false => "non", null => null }),
            ("Quartiers prioritaires", p.Qpv is { } q ? (q.Beneficiaire == true ? "bénéficiaires" : "non bénéficiaires") + ", "
                + (q.Experimentation == true ? "lieu d’expérimentation" : "sans expérimentation") + (q.Codes is { } codes ? " (" + codes + ")" : "") : null),
            .. (p.Revendications ?? []).Where(r => r.Oui).Select(r => ("Priorité : " + Choix.Priorites.Libelle(r.Priorite.ToString()), (string?)(r.Justification ?? "sans justification"))),
            ("Contact opérationnel du groupement", contenu.Groupement?.ContactOperationnel),
        ];
    }

    private static string? Beneficiaires(Projet p) => p.Indicateurs is { } i
        // Only what was said: who certifies has not written « 0 usager ».
        ? Suite(", ", i.NbAgents is { } agents ? Francais.Compte(agents, "agent") : null, i.NbUsagers is { } usagers ? Francais.Compte(usagers, "usager") : null, p.DureeEnMois is { } mois ? $"{mois} mois" : null)
        : null;

    private static string Suite(string entre, params string?[] textes) => string.Join(entre, textes.Where(t => !string.IsNullOrWhiteSpace(t)));

    private static string? OuiOuNon(bool? reponse) => reponse switch { true => "oui", false => "non", null => null };

    private static string Ou(string? texte) => string.IsNullOrWhiteSpace(texte) ? "à compléter" : texte;

    private static string Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "à compléter";
}
