using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Simulateur;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Instance = FitnGrants.Web.Tests.Fabrique.Instance;

namespace FitnGrants.Web.Tests.Simulateur;

/// <summary>A rule is asked in three places and written once: the three give the same answer.</summary>
public sealed class MemesConstatsTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Le_simulateur_le_champ_et_le_depot_disent_la_meme_chose_de_chaque_dossier_de_la_demonstration()
    {
        var ids = await instance.LireAsync(db => db.Dossiers.AsNoTracking().Select(d => d.Id).ToListAsync());
        Assert.NotEmpty(ids);
        foreach (var id in ids)
            await instance.FaireAsync(async services =>
            {
                var (db, reglements) = (
                    services.GetRequiredService<Web.Donnees.FitnContext>(),
                    services.GetRequiredService<RegistreDesReglements>()
                );
                var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id);
                var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, CancellationToken.None);
                var ouvert = await services
                    .GetRequiredService<DossiersDuPorteur>()
                    .CompleterAsync(dossier, reglement, CancellationToken.None);
                var instant = dossier.DeposeLe ?? dossier.ModifieLe;
                var candidature = dossier.Candidature(ouvert.Porteur(instant), instant, ouvert.Beneficiaires(instant));
                var simules = await services
                    .GetRequiredService<Simulation>()
                    .ExaminerAsync(
                        [reglement],
                        candidature with
                        {
                            Identite = null,
                            Pieces = [.. ouvert.Pieces.Select(p => p.Type)],
                        },
                        CancellationToken.None
                    );
                // The simulator speaks of a first deposit.
                Comparer(reglement, simules[0], ouvert.Examiner(Moment.Simulation, instant), dossier.Version == 0);
                Comparer(reglement, ouvert.Examiner(Moment.Simulation, instant), ouvert.Examiner(Moment.Depot, instant), true);
                return true;
            });
    }

    [Fact]
    public void Il_en_est_ainsi_de_cinq_cents_dossiers_tires_au_sort()
    {
        var hasard = new Random(20_210_827);
        var reglements = instance.Services.GetRequiredService<RegistreDesReglements>().EnVigueur;
        for (var i = 0; i < 500; i++)
        {
            var reglement = reglements[hasard.Next(reglements.Length)];
            var modele = new Modele(reglement);
            var candidature = modele.Candidature with
            {
                Porteur = modele.Candidature.Porteur with
                {
                    PopulationTotale = Peut(hasard, hasard.Next(0, 120_000)),
                    PopulationMunicipale = Peut(hasard, hasard.Next(0, 120_000)),
                },
                Membres = hasard.Next(3) == 0 ? [modele.Voisine] : [],
                Projet = Tirer(hasard, modele.Candidature.Projet),
                Instant = modele.Candidature.Instant.AddDays(hasard.Next(-120, 400)),
            };
            var simulation = Examen.Faire(reglement, candidature, modele.Situation, Moment.Simulation);
            Comparer(reglement, simulation, Examen.Faire(reglement, candidature, modele.Situation, Moment.Depot), true);
        }
    }

    private static Projet Tirer(Random hasard, Projet p)
    {
        var cout = new Euros(hasard.Next(0, 9_000_000) / 100m);
        var demande = new Euros(hasard.Next(0, 9_000_000) / 100m);
        return p with
        {
            Thematiques =
                hasard.Next(4) == 0 ? null
                : hasard.Next(3) == 0 ? []
                : p.Thematiques,
            NaturesAppui = hasard.Next(4) == 0 ? null : p.NaturesAppui,
            EtatAvancement = hasard.Next(4) == 0 ? null : p.EtatAvancement,
            Urbanisme = hasard.Next(3) switch
            {
                0 => null,
                1 => true,
                _ => false,
            },
            Laboratoire = hasard.Next(3) == 0 ? null : p.Laboratoire,
            MethodeParticipative = hasard.Next(3) switch
            {
                0 => null,
                1 => "",
                _ => "Ateliers.",
            },
            Indicateurs =
                hasard.Next(3) == 0
                    ? null
                    : p.Indicateurs! with
                    {
                        NbAgents = hasard.Next(2),
                        NbUsagers = hasard.Next(2),
                        DureeMois = hasard.Next(2),
                    },
            Exclusivite = hasard.Next(3) switch
            {
                0 => null,
                1 => true,
                _ => false,
            },
            Mutualisation = hasard.Next(3) switch
            {
                0 => null,
                1 => "",
                _ => "Oui.",
            },
            Depenses = [Modele.Ligne(cout, (CategorieDepense)hasard.Next(9), hasard.Next(3) > 0, hasard.Next(2) == 0 ? "US" : null)],
            Ressources = hasard.Next(5) == 0 ? null : Modele.Ressources(cout, demande),
            BaseTaxe = hasard.Next(4) == 0 ? BaseTaxe.TTC : null,
            TvaNonRecuperable = hasard.Next(2) == 0 ? null : true,
            DateEffetConcret = hasard.Next(4) == 0 ? null : p.DateEffetConcret!.Value.AddDays(hasard.Next(0, 800)),
            DatePremierActeJuridique = hasard.Next(3) == 0 ? p.DateDebutPrevue!.Value.AddDays(hasard.Next(-300, 300)) : null,
        };
    }

    private static int? Peut(Random hasard, int valeur) => hasard.Next(6) == 0 ? null : valeur;

    /// <summary>Same rules, same results, same sentences; save that « à vérifier » on a blocking rule is « bloquant » at deposit.</summary>
    private static void Comparer(Reglement reglement, Examen avant, Examen apres, bool premierDepot)
    {
        var communes = reglement
            .Regles.Where(r =>
                r.Regle.Moments.HasFlag(avant.Moment)
                && r.Regle.Moments.HasFlag(apres.Moment)
                && (premierDepot || !r.Regle.PremierDepotSeulement)
            )
            .Select(r => r.Code)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Lire(avant, communes, apres.Moment), Lire(apres, communes, apres.Moment));
    }

    private static IEnumerable<string> Lire(Examen examen, HashSet<string> codes, Moment jugeA) =>
        examen
            .Constats.Where(c => codes.Contains(c.Activee))
            .Select(c =>
            {
                var bloque =
                    jugeA == Moment.Depot
                    && c.Resultat == ResultatConstat.AVerifier
                    && examen.Reglement.Regles.Any(r => r.Code == c.Activee && r.Mode == ModeRegle.Bloquant);
                return $"{c.Regle} {(bloque ? ResultatConstat.Bloquant : c.Resultat)} {c.Message} {c.Champ}";
            });
}
