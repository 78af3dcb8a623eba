using System.Globalization;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class ProprietesTests
{
    private static Candidature Candidature(int? population, decimal cout, decimal montant) =>
        UneCandidature
            .HautRhinoise.De(UneCandidature.Commune(population))
            .Avec(p => p.Depensant(UnProjet.Depense(cout)).Recevant(UnProjet.Fonds(montant)));

    private static Examen Simuler(Reglement reglement, Candidature candidature) =>
        Examen.Faire(reglement, candidature, Quand.Situation(reglement), Moment.Simulation);

    /// <summary>Under five cents, 20 % is less than one: no amount is lawful, the two bounds cross, and a rule says so.</summary>
    [Fact]
    public void Le_plancher_ne_dépasse_pas_le_plafond_ou_un_constat_dit_pourquoi() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from cout in AuHasard.Montants
            from montant in AuHasard.Montants
            from acquis in AuHasard.Montants
            from population in AuHasard.Populations
            select (
                reglement,
                candidature: candidature with
                {
                    Porteur = UneCandidature.Commune(population),
                    Projet = candidature
                        .Projet.Depensant(UnProjet.Depense(cout))
                        .Recevant(
                            UnProjet.Fonds(montant),
                            UnProjet.Ressource(TypeRessource.Region, acquis, StatutRessource.Acquis, preuve: true)
                        ),
                }
            ),
            x =>
                Simuler(x.reglement, x.candidature) is var examen
                && (examen.Bornes is not { } b || b.Plancher <= b.Plafond || examen.Constats.Any(DitPourquoi)),
            cas: 150
        );

    private static bool DitPourquoi(Constat constat) =>
        constat.EstBloquant
        && new[]
        {
            "aucun montant ne respecte le taux",
            "doit être supérieur",
            "ne peut pas être négatif",
            "ne finance que la part à assumer",
            "dépasse le coût éligible",
        }.Any(m => constat.Message.Contains(m, StringComparison.Ordinal));

    [Fact]
    public void Baisser_le_montant_ne_le_rend_supérieur_au_maximum_dans_aucun_dispositif() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from population in AuHasard.Populations
            from cout in AuHasard.Montants
            from acquis in AuHasard.Montants
            from demandes in Gen.Two(AuHasard.Montants)
            select (reglement, population, cout, acquis, demandes),
            x =>
            {
                var (a, b) = (x.demandes.Item1, x.demandes.Item2);
                return Depasse(Math.Max(a, b)) || !Depasse(Math.Min(a, b));

                bool Depasse(decimal montant) =>
                    EstTropDemander(
                        Simuler(
                            x.reglement,
                            Candidature(x.population, x.cout, montant)
                                .Avec(p =>
                                    p.Recevant(
                                        UnProjet.Fonds(montant),
                                        UnProjet.Ressource(TypeRessource.Region, x.acquis, StatutRessource.Acquis, preuve: true)
                                    )
                                )
                        )
                    );
            }
        );

    private static bool EstTropDemander(Examen examen) =>
        examen.Constats.Any(c =>
            c.EstBloquant
            && new[] { "supérieur au maximum", "dépasse le coût éligible", "ne finance que la part à assumer" }.Any(m =>
                c.Message.Contains(m, StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Aucun_montant_aucune_date_aucun_taux_ne_fait_d_erreur() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from population in AuHasard.Populations
            from montants in Gen.Three(AuHasard.Montants)
            from taux in Gen.Choose(0, 10_000)
            from jours in Gen.Three(AuHasard.Jours)
            from instant in AuHasard.Instants
            select (reglement, population, montants, taux, jours, instant),
            x =>
            {
                var reglement = x.reglement with
                {
                    Tranches = [.. x.reglement.Tranches.Select(t => t with { Max = new Taux(x.taux / 100m) })],
                };
                var candidature = Candidature(x.population, x.montants.Item1, x.montants.Item2)
                    .Avec(p => p with { DateEffetConcret = x.jours.Item1, DatePremierActeJuridique = x.jours.Item2 }) with
                {
                    Instant = x.instant,
                };
                var situation = Quand.Situation(reglement) with { DateSeance = x.jours.Item3 };
                var accord = UneSeance.Accord(x.montants.Item3);
                foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
                    Assert.NotEmpty(Examen.Faire(reglement, candidature, situation, moment).Constats);
                return Examen.Faire(reglement, candidature, situation, Moment.Decision, accord).Constats.Length > 0;
            }
        );

    [Fact]
    public void Aucun_champ_ne_fait_d_erreur_à_aucun_moment() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            from decision in AuHasard.Decisions
            from etat in AuHasard.EtatsDesLieux
            select (reglement, candidature, situation, decision, etat),
            x =>
                Enum.GetValues<Moment>()
                    .All(m =>
                        Examen
                            .Faire(x.reglement, x.candidature, x.situation, m, x.decision, x.etat)
                            .Constats.All(c => !string.IsNullOrWhiteSpace(c.Message) && x.reglement.Regles.Any(r => r.Code == c.Activee))
                    ),
            cas: 150
        );

    [Fact]
    public void Chaque_valeur_d_un_constat_a_un_nom_et_chaque_champ_un_chemin() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            from decision in AuHasard.Decisions
            from etat in AuHasard.EtatsDesLieux
            select (reglement, candidature, situation, decision, etat),
            x =>
                Enum.GetValues<Moment>()
                    .SelectMany(m => Examen.Faire(x.reglement, x.candidature, x.situation, m, x.decision, x.etat).Constats)
                    .All(c => c.Champ is not "" && c.Nom.Length > 0 && c.Valeurs.All(v => v.Key.Length > 0 && v.Value is not null)),
            cas: 150
        );

    [Fact]
    public void Au_dépôt_une_règle_qui_bloque_n_a_rien_à_vérifier() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            select (reglement, candidature, situation),
            x =>
                Examen.Faire(x.reglement, x.candidature, x.situation, Moment.Depot) is var examen
                && examen.Verdict != Verdict.AVerifier
                && examen.Constats.All(c => c.Resultat != ResultatConstat.AVerifier || Mode(x.reglement, c) != ModeRegle.Bloquant),
            cas: 150
        );

    [Fact]
    public void Seule_une_règle_qui_bloque_peut_refuser() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            from decision in AuHasard.Decisions
            from moment in Gen.Elements(Enum.GetValues<Moment>().AsEnumerable())
            select (reglement, candidature, situation, decision, moment),
            x =>
                Examen
                    .Faire(x.reglement, x.candidature, x.situation, x.moment, x.decision)
                    .Constats.All(c => !c.EstBloquant || Mode(x.reglement, c) == ModeRegle.Bloquant),
            cas: 150
        );

    [Fact]
    public void Les_mêmes_faits_donnent_les_mêmes_constats_quand_et_où_que_ce_soit() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            from decision in AuHasard.Decisions
            from moment in Gen.Elements(Moment.Simulation, Moment.Depot, Moment.Instruction, Moment.Decision)
            select (reglement, candidature, situation, decision, moment),
            x =>
            {
                IEnumerable<string> Dire(string culture)
                {
                    var ici = CultureInfo.CurrentCulture;
                    try
                    {
                        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                        return [.. Lire(Examen.Faire(x.reglement, x.candidature, x.situation, x.moment, x.decision))];
                    }
                    finally
                    {
                        CultureInfo.CurrentCulture = ici;
                    }
                }
                return Dire("fr-FR").SequenceEqual(Dire("tr-TR"), StringComparer.Ordinal)
                    && Dire("fr-FR").SequenceEqual(Dire("ar-SA"), StringComparer.Ordinal);
            },
            cas: 150
        );

    [Fact]
    public void L_ordre_des_dépenses_et_des_ressources_ne_change_rien_au_verdict() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            from situation in AuHasard.Situations
            from moment in Gen.Elements(Moment.Simulation, Moment.Depot, Moment.Instruction)
            select (reglement, candidature, situation, moment),
            x =>
            {
                var (endroit, envers) = (
                    Pour(x.candidature),
                    Pour(
                        x.candidature.Avec(p =>
                            p with
                            {
                                Depenses = p.Depenses is { } d ? [.. d.Reverse()] : null,
                                Ressources = p.Ressources is { } r ? [.. r.Reverse()] : null,
                            }
                        )
                    )
                );
                return endroit.Verdict == envers.Verdict
                    && endroit.Bornes == envers.Bornes
                    && Resultats(endroit).SequenceEqual(Resultats(envers), StringComparer.Ordinal);

                Examen Pour(Candidature c) => Examen.Faire(x.reglement, c, x.situation, x.moment);
            },
            cas: 150
        );

    [Fact]
    public void Un_règlement_de_même_contenu_juge_de_même_quel_que_soit_le_nom_de_sa_version() =>
        Hasard.Verifier(
            from reglement in AuHasard.Reglements
            from candidature in AuHasard.Candidatures
            select (reglement, candidature),
            x =>
                Lire(Simuler(x.reglement, x.candidature))
                    .SequenceEqual(Lire(Simuler(x.reglement with { Version = "autre" }, x.candidature)), StringComparer.Ordinal),
            cas: 150
        );

    private static ModeRegle Mode(Reglement reglement, Constat constat) => reglement.Regles.Single(r => r.Code == constat.Activee).Mode;

    private static IEnumerable<string> Resultats(Examen examen) =>
        examen.Constats.Select(c => $"{c.Regle} {c.Resultat}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lire(Examen examen) =>
        examen.Constats.Select(c =>
            $"{c.Regle} {c.Resultat} {c.Message} {c.Champ} {c.Proposition} "
            + string.Join(' ', c.Valeurs.OrderBy(v => v.Key, StringComparer.Ordinal))
        );
}
