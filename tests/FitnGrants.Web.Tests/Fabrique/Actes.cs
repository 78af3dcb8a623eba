using System.Globalization;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Demonstration;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>A dossier to bring to a state by the real acts.</summary>
public sealed record DossierVoulu(string Siren, string Titre, decimal Cout = 10000m, decimal Demande = 5000m)
{
    public string Dispositif { get; init; } = "BZH-V1";

    /// <summary>Cost lines that the cost is split into, to the cent.</summary>
    public int Lignes { get; init; } = 1;

    /// <summary>Who bears it with its porteur; null for an individual project.</summary>
    public Groupement? Groupement { get; init; }
    public string Depose { get; init; } = "2021-05-20T10:00:00+02:00";
    public EtatDossier Jusqua { get; init; } = EtatDossier.InscritSeance;
    public string Seance { get; init; } = "2021-06-22";
}

/// <summary>The real acts, without their pages: what a test needs before it begins.</summary>
public static class Actes
{
    public static readonly Acteur Agent = new(Guid.CreateVersion7(), "Agent d’essai", []);

    /// <summary>Makes a dossier and answers with its address.</summary>
    public static Task<string> DeroulerAsync(this Instance instance, DossierVoulu voulu) =>
        instance.FaireAsync(async services =>
        {
            var (db, reglements) = (services.GetRequiredService<FitnContext>(), services.GetRequiredService<RegistreDesReglements>());
            var (reglement, instant) = (
                reglements.Exiger(voulu.Dispositif),
                DateTimeOffset.Parse(voulu.Depose, CultureInfo.InvariantCulture).ToUniversalTime()
            );
            var collectivite = await db.Collectivites.AsNoTracking().SingleAsync(c => c.Siren == voulu.Siren);
            var modele = new ModeleDeDossier("", voulu.Dispositif, voulu.Titre, "Un résumé.", voulu.Cout, voulu.Demande, instant, instant);
            var dossier = Dossier.Creer(reglement, collectivite, Agent, Jetons.Nouveau(), instant);
            dossier.Enregistrer(Eclater(modele.Contenu(collectivite), voulu.Lignes) with { Groupement = voulu.Groupement }, instant);
            await db.ActeAsync(Agent, instant, () => Task.FromResult(db.Dossiers.Add(dossier)));
            if (voulu.Jusqua == EtatDossier.Brouillon)
                return dossier.Adresse;
            var porteur = services.GetRequiredService<DossiersDuPorteur>();
            if (dossier.Contenu.Projet.Laboratoire is not null)
                await ActivatorUtilities
                    .CreateInstance<JeuDeDemonstration>(services)
                    .JoindreLaLettreAsync(dossier, Agent, CancellationToken.None);
            var ouvert = await porteur.CompleterAsync(dossier, reglement, CancellationToken.None);
            var depot = await porteur.DeposerAsync(ouvert, certifie: true, Agent, instant, CancellationToken.None);
            Assert.True(depot.EstAccepte, string.Join(' ', depot.Refus.Select(c => c.Message)));
            if (voulu.Jusqua == EtatDossier.Depose)
                return dossier.Adresse;
            await db.ActeAsync(
                Agent,
                instant,
                Faire(() => dossier.PrendreEnCharge(new PriseEnCharge(Agent, instant, reglement, ouvert.Situation)))
            );
            if (voulu.Jusqua == EtatDossier.EnInstruction)
                return dossier.Adresse;
            await db.ActeAsync(Agent, instant, Faire(() => Clore(dossier, instant)));
            if (voulu.Jusqua == EtatDossier.InscritSeance)
                await InscrireAsync(db, dossier, voulu.Seance, reglement);
            return dossier.Adresse;
        });

    /// <summary>A session, of Bretagne unless another région is said.</summary>
    public static Task<Guid> SeanceAsync(this Instance instance, string jour = "2021-06-22", string region = "53") =>
        instance.LireAsync(db => SeanceAsync(db, jour, region));

    /// <summary>Opens a session, without waiting for its day.</summary>
    public static Task<int> OuvrirAsync(this Instance instance, Guid seance) =>
        instance.SqlAsync($"update seances set etat = 'Ouverte', ouverte_le = now(), tenue = {Tenue}::jsonb where id = {seance}");

    /// <summary>Says that a member is there: with who chairs it, its papers lack nothing.</summary>
    public static Task<int> PointerAsync(this Instance instance, Guid seance) =>
        instance.SqlAsync($$"""update seances set membres = jsonb_set(membres, '{0,Presence}', '"Present"') where id = {{seance}}""");

    /// <summary>Who chairs it and who keeps it.</summary>
    private const string Tenue = """
        {"President": {"Prenom": "[Prénom", "Nom": "Nom]", "Qualite": "secrétaire général", "Civilite": "Monsieur"},
         "Secretaire": {"Prenom": "[Prénom", "Nom": "Nom]", "Qualite": "chargée de mission", "Civilite": "Madame"}}
        """;

    /// <summary>SIREN of communes of Bretagne that no demonstration uses.</summary>
    public static Task<List<string>> CommunesBretonnesAsync(this Instance instance, int nombre) =>
        instance.LireAsync(db =>
        {
            string[] connus = [.. ComptesDeDemonstration.Tous.Select(c => c.Siren).OfType<string>()];
            return db
                .Collectivites.AsNoTracking()
                .Where(c => c.Region == "53" && c.CodeInsee != null && !connus.Contains(c.Siren))
                .OrderBy(c => c.Siren)
                .Select(c => c.Siren)
                .Take(nombre)
                .ToListAsync();
        });

    /// <summary>A dossier as the database holds it.</summary>
    public static Task<Dossier> DossierAsync(this Instance instance, string adresse) =>
        instance.LireAsync(db =>
            db.Dossiers.AsNoTracking().Include(d => d.Controles).Include(d => d.Versions).ParAdresse(adresse).SingleAsync()
        );

    /// <summary>Number of a dossier of the demonstration.</summary>
    public static Task<string> NumeroAsync(this Instance instance, string titre) =>
        instance.LireAsync(db => db.Dossiers.AsNoTracking().Where(d => d.Titre == titre).Select(d => d.Numero ?? d.Jeton).SingleAsync());

    /// <summary>What proves that nothing was written: the revision of a dossier, the lines of the journal, the messages.</summary>
    public static Task<(int Revision, int Journal, int Courriels)> TraceAsync(this Instance instance, string adresse) =>
        instance.LireAsync(async db =>
            (
                await db.Dossiers.AsNoTracking().ParAdresse(adresse).Select(d => d.Revision).SingleAsync(),
                await db.Journal.CountAsync(),
                await db.Courriels.CountAsync()
            )
        );

    private static ContenuDossier Eclater(ContenuDossier contenu, int lignes)
    {
        var ligne = contenu.Projet.Depenses!.Value[0];
        var parts = Repartition.PlusFortReste(ligne.MontantHT!.Value, [.. Enumerable.Repeat(1m, lignes)]);
        return contenu with
        {
            Projet = contenu.Projet with
            {
                Depenses =
                [
                    .. parts.Select(
                        (p, i) => ligne with { Libelle = lignes == 1 ? ligne.Libelle : $"{ligne.Libelle}, lot {i + 1}", MontantHT = p }
                    ),
                ],
            },
        };
    }

    private static void Clore(Dossier dossier, DateTimeOffset instant)
    {
        var saisies = dossier
            .Grille.Select(c => new ConclusionSaisie(
                c.Id,
                c.Propose == ResultatConstat.NonApplicable ? Conclusion.SansObjet : Conclusion.Conforme,
                c.Propose is ResultatConstat.Conforme or ResultatConstat.NonApplicable ? null : "Vu avec le porteur."
            ))
            .ToList();
        Assert.True(dossier.Conclure(saisies, Agent, instant).EstAccepte);
        Assert.True(dossier.Clore(new Cloture(Agent, instant, "Synthèse.")).EstAccepte);
    }

    /// <summary>An agenda is made before the opening: the session is planned again for the time of the act.</summary>
    private static async Task InscrireAsync(FitnContext db, Dossier dossier, string jour, Reglement reglement)
    {
        var id = await SeanceAsync(db, jour, reglement.Region);
        var etat = await db.Seances.Where(s => s.Id == id).Select(s => s.Etat).SingleAsync();
        await db.Database.ExecuteSqlAsync($"update seances set etat = 'Planifiee' where id = {id}");
        var seance = await db.Seances.AsTracking().Include(s => s.Points).SingleAsync(s => s.Id == id);
        await db.ActeAsync(Agent, dossier.DeposeLe!.Value, Faire(() => seance.Inscrire(dossier, reglement, Agent)));
        await db.Database.ExecuteSqlAsync($"update seances set etat = {etat.ToString()} where id = {id}");
    }

    private static Task<Guid> SeanceAsync(FitnContext db, string jour, string region)
    {
        var date = DateOnly.Parse(jour, CultureInfo.InvariantCulture);
        return db.Seances.Where(s => s.Region == region && s.Jour == date && !s.AuMois).Select(s => s.Id).SingleAsync();
    }

    private static Func<Task> Faire(Action acte) =>
        () =>
        {
            acte();
            return Task.CompletedTask;
        };
}
