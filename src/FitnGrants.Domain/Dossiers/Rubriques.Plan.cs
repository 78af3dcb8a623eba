using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Seances.Regles;

namespace FitnGrants.Domain.Dossiers;

public sealed partial class Rubrique
{
    /// <summary>The plan and its calendar.</summary>
    private static ImmutableArray<Rubrique> DuPlan =>
        [
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
                    typeof(SimpleRenouvellement),
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
}
