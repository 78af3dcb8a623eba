using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers.Regles;
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
            "civilite",
            "Civilité",
            Lecture.Une<Civilite>("Choisissez Madame ou Monsieur."),
            i => i.Civilite?.ToString(),
            (i, v) => i with { Civilite = v is null ? null : Enum.Parse<Civilite>(v) }
        ),
        DIdentite("qualite", "Fonction", Lecture.Texte(120), i => i.Qualite, (i, v) => i with { Qualite = v }),
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
        DIdentite("telephone", "Téléphone", Lecture.Texte(60), i => i.Telephone, (i, v) => i with { Telephone = v }),
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
        .. DesCriteres,
        .. DuPlan,
    ];
}
