using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Dossiers;

public sealed class DepotTests(Instance instance) : IClassFixture<Instance>
{
    private const string Riquewihr = "216802777";

    [Fact]
    public async Task Un_brouillon_vide_lit_tout_ce_qui_manque_a_la_fois()
    {
        var porteur = await instance.EnTantQueAsync("porteur.riquewihr");
        var nouveau = await porteur.LireAsync("/dossiers/nouveau?dispositif=HR-V1");
        var cree = await porteur.SoumettreAsync(nouveau, "main form");
        var adresse = cree.Vers!.Split('/')[2];
        // What a former dossier knew of the collectivité may be there already.
        await porteur.SoumettreAsync(
            await porteur.LireAsync(cree.Vers),
            "main form",
            ("Adresse", ""),
            ("RepresentantLegal", ""),
            ("Contact", ""),
            ("Courriel", "")
        );
        var recapitulatif = await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif");
        var trace = await instance.TraceAsync(adresse);

        var reponse = await porteur.SoumettreAsync(recapitulatif, "form[action$='/deposer']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        foreach (
            var phrase in new[]
            {
                "Indiquez l'adresse de la collectivité.",
                "Indiquez le représentant légal.",
                "Indiquez la personne à joindre.",
                "Donnez un titre au projet.",
                "Résumez le projet.",
                "Indiquez la date de début prévue.",
                "Indiquez la date de fin prévue.",
                "cochez la case d'attestation",
            }
        )
            Assert.Contains(phrase, reponse.De(".erreurs"));
        Assert.Equal(trace, await instance.TraceAsync(adresse));
        Assert.Equal(EtatDossier.Brouillon, (await instance.DossierAsync(adresse)).Etat);
    }

    [Fact]
    public async Task Sans_attestation_rien_n_est_depose()
    {
        var (porteur, adresse, page) = await PretAsync("Sans attestation");
        var trace = await instance.TraceAsync(adresse);

        var reponse = await porteur.SoumettreAsync(page, "form[action$='/deposer']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains("attestation", reponse.De(".erreurs"));
        Assert.Equal(trace, await instance.TraceAsync(adresse));
    }

    [Fact]
    public async Task Un_depot_donne_un_numero_une_ligne_de_journal_un_courriel_et_un_recepisse()
    {
        var (porteur, jeton, page) = await PretAsync("Registres numérisés");
        var trace = await instance.TraceAsync(jeton);

        var reponse = await porteur.SoumettreAsync(page, "form[action$='/deposer']", ("Certifie", "true"));

        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        Assert.Matches("^/dossiers/FITN-HR-V1-2021-[0-9]{5}$", reponse.Vers);
        var numero = reponse.Vers!.Split('/')[2];
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal(
            (EtatDossier.Depose, 1, 4115.18m, 12345.67m),
            (dossier.Etat, dossier.Version, dossier.MontantDemande!.Value.Montant, dossier.Assiette!.Value.Montant)
        );
        Assert.Equal(1100, dossier.Porteur!.PopulationTotale);
        Assert.Equal(new DateOnly(2021, 8, 1), dossier.EcheanceLe);
        Assert.Equal(
            (trace.Journal + 1, trace.Courriels + 1),
            ((await instance.TraceAsync(numero)).Journal, (await instance.TraceAsync(numero)).Courriels)
        );
        var ligne = await instance.LireAsync(db => db.Journal.AsNoTracking().OrderByDescending(l => l.Id).FirstAsync());
        Assert.Equal((Acte.Deposer, "Brouillon", "Depose", dossier.Id), (ligne.Acte, ligne.Avant, ligne.Apres, ligne.EntiteId));
        Assert.Contains(numero, ligne.Details);
        var courriel = await instance.LireAsync(db => db.Courriels.AsNoTracking().SingleAsync(c => c.DossierId == dossier.Id));
        Assert.Equal(("depot", Riquewihr), (courriel.Modele, courriel.Destinataire));
        Assert.Contains(numero, courriel.Objet);

        var recepisse = await porteur.LireAsync($"/dossiers/{numero}/recepisse.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (recepisse.Code, recepisse.Type));
        Assert.Equal("%PDF", Encoding.ASCII.GetString(recepisse.Octets[..4]));
        Assert.Equal(recepisse.Octets, (await porteur.LireAsync($"/dossiers/{numero}/recepisse.pdf")).Octets);

        var ancienne = await porteur.LireAsync($"/dossiers/{jeton}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/dossiers/{numero}"), (ancienne.Code, ancienne.Vers));
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.LireAsync($"/dossiers/{numero}/modifier/projet")).Code);
    }

    [Fact]
    public async Task Un_brouillon_n_a_pas_de_recepisse()
    {
        var (porteur, adresse, _) = await PretAsync("Pas encore déposé");

        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{adresse}/recepisse.pdf")).Code);
    }

    [Fact]
    public async Task Deposer_deux_fois_de_suite_ne_donne_qu_un_numero()
    {
        var (porteur, jeton, page) = await PretAsync("Deux clics de suite");

        var premier = await porteur.SoumettreAsync(page, "form[action$='/deposer']", ("Certifie", "true"));
        var second = await porteur.SoumettreAsync(page, "form[action$='/deposer']", ("Certifie", "true"));

        Assert.Equal((premier.Code, premier.Vers), (second.Code, second.Vers));
        await UnSeulDepotAsync(jeton);
    }

    [Fact]
    public async Task Deposer_deux_fois_a_la_fois_ne_donne_qu_un_numero()
    {
        var (porteur, jeton, page) = await PretAsync("Deux clics à la fois");

        var reponses = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => porteur.SoumettreAsync(page, "form[action$='/deposer']", ("Certifie", "true")))
        );

        Assert.Contains(reponses, r => r.Code == HttpStatusCode.Redirect);
        Assert.Single(reponses.Select(r => r.Vers).OfType<string>().Distinct(StringComparer.Ordinal));
        await UnSeulDepotAsync(jeton);
    }

    [Fact]
    public async Task Une_revision_perimee_n_est_pas_deposee()
    {
        var (porteur, adresse, page) = await PretAsync("Relu trop vite");
        await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet"), "main form", ("Lieux", "Ailleurs"));
        var trace = await instance.TraceAsync(adresse);

        var reponse = await porteur.SoumettreAsync(page, "form[action$='/deposer']", ("Certifie", "true"));

        Assert.Equal(HttpStatusCode.Conflict, reponse.Code);
        Assert.Equal(trace, await instance.TraceAsync(adresse));
    }

    [Fact]
    public async Task Les_numeros_se_suivent_par_dispositif()
    {
        var numeros = new List<int>();
        foreach (var titre in new[] { "Premier", "Deuxième", "Troisième" })
            numeros.Add(
                int.Parse(
                    (await instance.DeroulerAsync(new(Riquewihr, titre) { Dispositif = "HR-V1", Jusqua = EtatDossier.Depose }))[^5..],
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );

        Assert.Equal([numeros[0], numeros[0] + 1, numeros[0] + 2], numeros);
    }

    [Fact]
    public async Task Mulhouse_lit_tout_de_suite_pourquoi_le_volet_1_lui_est_ferme()
    {
        var page = await (await instance.EnTantQueAsync("porteur.mulhouse")).LireAsync("/dossiers/nouveau?dispositif=HR-V1");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Contains("réservé aux collectivités de moins de 100 000 habitants", page.Texte);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    private async Task<(Navigateur Porteur, string Adresse, PageLue Recapitulatif)> PretAsync(string titre)
    {
        var adresse = await instance.DeroulerAsync(
            new(Riquewihr, titre, 12345.67m, 4115.18m) { Dispositif = "HR-V1", Jusqua = EtatDossier.Brouillon }
        );
        var porteur = await instance.EnTantQueAsync("porteur.riquewihr");
        return (porteur, adresse, await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif"));
    }

    private async Task UnSeulDepotAsync(string jeton)
    {
        var dossier = await instance.DossierAsync(jeton);
        Assert.Equal((EtatDossier.Depose, 1, 1), (dossier.Etat, dossier.Version, dossier.Versions.Count));
        Assert.Equal(1, await instance.LireAsync(db => db.Journal.CountAsync(l => l.EntiteId == dossier.Id && l.Acte == Acte.Deposer)));
        Assert.Equal(1, await instance.LireAsync(db => db.Courriels.CountAsync(c => c.DossierId == dossier.Id)));
    }

    [Fact]
    public async Task Un_nouveau_dossier_reprend_ce_que_le_precedent_savait_de_la_collectivite_et_d_elle_seule()
    {
        var numero = await instance.DeroulerAsync(
            new("215600776", "Premier dossier") { Jusqua = FitnGrants.Domain.Dossiers.EtatDossier.Depose }
        );
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        var cree = await porteur.SoumettreAsync(await porteur.LireAsync("/dossiers/nouveau?dispositif=BZH-V1"), "main form");
        var autre = await instance.EnTantQueAsync("porteur.rennes-metropole");
        var ailleurs = await autre.SoumettreAsync(await autre.LireAsync("/dossiers/nouveau?dispositif=BZH-V1"), "main form");

        var identite = (await instance.DossierAsync(numero)).Contenu.Identite;
        Assert.NotNull(identite.Adresse);
        Assert.Equal(identite, (await instance.DossierAsync(cree.Vers!.Split('/')[2])).Contenu.Identite);
        Assert.NotEqual(identite, (await instance.DossierAsync(ailleurs.Vers!.Split('/')[2])).Contenu.Identite);
    }

    [Fact]
    public async Task Une_copie_sous_un_autre_titre_est_refusee_au_depot_quand_son_origine_l_a_ete()
    {
        var numero = await instance.DeroulerAsync(
            new("215600776", "Tablettes partagées", 9000m, 7200m) { Jusqua = FitnGrants.Domain.Dossiers.EtatDossier.InscritSeance }
        );
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        var copie = await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{numero}"), "form[action$='/copier']");
        var adresse = copie.Vers!.Split('/')[2];
        Assert.Equal([numero], (await instance.DossierAsync(adresse)).Origines);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("porteur.vern")).PosterAsync($"/dossiers/{numero}/copier")).Code
        );
        await instance.SqlAsync(
            $"""
            insert into decisions (id, seance_id, dossier_id, version_dossier, dispositif, type, motivation, fondements, axes, motifs,
            similaires, prise_le, enregistree_le, enregistree_par, notifiee_le)
            select gen_random_uuid(), p.seance_id, d.id, 1, d.dispositif, 'Refus', 'Motif du refus de ce projet.', array['Exclusion'],
            '[]'::jsonb, '[]'::jsonb, array[]::text[], date '2021-06-22', now(), 'Essai', now()
            from dossiers d join points p on p.dossier_id = d.id where d.numero = {numero}
            """
        );
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet");
        await porteur.SoumettreAsync(page, "main form", ("Titre", "Accès numérique à la médiathèque"), ("Resume", "Tout autre chose."));

        var recapitulatif = await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif");

        Assert.Contains(
            $"Ce projet a fait l'objet d'un refus le 22 juin 2021 (dossier {numero}) : il ne peut pas être redéposé.",
            recapitulatif.Texte
        );
    }
}
