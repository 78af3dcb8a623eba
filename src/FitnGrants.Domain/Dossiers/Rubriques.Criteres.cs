using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Dossiers;

public sealed partial class Rubrique
{
    /// <summary>Criteria, priorities and values.</summary>
    private static ImmutableArray<Rubrique> DesCriteres =>
        [
            DOuiNon("urbanisme", "Autorisations d’urbanisme", p => p.Urbanisme, (p, v) => p with { Urbanisme = v }, typeof(UrbanismeExclu)),
            DuProjet(
                "laboratoire",
                "Laboratoire",
                EtapeDuDossier.Criteres,
                [
                    new("laboratoire.nom", "LaboratoireNom", Lecture.Texte(200)),
                    new("laboratoire.lettre", "LaboratoireLettre", Lecture.OuiNon),
                ],
                p => p.Laboratoire,
                (p, v) => p with { Laboratoire = v },
                p =>
                    [
                        p.Laboratoire?.Nom,
                        p.Laboratoire?.Lettre is { } lettre ? $"Lettre d’engagement : {MotsDuProjet.OuiNon(lettre)}" : null,
                    ],
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
                    (p, d) =>
                        p with
                        {
                            Exclusivite = d.Exclusivite,
                            LicenceCode = d.LicenceCode,
                            LicenceDocumentation = d.LicenceDocumentation,
                        }
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
        ];
}
