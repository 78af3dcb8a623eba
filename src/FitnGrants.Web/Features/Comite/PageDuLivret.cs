using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Consultations;

namespace FitnGrants.Web.Features.Comite;

/// <summary>One dossier on one page: what a member needs to vote.</summary>
public sealed record PageDuLivret
{
    /// <summary>Cost lines that a page shows one by one; beyond, one line a nature.</summary>
    private const int LignesAuPlus = 12;

    /// <summary>Letters of the project that a page holds.</summary>
    private const int ResumeAuPlus = 700;

    /// <summary>Its point; null outside a session.</summary>
    public required Point? Point { get; init; }

    /// <summary>When it is expected; null while no hour is announced.</summary>
    public TimeOnly? Heure { get; init; }
    public required Dossier Dossier { get; init; }
    public required Reglement Reglement { get; init; }
    public required VersionDeposee Version { get; init; }
    public required IReadOnlyList<string> Avis { get; init; }

    /// <summary>Earlier sessions that sent it back, the first one first.</summary>
    public IReadOnlyList<Decision> Renvois { get; init; } = [];

    public required int? Population { get; init; }

    public string Porteur => Dossier.Porteur!.Nom;

    public Euros? Demande => Version.MontantDemande;

    /// <summary>The eligible cost that the instruction retains.</summary>
    public Euros? Assiette => Dossier.RetenuDe(Version).Assiette;

    /// <summary>What the instruction retains: proposed, else asked and brought down.</summary>
    public Euros? Retenu => Dossier.RetenuDe(Version).Montant;

    private Euros? Propose => Derniere ? Dossier.MontantPropose : null;

    private bool Derniere => Version.Version == Dossier.Version;

    private List<Controle> Grille => [.. Dossier.Controles.Where(c => c.Version == Version.Version).OrderBy(c => c.Rang)];

    public static PageDuLivret De(
        Point? point,
        Dossier dossier,
        int version,
        Reglement reglement,
        IEnumerable<Consultation> consultations
    ) =>
        new()
        {
            Point = point,
            Dossier = dossier,
            Reglement = reglement,
            Version = dossier.Versions.First(v => v.Version == version),
            Population = dossier.Porteur!.Population(reglement.PopulationReference),
            Avis =
            [
                .. dossier.Avis.Select(x => $"{Libelles.Prefecture(x.Departement)} : {Minutes.Sens(x.Sens)}. {x.Texte}"),
                .. consultations.Select(c => c.Phrase()),
                .. (point?.Avis ?? []).Select(x => $"{Membre.OrganismeDe(x.Membre)} : {Minutes.Sens(x.Sens)}. {x.Texte}"),
            ],
        };

    /// <summary>Its line of the agenda.</summary>
    /// <param name="heures">True where the agenda announces hours.</param>
    public string[] Ligne(bool heures) =>
        [
            $"{Point?.Ordre}",
            .. heures ? new[] { Heure is { } h ? Francais.Heure(h) : "–" } : [],
            $"{Porteur} ({Dossier.Departement})",
            Francais.Typographier(Version.Contenu.Projet.Titre ?? Dossier.Titre),
            Population is { } p ? Francais.Entier(p) : "–",
            $"{Demande}",
            Taux(Retenu),
            Proposition,
        ];

    /// <summary>Findings that the instruction left as breaches.</summary>
    public IEnumerable<(string Nom, string Message)> Bloquants() =>
        Grille.Where(c => c.Conclusion == Conclusion.NonConforme).Select(c => (c.Nom, c.Message));

    /// <summary>What its page says.</summary>
    /// <param name="constats">False where the whole grid follows: only its count is said.</param>
    public object Donnees(bool constats = true)
    {
        var projet = Version.Contenu.Projet;
        return new
        {
            ordre = Point?.Ordre,
            heure = Heure is { } h ? Francais.Heure(h) : null,
            Dossier.Numero,
            rapporteur = Point?.Rapporteur is { } r ? Membre.OrganismeDe(r) : null,
            titre = Francais.Typographier(projet.Titre ?? Dossier.Titre),
            porteur = Francais.Typographier(Presentation()),
            reperes = new[]
            {
                new[] { $"Coût éligible retenu ({(projet.BaseRetenue == BaseTaxe.HT ? "HT" : "TTC")})", $"{Assiette}" },
                ["Demandé", $"{Demande}"],
                [Retenu == Demande ? "Taux" : $"Retenu : {Retenu}", Taux(Retenu)],
                ["Reste au porteur", Assiette is { } a && Retenu is { } d ? $"{a.Moins(d)}" : "–"],
            },
            resume = Abreger(projet.Resume ?? ""),
            proposition = Francais.Typographier(Proposee()),
            Dossier.Synthese,
            calendrier = Calendrier(projet).Select(l => l.Select(Francais.Typographier)),
            @base = projet.BaseRetenue == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises",
            depenses = Depenses(projet),
            totalDepenses = new[] { "Total éligible retenu", $"{Assiette}" },
            ressources = MotsDuProjet.Ressources(projet).Select(l => new[] { Francais.Typographier(l[0]), l[2] }),
            totalRessources = new[] { "Total", $"{projet.TotalRessources}" },
            bilan = Bilan(),
            constats = (constats ? ARegarder() : []).Select(c =>
                new[] { $"{c.Nom} ({c.Regle})", Francais.Typographier(c.Message), Conclue(c) }
            ),
            cotes = Cotes(projet),
            avis = Avis.Select(Francais.Typographier),
            proches = Dossier.Rapprochements.Select(x =>
                Francais.Typographier($"{x.Numero}, {(x.Identique ? "même projet" : "projet différent")} : {x.Motif}")
            ),
        };
    }

    private string Presentation()
    {
        var membres = Dossier.Membres.Count(m => m.Siren != Dossier.Siren);
        return (Dossier.Porteur!.Nature == NatureJuridique.Commune ? $"Commune {Francais.De(Porteur)}" : Porteur)
            + $" ({Libelles.Departement(Dossier.Departement)})"
            + (Population is { } p ? $", {Libelles.Habitants(p)}" : "")
            + (membres > 0 ? $", chef de file d’un groupement de {membres + 1} membres" : ", qui porte seule le projet")
            + $". Dossier déposé le {Francais.Date(JourDeParis.De(Dossier.DeposeLe!.Value))}, version {Dossier.Version}.";
    }

    /// <summary>« Accord », « Accord réduit », or nothing while the instruction says nothing.</summary>
    private string Proposition =>
        Propose is not { } propose ? "–"
        : propose < Demande ? "Accord réduit"
        : "Accord";

    private string Proposee() =>
        Propose is { } propose ? $"{Proposition} : {propose} ({Taux(propose)})." : "L’instruction ne propose pas de montant.";

    private string Taux(Euros? montant) => Assiette is { } a && montant is { } m ? m.Sur(a)?.ToString() ?? "–" : "–";

    private static IEnumerable<string[]> Calendrier(Projet p)
    {
        string? Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : null;
        (string Nom, string? Valeur)[] lignes =
        [
            ("Début prévu", Jour(p.DateDebutPrevue)),
            ("Fin prévue", Jour(p.DateFinPrevue)),
            ("Effet concret", Jour(p.DateEffetConcret)),
            ("État d’avancement", p.EtatAvancement is { } e ? MotsDuProjet.Libelle(e) : null),
            ("Usagers", p.Indicateurs?.NbUsagers is { } u ? Francais.Entier(u) : null),
            ("Agents", p.Indicateurs?.NbAgents is { } n ? Francais.Entier(n) : null),
            ("Appui", p.NaturesAppui is { } appui ? string.Join(", ", appui.Select(MotsDuProjet.Libelle)) : null),
            ("CRTE", p.Crte is { Inscrit: true } crte ? $"inscrit{(crte.Nom is { } nom ? $", {nom}" : "")}" : null),
        ];
        return lignes.Where(l => !string.IsNullOrWhiteSpace(l.Valeur)).Select(l => new[] { l.Nom, l.Valeur! });
    }

    /// <summary>Every cost line of a dossier that its page only sums by nature; null where the page has them all.</summary>
    public object? Annexe()
    {
        var projet = Version.Contenu.Projet;
        return projet.Depenses is not { Length: > LignesAuPlus }
            ? null
            : new
            {
                titre = Francais.Typographier($"{(Point is { } p ? $"Point {p.Ordre}, " : "")}{Porteur} : {projet.Titre ?? Dossier.Titre}"),
                lignes = LigneALigne(projet)
                    .Select((l, i) => new[] { $"{i + 1}", Dite(l), MotsDuProjet.Libelle(l.D.Categorie), MontantDe(l, projet) }),
                total = new[] { "", "Total éligible retenu", "", $"{Assiette}" },
            };
    }

    private List<(LigneDepense D, bool Retenue)> LigneALigne(Projet projet)
    {
        var ecartees = Derniere ? Dossier.EcarteesEnVigueur.Select(e => e.Rang).ToHashSet() : [];
        return [.. (projet.Depenses ?? []).Select((d, i) => (D: d, Retenue: d.Eligible && !ecartees.Contains(i)))];
    }

    private static string Dite((LigneDepense D, bool Retenue) l) =>
        Francais.Typographier(l.D.Libelle + (l.Retenue ? "" : " (non retenue)"));

    private static string MontantDe((LigneDepense D, bool Retenue) l, Projet projet) => l.D.Montant(projet.BaseRetenue)?.ToString() ?? "–";

    private IEnumerable<string[]> Depenses(Projet projet)
    {
        var lignes = LigneALigne(projet);
        if (lignes.Count <= LignesAuPlus)
            return lignes.Select(l => new[] { Dite(l), MontantDe(l, projet) });
        return lignes
            .GroupBy(l => (l.D.Categorie, l.Retenue))
            .Select(g =>
                new[]
                {
                    $"{MotsDuProjet.Libelle(g.Key.Categorie)}, {Francais.Compte(g.Count(), "ligne")}"
                        + (g.Key.Retenue ? "" : " (non retenues)"),
                    $"{Euros.Somme(g.Select(l => l.D.Montant(projet.BaseRetenue) ?? Euros.Zero))}",
                }
            );
    }

    private List<Controle> ARegarder() =>
        [
            .. Grille.Where(c =>
                c.Conclusion == Conclusion.NonConforme
                || c.Conclusion is null
                || (c.Propose is ResultatConstat.Alerte or ResultatConstat.Bloquant && c.Conclusion != Conclusion.SansObjet)
            ),
        ];

    /// <summary>« 42 règles, 2 à regarder, aucune non conforme ».</summary>
    private string Bilan()
    {
        var (total, aRegarder, bloquants) = (Grille.Count, ARegarder().Count, Bloquants().Count());
        return Francais.Typographier(
            $"{Francais.Compte(total, "règle")}, {(aRegarder == 0 ? "rien à regarder" : $"{aRegarder} à regarder")}, "
                + (bloquants == 0 ? "aucune non conforme" : Francais.Compte(bloquants, "non conforme", "non conformes"))
        );
    }

    internal static string Conclue(Controle c) =>
        Francais.Typographier(
            (
                c.Conclusion switch
                {
                    Conclusion.Conforme => "Conforme",
                    Conclusion.NonConforme => "Non conforme",
                    Conclusion.SansObjet => "Sans objet",
                    _ => "À conclure",
                }
            ) + (c.Motif is { } motif ? $" : {motif}" : "")
        );

    private IEnumerable<string[]> Cotes(Projet projet) =>
        Grille
            .Where(c => c.Cote is not null)
            .Select(c => new[] { Francais.Typographier(c.Nom), Francais.Typographier($"{c.Cote} / {Dossier.CoteMaximale}") })
            .Concat(
                (projet.Revendications ?? [])
                    .Where(r => r.Oui == true)
                    .Select(r => new[] { Francais.Majuscule(Francais.Typographier(MotsDuProjet.Libelle(r.Priorite))), "revendiquée" })
            );

    /// <summary>Cut on a sentence, and said so.</summary>
    private static string Abreger(string texte)
    {
        if (texte.Length <= ResumeAuPlus)
            return texte;
        var fin = texte.AsSpan(0, ResumeAuPlus).LastIndexOfAny('.', '!', '?');
        return $"{texte[..(fin < ResumeAuPlus / 2 ? texte.LastIndexOf(' ', ResumeAuPlus) : fin + 1)]} Suite dans le dossier.";
    }
}
