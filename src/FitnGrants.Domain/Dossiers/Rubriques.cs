using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>Every part of a dossier, said once.</summary>
public sealed partial class Rubrique
{
    /// <summary>Every part, in the order of the steps.</summary>
    public static ImmutableArray<Rubrique> Toutes { get; } =
    [
        DIdentite("siret", "SIRET", Lecture.Propre, i => i.Siret, (i, v) => i with { Siret = v }, typeof(DossierComplet)),
        DIdentite(
            "adresse",
            "Adresse postale",
            Lecture.Texte(300),
            i => i.Adresse,
            (i, v) => i with { Adresse = v },
            typeof(DossierComplet)
        ),
        DIdentite(
            "representantLegal",
            "Représentant légal",
            Lecture.Texte(200),
            i => i.RepresentantLegal,
            (i, v) => i with { RepresentantLegal = v },
            typeof(DossierComplet)
        ),
        DIdentite(
            "contact",
            "Personne à joindre",
            Lecture.Texte(200),
            i => i.Contact,
            (i, v) => i with { Contact = v },
            typeof(DossierComplet)
        ),
        DIdentite(
            "courriel",
            "Adresse électronique",
            Lecture.Texte(200),
            i => i.Courriel,
            (i, v) => i with { Courriel = v },
            typeof(DossierComplet)
        ),
        DIdentite("telephone", "Téléphone", Lecture.Texte(30), i => i.Telephone, (i, v) => i with { Telephone = v }),
        new()
        {
            Cle = "membres",
            Nom = "Groupement",
            Etape = EtapeDuDossier.Groupement,
            Champs =
            [
                new("enGroupement", "EnGroupement", Lecture.OuiNon),
                new("membres", "Membres", Lecture.Propre),
                new("partDuChefDeFile", "PartDuChefDeFile", Lecture.Part),
                new("contactOperationnel", "ContactOperationnel", Lecture.Texte(200)),
            ],
            Lire = c => c.Groupement,
            Prendre = (c, d) => c with { Groupement = d.Groupement },
            EnLignes = c =>
                c.Groupement is not { } g
                    ? ["Projet individuel"]
                    :
                    [
                        .. g.Membres.Select(m =>
                            $"SIREN {m.Siren}, part {Part(m.Part)}{(m.Attestation ? ", attestation" : ", sans attestation")}"
                        ),
                        $"Part du chef de file {Part(g.PartDuChefDeFile)}",
                        g.ContactOperationnel,
                    ],
            Regles =
            [
                typeof(BeneficiairesAdmis),
                typeof(GroupementConstitue),
                typeof(PopulationSousLePlafond),
                typeof(SyndicatsExclus),
                typeof(TerritoireDuDispositif),
                typeof(TrancheDesMembres),
            ],
        },
        DeTexte(
            "titre",
            "Titre",
            EtapeDuDossier.Projet,
            150,
            p => p.Titre,
            (p, v) => p with { Titre = v },
            typeof(AutreAxeOriente),
            typeof(DossierComplet),
            typeof(RefusDefinitif),
            typeof(UrbanismeExclu)
        ),
        DeTexte("resume", "Résumé", EtapeDuDossier.Projet, 4000, p => p.Resume, (p, v) => p with { Resume = v }, typeof(DossierComplet)),
        DeTexte("lieux", "Lieux", EtapeDuDossier.Projet, 500, p => p.Lieux, (p, v) => p with { Lieux = v }, typeof(DossierComplet)),
        DuProjet(
            "thematiques",
            "Thématiques",
            EtapeDuDossier.Projet,
            [Seul("thematiques", Lecture.Plusieurs<Thematique>("Choisissez parmi les thématiques proposées."))],
            p => p.Thematiques,
            (p, v) => p with { Thematiques = v },
            p => (p.Thematiques ?? []).Select(MotsDuProjet.Libelle),
            typeof(PlusValueObjectivee),
            typeof(ThematiqueChoisie)
        ),
        DuProjet(
            "naturesAppui",
            "Nature de l’appui",
            EtapeDuDossier.Projet,
            [Seul("naturesAppui", Lecture.Plusieurs<NatureAppui>("Choisissez parmi les natures d’appui proposées."))],
            p => p.NaturesAppui,
            (p, v) => p with { NaturesAppui = v },
            p => (p.NaturesAppui ?? []).Select(MotsDuProjet.Libelle),
            typeof(NatureDAppuiChoisie)
        ),
        DuProjet(
            "etatAvancement",
            "État d’avancement",
            EtapeDuDossier.Projet,
            [Seul("etatAvancement", Lecture.Une<EtatAvancement>("Choisissez un des trois états."))],
            p => p.EtatAvancement,
            (p, v) => p with { EtatAvancement = v },
            p => [p.EtatAvancement is { } e ? MotsDuProjet.Libelle(e) : null],
            typeof(EtatDAvancementDeclare)
        ),
        DuProjet(
            "regime",
            "Régime",
            EtapeDuDossier.Projet,
            [Seul("regime", Lecture.Une<RegimeDepense>("Choisissez une des réponses proposées."))],
            p => p.Regime,
            (p, v) => p with { Regime = v },
            p => [p.Regime is { } r ? MotsDuProjet.Libelle(r) : null],
            typeof(DossierComplet)
        ),
        DOuiNon("urbanisme", "Autorisations d’urbanisme", p => p.Urbanisme, (p, v) => p with { Urbanisme = v }, typeof(UrbanismeExclu)),
        DuProjet(
            "laboratoire",
            "Laboratoire",
            EtapeDuDossier.Criteres,
            [new("laboratoire.nom", "LaboratoireNom", Lecture.Texte(200)), new("laboratoire.lettre", "LaboratoireLettre", Lecture.OuiNon)],
            p => p.Laboratoire,
            (p, v) => p with { Laboratoire = v },
            p => [p.Laboratoire?.Nom, p.Laboratoire?.Lettre is { } lettre ? $"Lettre d’engagement : {MotsDuProjet.OuiNon(lettre)}" : null],
            typeof(AppuiDUnLaboratoire)
        ),
        DeTexte(
            "methodeParticipative",
            "Méthode participative",
            EtapeDuDossier.Criteres,
            4000,
            p => p.MethodeParticipative,
            (p, v) => p with { MethodeParticipative = v },
            typeof(MethodeParticipative)
        ),
        DuProjet(
            "indicateurs",
            "Mesure et bénéficiaires",
            EtapeDuDossier.Criteres,
            [
                new("indicateurs.efficacite", "Efficacite", Lecture.Texte(2000)),
                new("indicateurs.nbAgents", "NbAgents", Lecture.Entier),
                new("indicateurs.nbUsagers", "NbUsagers", Lecture.Entier),
                new("indicateurs.dureeMois", null, Lecture.Entier),
                new("indicateurs.animation", "Animation", Lecture.Texte(2000)),
            ],
            p => p.Indicateurs,
            (p, v) => p with { Indicateurs = v },
            p =>
                p.Indicateurs is not { } i
                    ? []
                    :
                    [
                        i.Efficacite,
                        Nombre(i.NbAgents, "agent"),
                        Nombre(i.NbUsagers, "usager"),
                        Nombre(p.DureeEnMois, "mois", "mois"),
                        i.Animation,
                    ],
            typeof(QualiteMesuree)
        ),
        DuProjet(
            "qpv",
            "Quartiers prioritaires",
            EtapeDuDossier.Criteres,
            [
                new("qpv.beneficiaire", "QpvBeneficiaire", Lecture.OuiNon),
                new("qpv.experimentation", "QpvExperimentation", Lecture.OuiNon),
                new("qpv.codes", "QpvCodes", Lecture.Texte(200)),
            ],
            p => p.Qpv,
            (p, v) => p with { Qpv = v },
            p =>
                p.Qpv is not { } q
                    ? []
                    :
                    [
                        $"Bénéficiaires : {MotsDuProjet.OuiNon(q.Beneficiaire)}",
                        $"Lieu d’expérimentation : {MotsDuProjet.OuiNon(q.Experimentation)}",
                        q.Codes,
                    ],
            typeof(QpvBeneficiaires)
        ),
        DeTexte(
            "mutualisation",
            "Mutualisation",
            EtapeDuDossier.Criteres,
            2000,
            p => p.Mutualisation,
            (p, v) => p with { Mutualisation = v },
            typeof(MutualisationRecherchee)
        ),
        DeTexte(
            "plusValue",
            "Plus-value pour les usagers",
            EtapeDuDossier.Criteres,
            2000,
            p => p.PlusValue,
            (p, v) => p with { PlusValue = v },
            typeof(PlusValueObjectivee)
        ),
        new()
        {
            Cle = "exclusivite",
            Nom = "Exclusivité et licences",
            Etape = EtapeDuDossier.Criteres,
            Champs =
            [
                Seul("exclusivite", Lecture.OuiNon),
                Seul("licenceCode", Lecture.Texte(100)),
                Seul("licenceDocumentation", Lecture.Texte(100)),
            ],
            Lire = c => (c.Projet.Exclusivite, c.Projet.LicenceCode, c.Projet.LicenceDocumentation).ToString(),
            Prendre = DansLeProjet(
                (p, d) => p with { Exclusivite = d.Exclusivite, LicenceCode = d.LicenceCode, LicenceDocumentation = d.LicenceDocumentation }
            ),
            EnLignes = c =>
                [
                    MotsDuProjet.OuiNon(c.Projet.Exclusivite) is { } e ? $"Exclusivité : {e}" : null,
                    c.Projet.LicenceCode,
                    c.Projet.LicenceDocumentation,
                ],
            Regles = [typeof(CommunsPartageables)],
        },
        DuProjet(
            "crte",
            "CRTE",
            EtapeDuDossier.Criteres,
            [new("crte.inscrit", "CrteInscrit", Lecture.OuiNon), new("crte.nom", "CrteNom", Lecture.Texte(200))],
            p => p.Crte,
            (p, v) => p with { Crte = v },
            p => [MotsDuProjet.OuiNon(p.Crte?.Inscrit), p.Crte?.Nom],
            typeof(ContratDeRelance)
        ),
        DOuiNon("devis", "Devis", p => p.Devis, (p, v) => p with { Devis = v }, typeof(ProjetMur)),
        DOuiNon("deliberation", "Délibération", p => p.Deliberation, (p, v) => p with { Deliberation = v }),
        DuProjet(
            "revendications",
            "Priorités et critères",
            EtapeDuDossier.Criteres,
            [new("revendications", "Revendications[0].Oui", Lecture.Propre)],
            p => p.Revendications,
            (p, v) => p with { Revendications = v },
            p => (p.Revendications ?? []).Where(r => r.Oui).Select(r => $"{MotsDuProjet.Libelle(r.Priorite)} : {r.Justification}"),
            typeof(PrioriteRevendiquee)
        ),
        // The amounts of the lines are on a basis: one is nothing without the other.
        new()
        {
            Cle = "depenses",
            Nom = "Dépenses",
            Etape = EtapeDuDossier.Financement,
            Champs =
            [
                new("depenses", "Depenses[0].Libelle", Lecture.Propre),
                new("baseTaxe", "BaseTaxe", Lecture.Propre),
                new("tvaNonRecuperable", "TvaNonRecuperable", Lecture.Propre),
            ],
            Lire = c =>
                c.Projet is { BaseTaxe: null, TvaNonRecuperable: null, Depenses: null }
                    ? null
                    : new
                    {
                        c.Projet.BaseRetenue,
                        c.Projet.TvaNonRecuperable,
                        c.Projet.Depenses,
                    },
            Prendre = DansLeProjet(
                (p, d) => p with { BaseTaxe = d.BaseTaxe, TvaNonRecuperable = d.TvaNonRecuperable, Depenses = d.Depenses }
            ),
            EnLignes = c =>
                c.Projet.Depenses is null
                    ? []
                    :
                    [
                        c.Projet.BaseRetenue == BaseTaxe.HT ? "Montants hors taxes" : "Montants toutes taxes comprises",
                        c.Projet.TvaNonRecuperable == true ? "TVA non récupérable" : null,
                        .. MotsDuProjet.Depenses(c.Projet).Select(Ligne),
                    ],
            Regles =
            [
                typeof(BaseDeTaxeUnique),
                typeof(CoutEligiblePositif),
                typeof(DepensesDePersonnelExclues),
                typeof(EquipementsDesAgentsExclus),
                typeof(LicencesHorsUnionEuropeenne),
                typeof(MaterielNonFinalite),
                typeof(PartALaChargeDesCollectivites),
                typeof(PlanEquilibre),
                typeof(SubventionDansLeCoutEligible),
                typeof(TauxDansLaTranche),
            ],
        },
        DuProjet(
            "ressources",
            "Ressources",
            EtapeDuDossier.Financement,
            [new("ressources", "Ressources[0].Montant", Lecture.Propre), new("montant", "Ressources[0].Montant", Lecture.Propre)],
            p => p.Ressources,
            (p, v) => p with { Ressources = v },
            p => MotsDuProjet.Ressources(p).Select(Ligne),
            typeof(AccordDansLaDemande),
            typeof(EnveloppeSuffisante),
            typeof(PartALaChargeDesCollectivites),
            typeof(PlanEquilibre),
            typeof(SubventionDansLeCoutEligible),
            typeof(TauxDansLaTranche)
        ),
        DUnJour(
            "dateDebutPrevue",
            "Début prévu",
            p => p.DateDebutPrevue,
            (p, v) => p with { DateDebutPrevue = v },
            typeof(DemarrageAvantLaRemontee),
            typeof(DossierComplet)
        ),
        DUnJour(
            "dateFinPrevue",
            "Fin prévue",
            p => p.DateFinPrevue,
            (p, v) => p with { DateFinPrevue = v },
            typeof(DossierComplet),
            typeof(QualiteMesuree)
        ),
        DUnJour(
            "dateEffetConcret",
            "Effet concret pour les usagers",
            p => p.DateEffetConcret,
            (p, v) => p with { DateEffetConcret = v },
            typeof(EffetSousDeuxAns)
        ),
        DUnJour(
            "datePremierActeJuridique",
            "Premier acte juridique",
            p => p.DatePremierActeJuridique,
            (p, v) => p with { DatePremierActeJuridique = v },
            typeof(ProjetNonEngage)
        ),
    ];

    private static Rubrique DIdentite(
        string cle,
        string nom,
        Lecture lecture,
        Func<Identite, string?> lire,
        Func<Identite, string?, Identite> ecrire,
        params ImmutableArray<Type> regles
    ) =>
        new()
        {
            Cle = cle,
            Nom = nom,
            Etape = EtapeDuDossier.Collectivite,
            Champs = [Seul(cle, lecture)],
            Lire = c => lire(c.Identite),
            Prendre = (c, d) => c with { Identite = ecrire(c.Identite, lire(d.Identite)) },
            EnLignes = c => [lire(c.Identite)],
            Regles = regles,
        };

    private static Rubrique DuProjet<T>(
        string cle,
        string nom,
        EtapeDuDossier etape,
        ImmutableArray<Champ> champs,
        Func<Projet, T> lire,
        Func<Projet, T, Projet> ecrire,
        Func<Projet, IEnumerable<string?>> lignes,
        params ImmutableArray<Type> regles
    ) =>
        new()
        {
            Cle = cle,
            Nom = nom,
            Etape = etape,
            Champs = champs,
            Lire = c => lire(c.Projet),
            Prendre = DansLeProjet((p, d) => ecrire(p, lire(d))),
            EnLignes = c => lignes(c.Projet),
            Regles = regles,
        };

    private static Rubrique DeTexte(
        string cle,
        string nom,
        EtapeDuDossier etape,
        int maximum,
        Func<Projet, string?> lire,
        Func<Projet, string?, Projet> ecrire,
        params ImmutableArray<Type> regles
    ) => DuProjet(cle, nom, etape, [Seul(cle, Lecture.Texte(maximum))], lire, ecrire, p => [lire(p)], regles);

    private static Rubrique DOuiNon(
        string cle,
        string nom,
        Func<Projet, bool?> lire,
        Func<Projet, bool?, Projet> ecrire,
        params ImmutableArray<Type> regles
    ) =>
        DuProjet(cle, nom, EtapeDuDossier.Criteres, [Seul(cle, Lecture.OuiNon)], lire, ecrire, p => [MotsDuProjet.OuiNon(lire(p))], regles);

    private static Rubrique DUnJour(
        string cle,
        string nom,
        Func<Projet, DateOnly?> lire,
        Func<Projet, DateOnly?, Projet> ecrire,
        params ImmutableArray<Type> regles
    ) =>
        DuProjet(
            cle,
            nom,
            EtapeDuDossier.Calendrier,
            [Seul(cle, Lecture.Jour)],
            lire,
            ecrire,
            p => [lire(p) is { } jour ? Francais.Date(jour) : null],
            regles
        );

    private static Func<ContenuDossier, ContenuDossier, ContenuDossier> DansLeProjet(Func<Projet, Projet, Projet> prendre) =>
        (c, d) => c with { Projet = prendre(c.Projet, d.Projet) };

    /// <summary>A value whose control has its name.</summary>
    private static Champ Seul(string nom, Lecture lecture) => new(nom, char.ToUpperInvariant(nom[0]) + nom[1..], lecture);

    private static string Ligne(string[] ligne) => $"{ligne[0]} ({ligne[1]}) : {ligne[2]}";

    private static string Part(decimal? part) => MotsDuProjet.Part(part, "à compléter");

    private static string? Nombre(int? nombre, string singulier, string? pluriel = null) =>
        nombre is { } n ? Francais.Compte(n, singulier, pluriel) : null;
}
