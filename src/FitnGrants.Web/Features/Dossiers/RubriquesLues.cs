using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The words of a part of a dossier: its name, and its value as people read it.</summary>
public static class RubriquesLues
{
    private static readonly Dictionary<string, (string Nom, Func<ContenuDossier, IEnumerable<string?>> Lignes)> Mots = new(StringComparer.Ordinal)
    {
        ["siret"] = ("SIRET", c => [c.Identite.Siret]),
        ["adresse"] = ("Adresse postale", c => [c.Identite.Adresse]),
        ["representantLegal"] = ("Représentant légal", c => [c.Identite.RepresentantLegal]),
        ["contact"] = ("Personne à joindre", c => [c.Identite.Contact]),
        ["courriel"] = ("Adresse électronique", c => [c.Identite.Courriel]),
        ["telephone"] = ("Téléphone", c => [c.Identite.Telephone]),
        ["membres"] = ("Groupement", c => c.Groupement is not { } g ? ["Projet individuel"] :
            [.. g.Membres.Select(m => $"SIREN {m.Siren}, part {Part(m.Part)}{(m.Attestation ? ", attestation" : ", sans attestation")}"), $"Part du chef de file {Part(g.PartDuChefDeFile)}", g.ContactOperationnel]),
        ["titre"] = ("Titre", c => [c.Projet.Titre]),
        ["resume"] = ("Résumé", c => [c.Projet.Resume]),
        ["lieux"] = ("Lieux", c => [c.Projet.Lieux]),
        ["thematiques"] = ("Thématiques", c => (c.Projet.Thematiques ?? []).Select(t => Choix.Thematiques.Libelle($"{t}"))),
        ["naturesAppui"] = ("Nature de l’appui", c => (c.Projet.NaturesAppui ?? []).Select(t => Choix.NaturesAppui.Libelle($"{t}"))),
        ["etatAvancement"] = ("État d’avancement", c => [Choix.EtatsAvancement.Libelle($"{c.Projet.EtatAvancement}")]),
        ["regime"] = ("Régime", c => [Choix.Regimes.Libelle($"{c.Projet.Regime}")]),
        ["urbanisme"] = ("Autorisations d’urbanisme", c => [OuiNon(c.Projet.Urbanisme)]),
        ["laboratoire"] = ("Laboratoire", c => [c.Projet.Laboratoire?.Nom, c.Projet.Laboratoire?.Lettre is { } lettre ? $"Lettre d’engagement : {OuiNon(lettre)}" : null]),
        ["methodeParticipative"] = ("Méthode participative", c => [c.Projet.MethodeParticipative]),
        ["indicateurs"] = ("Mesure et bénéficiaires", c => c.Projet.Indicateurs is not { } i ? [] :
            [i.Efficacite, Nombre(i.NbAgents, "agent"), Nombre(i.NbUsagers, "usager"), Nombre(c.Projet.DureeEnMois, "mois", "mois"), i.Animation]),
        ["qpv"] = ("Quartiers prioritaires", c => c.Projet.Qpv is not { } q ? [] : [$"Bénéficiaires : {OuiNon(q.Beneficiaire)}", $"Lieu d’expérimentation : {OuiNon(q.Experimentation)}", q.Codes]),
        ["mutualisation"] = ("Mutualisation", c => [c.Projet.Mutualisation]),
        ["plusValue"] = ("Plus-value pour les usagers", c => [c.Projet.PlusValue]),
        ["exclusivite"] = ("Exclusivité et licences", c => [OuiNon(c.Projet.Exclusivite) is { Length: > 0 } e ? $"Exclusivité : {e}" : null, c.Projet.LicenceCode, c.Projet.LicenceDocumentation]),
        ["crte"] = ("CRTE", c => [OuiNon(c.Projet.Crte?.Inscrit), c.Projet.Crte?.Nom]),
        ["devis"] = ("Devis", c => [OuiNon(c.Projet.Devis)]),
        ["deliberation"] = ("Délibération", c => [OuiNon(c.Projet.Deliberation)]),
        ["revendications"] = ("Priorités et critères", c => (c.Projet.Revendications ?? []).Where(r => r.Oui).Select(r => $"{Choix.Priorites.Libelle($"{r.Priorite}")} : {r.Justification}")),
        ["depenses"] = ("Dépenses", c => c.Projet.Depenses is null ? [] :
            [c.Projet.BaseRetenue == BaseTaxe.HT ? "Montants hors taxes" : "Montants toutes taxes comprises", c.Projet.TvaNonRecuperable == true ? "TVA non récupérable" : null, .. LignesDuDossier.Plan(c.Projet with { Ressources = null }).Select(Ligne)]),
        ["ressources"] = ("Ressources", c => LignesDuDossier.Plan(c.Projet with { Depenses = null }).Select(Ligne)),
        ["dateDebutPrevue"] = ("Début prévu", c => [Jour(c.Projet.DateDebutPrevue)]),
        ["dateFinPrevue"] = ("Fin prévue", c => [Jour(c.Projet.DateFinPrevue)]),
        ["dateEffetConcret"] = ("Effet concret pour les usagers", c => [Jour(c.Projet.DateEffetConcret)]),
        ["datePremierActeJuridique"] = ("Premier acte juridique", c => [Jour(c.Projet.DatePremierActeJuridique)]),
    };

    /// <summary>« Plan de financement : dépenses » as a field is called.</summary>
    public static string Nom(Rubrique rubrique) => Mots[rubrique.Cle].Nom;

    /// <summary>Its lines; none when nothing is written.</summary>
    public static IReadOnlyList<string> Lignes(Rubrique rubrique, ContenuDossier contenu) =>
        [.. Mots[rubrique.Cle].Lignes(contenu).Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => Francais.Typographier(l!))];

    private static string Ligne(string[] ligne) => $"{ligne[0]} ({ligne[1]}) : {ligne[2]}";

    private static string Part(decimal? part) => part is { } p ? Francais.TauxBref(p) + Francais.Fine + "%" : "à compléter";

    private static string OuiNon(bool? reponse) => reponse switch { true => "oui", false => "non", null => "" };

    private static string? Nombre(int? nombre, string singulier, string? pluriel = null) => nombre is { } n ? Francais.Compte(n, singulier, pluriel) : null;

    private static string? Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : null;
}

/// <summary>What changed in one part, line by line: what went, what came.</summary>
/// <param name="Rubrique">The part.</param>
/// <param name="Avant">Lines that are no longer there.</param>
/// <param name="Apres">Lines that are new.</param>
public sealed record Changement(string Rubrique, IReadOnlyList<string> Avant, IReadOnlyList<string> Apres)
{
    /// <summary>Field by field, plan line by plan line.</summary>
    public static IReadOnlyList<Changement> Entre(ContenuDossier avant, ContenuDossier apres) =>
        [.. Domain.Dossiers.Rubrique.Differentes(avant, apres).Select(r =>
        {
            var (un, autre) = (RubriquesLues.Lignes(r, avant), RubriquesLues.Lignes(r, apres));
            return new Changement(RubriquesLues.Nom(r), Moins(un, autre), Moins(autre, un));
        }).Where(c => c.Avant.Count + c.Apres.Count > 0)];

    /// <summary>The pieces that one deposit has and the other has not.</summary>
    public static Changement? DesPieces(VersionDeposee avant, VersionDeposee apres)
    {
        var (un, autre) = (avant.Pieces.Select(PieceLue.Phrase).ToList(), apres.Pieces.Select(PieceLue.Phrase).ToList());
        var changement = new Changement("Pièces jointes", Moins(un, autre), Moins(autre, un));
        return changement.Avant.Count + changement.Apres.Count > 0 ? changement : null;
    }

    /// <summary>Two equal lines of a plan are two lines: one taken out is seen.</summary>
    private static List<string> Moins(IReadOnlyList<string> lignes, IReadOnlyList<string> autres)
    {
        var reste = autres.ToList();
        return [.. lignes.Where(l => !reste.Remove(l))];
    }
}
