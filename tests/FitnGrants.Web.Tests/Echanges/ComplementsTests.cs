using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Echeancier;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Echanges;

public sealed class ComplementsTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    [Fact]
    public async Task La_demande_ouvre_ses_champs_seulement_et_la_reponse_rend_la_main()
    {
        var (numero, porteur, agent) = await DemanderAsync(
            ("resume", "Dites qui est concerné."),
            ("pieces.Devis", "Joignez le devis signé.")
        );
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.ACompleter, new DateOnly(2021, 6, 11)), (dossier.Etat, dossier.EcheanceLe));
        Assert.Contains("À compléter", (await agent.LireAsync("/instruction?Onglet=chez-le-porteur")).Texte);
        var vue = await porteur.LireAsync($"/dossiers/{numero}");
        Assert.Contains("Répondez au service qui vous instruit", vue.De(".balle"));
        Assert.Contains("Avant le vendredi 11 juin 2021", vue.De(".balle"));
        Assert.Contains("Dites qui est concerné.", vue.De(".a-traiter"));
        Assert.Contains("Répondez au service", (await porteur.LireAsync("/mes-dossiers")).Texte);

        var projet = await porteur.LireAsync($"/dossiers/{numero}/modifier/projet");
        Assert.NotNull(projet.Document.QuerySelector("#Titre[disabled]"));
        Assert.Null(projet.Document.QuerySelector("#Resume[disabled]"));
        Assert.Contains("pas encore modifié", projet.De(".a-traiter"));
        // As a browser sends it, and as someone who would send more.
        await porteur.SoumettreAsync(
            projet,
            "main form",
            ("Resume", "Les familles de la commune."),
            ("Titre", null),
            ("Lieux", null),
            ("Thematiques", null),
            ("NaturesAppui", null),
            ("EtatAvancement", null),
            ("Regime", null)
        );
        await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{numero}/modifier/projet"), "main form", ("Titre", "Volé"));
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/modifier/financement"),
            "main form",
            ("Depenses[0].Montant", "1,00"),
            ("BaseTaxe", null)
        );
        var apres = (await instance.DossierAsync(numero)).Contenu;
        Assert.Equal(["resume"], Rubrique.Differentes(apres, dossier.Contenu).Select(r => r.Cle));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await porteur.EnvoyerDesFichiersAsync(
                    $"/dossiers/{numero}/modifier/pieces",
                    "RIB",
                    automatique: false,
                    ("rib.pdf", Web.Demonstration.LettreDEssai.Octets)
                )
            ).Code
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await porteur.EnvoyerDesFichiersAsync(
                    $"/dossiers/{numero}/modifier/pieces",
                    "Devis",
                    automatique: false,
                    ("devis.pdf", Web.Demonstration.LettreDEssai.Octets)
                )
            ).Code
        );
        Assert.Equal(2, (await porteur.LireAsync($"/dossiers/{numero}")).Document.QuerySelectorAll(".a-traiter .ton--conforme").Length);
        // Until it is answered, the service reads what was deposited.
        Assert.DoesNotContain("Les familles de la commune.", (await agent.LireAsync($"/dossiers/{numero}")).Texte);

        var reponse = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/completer"),
            "main form",
            ("Reponse", "Voici le devis.")
        );

        Assert.Equal($"/dossiers/{numero}", reponse.Vers);
        var rendu = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.EnInstruction, 2, dossier.DeposeLe), (rendu.Etat, rendu.Version, rendu.DeposeLe));
        Assert.Equal("devis.pdf", Assert.Single(rendu.Versions.MaxBy(v => v.Version)!.Pieces).NomFichier);
        var grille = await agent.LireAsync($"/instruction/{numero}");
        Assert.Contains("Voici le devis.", grille.Texte);
        Assert.Contains("devis.pdf", grille.Texte);
        var differences = await agent.LireAsync($"/dossiers/{numero}/differences");
        Assert.Contains("Les familles de la commune.", differences.De("ins"));
        Assert.Contains("Devis : devis.pdf", differences.Texte);
        Assert.Equal(
            ["demande", "reponse"],
            await instance.LireAsync(db =>
                db.Courriels.Where(c => c.DossierId == rendu.Id && c.Modele != "depot")
                    .OrderBy(c => c.Rang)
                    .Select(c => c.Modele)
                    .ToListAsync()
            )
        );
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.LireAsync($"/dossiers/{numero}/completer")).Code);
    }

    [Fact]
    public async Task Une_demande_incomplete_dit_tout_et_garde_ce_qui_etait_saisi()
    {
        var (numero, agent) = await EnInstructionAsync();
        var trace = await instance.TraceAsync(numero);
        var page = await agent.LireAsync($"/instruction/{numero}/pieces");

        var refus = await agent.SoumettreAsync(
            page,
            "main form",
            ("Points[0].Texte", "Ce que je veux"),
            ("Points[1].Cible", "titre"),
            ("AvantLe", "01/06/2021")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Equal("Erreur : Choisissez le champ ou la pièce que vous demandez.", refus.Erreur("Points_0__Cible"));
        Assert.Equal("Erreur : Dites au porteur ce que vous attendez.", refus.Erreur("Points_1__Texte"));
        Assert.Equal("Erreur : Fixez la réponse à demain au plus tôt.", refus.Erreur("AvantLe"));
        Assert.Equal("Ce que je veux", refus.Valeur("Points[0].Texte"));
        Assert.Equal(trace, await instance.TraceAsync(numero));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.SoumettreAsync(page, "main form")).Code);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.29")).PosterAsync($"/instruction/{numero}/pieces", ("Revision", "1"))).Code
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.29")).LireAsync($"/instruction/{numero}/pieces")).Code
        );
    }

    [Fact]
    public async Task Une_reponse_vide_ou_qui_enfreint_une_regle_ne_part_pas()
    {
        var (numero, porteur, _) = await DemanderAsync(("depenses", "Détaillez."));
        var page = await porteur.LireAsync($"/dossiers/{numero}/completer");
        Assert.Equal(
            "Rien n'a changé : joignez la pièce, corrigez le champ, ou dites au service ce que vous lui répondez.",
            (await porteur.SoumettreAsync(page, "main form")).De(".erreurs li")
        );
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/modifier/financement"),
            "main form",
            ("Depenses[0].Montant", "12 000,00")
        );

        var refus = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/completer"),
            "main form",
            ("Reponse", "Voilà.")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("n'est pas équilibré", refus.De(".erreurs"));
        Assert.Equal("Voilà.", refus.Valeur("Reponse"));
        Assert.Equal(EtatDossier.ACompleter, (await instance.DossierAsync(numero)).Etat);
    }

    [Fact]
    public async Task Le_service_reprend_sans_attendre_et_le_brouillon_de_reponse_est_oublie()
    {
        var (numero, porteur, agent) = await DemanderAsync(("resume", "Précisez."), ("pieces.Devis", "Joignez."));
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/modifier/projet"),
            "main form",
            ("Resume", "En cours d’écriture")
        );

        await porteur.EnvoyerDesFichiersAsync(
            $"/dossiers/{numero}/modifier/pieces",
            "Devis",
            automatique: false,
            ("jamais-envoye.pdf", Web.Demonstration.LettreDEssai.Octets)
        );
        var reprise = await agent.LireAsync($"/instruction/{numero}/pieces/reprise");
        Assert.Contains("Ce qu'il a commencé à écrire et à joindre est perdu", reprise.Texte);
        await agent.SoumettreAsync(reprise, "main form");

        Assert.Equal(0, await instance.LireAsync(db => db.Pieces.CountAsync(p => p.NomFichier == "jamais-envoye.pdf")));
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.EnInstruction, "Un résumé."), (dossier.Etat, dossier.Contenu.Projet.Resume));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await porteur.PosterAsync($"/dossiers/{numero}/completer", ("Revision", $"{dossier.Revision}"), ("Reponse", "Tard"))).Code
        );
    }

    [Fact]
    public async Task Un_rappel_part_une_fois_trois_jours_avant()
    {
        var (numero, _, _) = await DemanderAsync(("resume", "Précisez."));
        var id = (await instance.DossierAsync(numero)).Id;
        Task<int> NombreAsync() =>
            instance.LireAsync(db => db.Courriels.CountAsync(c => c.DossierId == id && c.Modele == Courriers.ModeleDeRappelDeDemande));
        Task<int> TraiterAsync() => instance.FaireAsync(s => s.GetRequiredService<Rappels>().TraiterAsync(CancellationToken.None));
        await instance.AlHeureAsync("2021-06-07T23:59:00+02:00");
        await TraiterAsync();
        Assert.Equal(0, await NombreAsync());
        await instance.AlHeureAsync("2021-06-08T00:00:00+02:00");
        await Task.WhenAll(TraiterAsync(), TraiterAsync());
        await TraiterAsync();
        Assert.Equal(1, await NombreAsync());
        await instance.AlHeureAsync("2021-06-01T09:00:00+02:00");
    }

    private async Task<(string Numero, Navigateur Agent)> EnInstructionAsync() =>
        (
            await instance.DeroulerAsync(new(Vern, "À compléter") { Jusqua = EtatDossier.EnInstruction }),
            await instance.EnTantQueAsync("instructeur.35")
        );

    [Fact]
    public async Task Les_delais_legaux_se_disent_en_date_et_en_mots_et_leur_suspension_aussi()
    {
        var (numero, _, agent) = await DemanderAsync(("resume", "Dites qui est concerné."));
        var dossier = await instance.DossierAsync(numero);
        var depuis = PageLue.Plat(Francais.Date(dossier.SuspenduDepuis!.Value));
        var restants = dossier.RecevabiliteAvantLe!.Value.DayNumber - dossier.SuspenduDepuis.Value.DayNumber;

        Assert.Contains(
            $"suspendu depuis le {depuis}, {restants} jours restants",
            (await agent.LireAsync($"/instruction/{numero}")).De(".grille aside")
        );
        Assert.Contains(
            $"délais légaux suspendus depuis le {PageLue.Plat(Francais.JourEtMois(dossier.SuspenduDepuis.Value))}",
            (await agent.LireAsync($"/instruction?Q={numero}")).De("#dossiers tbody tr")
        );
        await agent.PosterAsync("/instruction/colonnes", ("Colonnes", "delais"));
        var ligne = (await agent.LireAsync($"/instruction?Q={numero}")).De("td.delais");
        Assert.Contains($"Recevabilité : suspendu depuis le {depuis}, {restants} jours restants", ligne);
        Assert.Contains($"Décision : suspendu depuis le {depuis}", ligne);

        await instance.SqlAsync($"update dossiers set suspendu_depuis = null, etat = 'EnInstruction' where numero = {numero}");
        Assert.StartsWith("recevabilité avant le ", (await agent.LireAsync($"/instruction?Q={numero}")).De(".delais-bref"));
        await instance.SqlAsync($"update dossiers set echeance_le = recevabilite_avant_le where numero = {numero}");
        var courte = await agent.LireAsync($"/instruction?Q={numero}");
        Assert.Contains(
            $"avant le {PageLue.Plat(Francais.JourEtMois(dossier.RecevabiliteAvantLe.Value))}, recevabilité",
            courte.De("#dossiers tbody tr")
        );
        Assert.StartsWith("décision avant le ", courte.De(".delais-bref"));
        Assert.Contains(
            $"Recevabilité : avant le {PageLue.Plat(Francais.Date(dossier.RecevabiliteAvantLe.Value))}",
            (await agent.LireAsync($"/instruction?Q={numero}")).De("td.delais")
        );
    }

    private async Task<(string Numero, Navigateur Porteur, Navigateur Agent)> DemanderAsync(params (string Cible, string Texte)[] points)
    {
        var (numero, agent) = await EnInstructionAsync();
        var champs = points
            .SelectMany((p, i) => new (string, string?)[] { ($"Points[{i}].Cible", p.Cible), ($"Points[{i}].Texte", p.Texte) })
            .ToArray();
        var reponse = await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{numero}/pieces"), "main form", champs);
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        return (numero, await instance.EnTantQueAsync("porteur.vern"), agent);
    }
}
