using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Features.Dossiers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FitnGrants.Web.Features.Etapes;

/// <summary>What certifies a deposit.</summary>
public sealed record DepotFormulaire
{
    public int Revision { get; init; }
    public bool Certifie { get; init; }
}

/// <summary>What every step shows around its form: the steps, the findings, the live panel.</summary>
public sealed record EtapePage(
    string Adresse,
    string Titre,
    Etape Etape,
    Reglement Reglement,
    string Collectivite,
    Beneficiaire Porteur,
    DateTimeOffset ModifieLe,
    bool PeutDeposer,
    ContenuDossier Contenu,
    Examen Champs,
    Examen Depot
)
{
    /// <summary>Names of the members by SIREN.</summary>
    public IReadOnlyList<(string Siren, string Nom)> Membres { get; init; } = [];

    /// <summary>What is joined to it, refused files too.</summary>
    public IReadOnlyList<PieceLue> Pieces { get; init; } = [];

    /// <summary>What a service or a session asks; null when nothing is asked.</summary>
    public ATraiter? ATraiter { get; init; }

    /// <summary>Says which controls may not be written; null when all may.</summary>
    public Func<string, bool>? Fermes { get; init; }

    /// <summary>What the page shows of its step when it is opened, to know who changed what.</summary>
    public string Origine { get; init; } = "";

    /// <summary>True when a form came back with errors: what is judged is the last saving, not what is typed.</summary>
    public bool Refusee { get; init; }

    /// <summary>What I1 says of the groupement, once it is said to be one; the step shows it before the deposit asks.</summary>
    public IEnumerable<Constat> ConstatsDuGroupement =>
        Etape.Cle == "groupement" && Contenu.Groupement is not null
            ? Depot.Constats.Where(c => Reglement.Regles.Any(r => r.Code == c.Activee && r.Regle is GroupementConstitue)).Where(EstMontre)
            : [];

    public Recapitulation Recapitulation => Recapitulation.De(Contenu, (Collectivite, Porteur.Siren!), Membres);

    public static EtapePage De(DossierOuvert ouvert, string etape, Acteur acteur, DateTimeOffset instant) =>
        new(
            ouvert.Dossier.Adresse,
            ouvert.Dossier.Contenu.Projet.Titre?.Trim() is { Length: > 0 } titre ? titre : "Projet sans titre",
            EtapesDuDossier.Trouver(etape),
            ouvert.Reglement,
            ouvert.Collectivite.Nom,
            ouvert.Porteur(instant),
            ouvert.Dossier.ModifieLe,
            acteur.Peut(Droit.Deposer),
            ouvert.Dossier.Contenu,
            ouvert.Examiner(Moment.Simulation, instant),
            ouvert.Examiner(Moment.Depot, instant)
        )
        {
            Membres = [.. ouvert.Membres.Select(m => (m.Siren, m.Nom))],
            EstVierge = ouvert.Dossier is { Numero: null, Revision: <= 2, Contenu.Projet.Titre: null },
            Pieces = [.. ouvert.Pieces.Select(PieceLue.De)],
            ATraiter = ouvert.ATraiter,
            Fermes =
                ouvert.Dossier.Etat == EtatDossier.ACompleter
                    ? nom => !EtapesDuDossier.EstDUnePiece(nom) && !ouvert.Dossier.EstOuverte(EtapesDuDossier.RubriqueDuControle(nom))
                    : null,
        };

    /// <summary>The same page as if a form had been saved.</summary>
    public EtapePage Avec(DossierOuvert ouvert, IFormulaireDEtape formulaire, DateTimeOffset instant)
    {
        var contenu = formulaire.Appliquer(ouvert.Dossier.Contenu);
        return this with { Contenu = contenu, Champs = ouvert.Examiner(Moment.Simulation, instant, contenu.Projet) };
    }

    /// <summary>
    /// Gives the view the page and the findings of its fields. A gap is not shown beside a field: the recapitulation lists them.
    /// </summary>
    public void Remplir(ViewDataDictionary donnees, Moment moment)
    {
        donnees.Porter(this);
        donnees.Porter(
            new ChampsJuges(
                moment == Moment.Depot
                    ? []
                    :
                    [
                        .. Champs
                            .Constats.Concat(ConstatsDuGroupement)
                            .Where(c => EstMontre(c) && (c.Resultat != ResultatConstat.Conforme || c.Champ is not null)),
                    ],
                Fermes
            )
        );
    }

    private bool EstMontre(Constat constat) => (constat.Champ != "montant" || Champs.Montant is { Montant: > 0 }) && EstDit(constat);

    private bool EstDit(Constat constat) =>
        constat.Resultat is ResultatConstat.Alerte or ResultatConstat.Bloquant
        || (constat.Resultat == ResultatConstat.Conforme && !Refusee);

    /// <summary>Rank of the resource line that asks the fund.</summary>
    public int LigneFonds => Math.Max(0, (Contenu.Projet.Ressources ?? []).ToList().FindIndex(r => r.Type == TypeRessource.FITN));

    /// <summary>What each step still asks: « 2 points à compléter », or nothing.</summary>
    public Dictionary<string, string> PointsParEtape() =>
        EtapesDuDossier
            .Toutes.SkipLast(1)
            .ToDictionary(
                e => e.Cle,
                e => Points(e.Cle) is > 0 and var n ? Francais.Compte(n, "point à compléter", "points à compléter") : "",
                StringComparer.Ordinal
            );

    /// <summary>
    /// What blocks the deposit and a field mends: one for each field, counted so everywhere. A plan that is not written is one lack.
    /// </summary>
    public IReadOnlyList<Constat> Manques => [.. UnParChamp(Depot.Constats.Where(c => c.EstBloquant))];

    /// <summary>What blocks the deposit and no field mends.</summary>
    public IReadOnlyList<Constat> Empechements =>
        [.. Depot.Constats.Where(c => c.EstBloquant && EtapesDuDossier.De(c) is null).DistinctBy(c => c.Message)];

    /// <summary>What blocks the deposit in a step.</summary>
    public int Points(string etape) => Manques.Count(c => EtapesDuDossier.De(c) == etape);

    private IEnumerable<Constat> UnParChamp(IEnumerable<Constat> constats) =>
        constats.Where(c => EtapesDuDossier.De(c) is not null).DistinctBy(c => Lacune(c.Champ!), StringComparer.Ordinal);

    /// <summary>What a field lacks: while no cost and no resource is written, the plan as a whole.</summary>
    private string Lacune(string champ) =>
        champ is "depenses" or "ressources" or "montantDemande"
        && Contenu.Projet is { Depenses: null or { Length: 0 }, Ressources: null or { Length: 0 } }
            ? "depenses"
            : champ;

    /// <summary>True when every other step is done: one mends this one, then reads all again.</summary>
    public bool MeneAuRecapitulatif =>
        EtapesDuDossier.Toutes.Where(e => e.Cle is not ("pieces" or "recapitulatif") && e != Etape).All(e => EstFaite(e.Cle));

    /// <summary>True when nobody wrote anything yet.</summary>
    public bool EstVierge { get; init; }

    /// <summary>True when a step has nothing left to ask: it was gone through, or something of it is written.</summary>
    public bool EstFaite(string etape) =>
        Points(etape) == 0
        && etape switch
        {
            "recapitulatif" => false,
            _ => EtapesDuDossier.Rang(etape) < EtapesDuDossier.Rang(Etape.Cle)
                || Contenu.Projet.Titre is not null
                || Contenu.Projet.Depenses is not null,
        };

    /// <summary>Every blocking point, with the address of its field.</summary>
    public IEnumerable<(string Adresse, string Message)> Adresses(IEnumerable<Constat> constats) =>
        constats
            .DistinctBy(c => c.Champ is { } champ && EtapesDuDossier.De(c) is not null ? Lacune(champ) : c.Message, StringComparer.Ordinal)
            .Select(c => (EtapesDuDossier.Adresse(Adresse, c, LigneFonds), c.Message));
}
