using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using static FitnGrants.Web.Tests.Courriels.UneDistribution;

namespace FitnGrants.Web.Tests.Courriels;

/// <summary>The outbox against a real SMTP server.</summary>
[Trait("duree", "longue")]
public sealed class DistributionTests(UneDistribution instance) : IClassFixture<UneDistribution>, IAsyncLifetime
{
    private const string Vern = "213503527";

    public ValueTask InitializeAsync() => new(instance.ViderAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Le_depot_part_en_texte_et_en_HTML_avec_l_accuse_de_reception_que_donne_la_page()
    {
        var numero = await instance.DeroulerAsync(new(Vern, "Portail & guichet") { Jusqua = EtatDossier.Depose });

        Assert.True(await instance.TourAsync());

        var recu = Assert.Single(await instance.Smtp.RecusAsync(1));
        Assert.Equal("porteur.vern@demo.example", recu.Pour);
        Assert.Equal($"Votre dossier {numero} est déposé", recu.Sujet.Replace('\u00A0', ' '));
        var (texte, html) = (recu.Partie("text/plain"), recu.Partie("text/html"));
        Assert.Contains("Portail & guichet", texte, StringComparison.Ordinal);
        Assert.Contains($"https://fitn.example/dossiers/{numero}\r\n", texte, StringComparison.Ordinal);
        Assert.Contains("Portail &amp; guichet", html, StringComparison.Ordinal);
        Assert.Contains(
            $"<a style=\"color:#321536\" href=\"https://fitn.example/dossiers/{numero}\">Ouvrir le dossier</a>",
            html,
            StringComparison.Ordinal
        );
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        Assert.Equal((await porteur.LireAsync($"/dossiers/{numero}/recepisse.pdf")).Octets, Assert.Single(recu.Parties("application/pdf")));
        Assert.NotNull(Assert.Single(await instance.EnvoisAsync()).EnvoyeLe);
    }

    [Fact]
    public async Task Chaque_personne_de_la_collectivite_recoit_le_sien_sauf_une_adresse_non_confirmee_et_un_lecteur()
    {
        await HabiliterAsync("collegue@vern.example", Role.Porteur, confirmee: true);
        await HabiliterAsync("inconfirmee@vern.example", Role.Porteur, confirmee: false);
        await HabiliterAsync("lectrice@vern.example", Role.Lecteur, confirmee: true);
        await instance.EcrireAsync(UnCourriel(Vern, "Une nouvelle"));

        await instance.TourAsync();
        await instance.TourAsync();

        Assert.Equal(
            ["collegue@vern.example", "porteur.vern@demo.example"],
            (await instance.Smtp.RecusAsync(2)).Select(r => r.Pour).Order(StringComparer.Ordinal)
        );
        await instance.SqlAsync($"delete from utilisateurs where email like '%@vern.example'");
    }

    [Theory]
    [InlineData("29@53", "membre.29@demo.example")]
    [InlineData("SGAR@53", "secretaire.bretagne@demo.example")]
    [InlineData("une.personne@ailleurs.example", "une.personne@ailleurs.example")]
    public async Task Un_membre_une_region_une_adresse_ont_leurs_personnes(string destinataire, string attendue)
    {
        await instance.EcrireAsync(UnCourriel(destinataire, "Une séance"));

        await instance.TourAsync();

        Assert.Equal(attendue, Assert.Single(await instance.Smtp.RecusAsync(1)).Pour);
    }

    [Fact]
    public async Task Le_serveur_s_arrete_et_reprend_chaque_message_arrive_une_fois_dans_l_ordre_de_chaque_dossier()
    {
        var dossiers = await instance.LireAsync(db =>
            db.Dossiers.Where(d => d.Numero != null).OrderBy(d => d.Numero).Select(d => d.Id).Take(3).ToListAsync()
        );
        await instance.EcrireAsync([
            .. Enumerable.Range(0, 45).Select(i => UnCourriel($"personne{i % 3}@essai.example", $"{i:00}", dossier: dossiers[i % 3])),
        ]);

        var tour = instance.TourAsync();
        while (instance.Smtp.Nombre < 10)
            await Task.Yield();
        await instance.Smtp.ArreterAsync();
        Assert.False(await tour);
        Assert.InRange(instance.Smtp.Nombre, 10, 44);
        instance.Pendule.Maintenant += TimeSpan.FromMinutes(2);
        Assert.False(await instance.TourAsync());
        await instance.Smtp.ReprendreAsync();
        instance.Pendule.Maintenant += TimeSpan.FromMinutes(10);
        Assert.True(await instance.TourAsync());

        var recus = await instance.Smtp.RecusAsync(45);
        Assert.Equal(45, recus.Select(r => r.Identifiant).Distinct(StringComparer.Ordinal).Count());
        foreach (var personne in recus.GroupBy(r => r.Pour, StringComparer.Ordinal))
            Assert.Equal(personne.Select(r => r.Sujet).Order(StringComparer.Ordinal), personne.Select(r => r.Sujet));
    }

    [Fact]
    public async Task Deux_processus_a_la_fois_n_envoient_rien_deux_fois()
    {
        await instance.EcrireAsync([.. Enumerable.Range(0, 20).Select(i => UnCourriel($"personne{i % 4}@essai.example", $"{i:00}"))]);

        await Task.WhenAll(instance.TourAsync(), instance.TourAsync(), instance.TourAsync());
        await instance.TourAsync();

        Assert.Equal(20, (await instance.Smtp.RecusAsync(20)).Select(r => r.Sujet).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Une_adresse_qui_n_existe_pas_est_ecartee_tout_de_suite_et_les_autres_passent()
    {
        await instance.EcrireAsync(UnCourriel("inconnu@essai.example", "Perdu"), UnCourriel("personne@essai.example", "Reçu"));

        Assert.True(await instance.TourAsync());

        Assert.Equal("Reçu", Assert.Single(await instance.Smtp.RecusAsync(1)).Sujet);
        var ecarte = (await instance.EnvoisAsync())[0];
        Assert.Equal((1, true), (ecarte.Essais, ecarte.EcarteLe is not null));
        Assert.Contains(
            "Cette boîte n’existe pas",
            Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(ecarte.Erreur!)) + ecarte.Erreur,
            StringComparison.Ordinal
        );
        var admin = await instance.EnTantQueAsync("admin");
        var page = await admin.LireAsync("/administration/courriels?onglet=ecartes");
        Assert.Equal(["Perdu"], page.Document.QuerySelectorAll("tbody td:first-child").Select(c => c.TextContent.Trim()));
        var lu = await admin.SoumettreAsync(
            await admin.LireAsync($"/administration/courriels/{ecarte.CourrielId}"),
            "form[action$='/renvoi']"
        );
        Assert.Equal(HttpStatusCode.Redirect, lu.Code);
        Assert.Equal((0, null), ((await instance.EnvoisAsync())[0].Essais, (await instance.EnvoisAsync())[0].EcarteLe));
        Assert.Equal(
            1,
            await instance.LireAsync(db => db.Journal.CountAsync(l => l.Acte == Acte.RenvoyerCourriel && l.EntiteId == ecarte.CourrielId))
        );
    }

    [Fact]
    public async Task Une_boite_pleine_est_reessayee_de_plus_en_plus_tard_puis_ecartee_et_la_suite_attend_son_tour()
    {
        await instance.EcrireAsync(
            UnCourriel("plein@essai.example", "Un"),
            UnCourriel("plein@essai.example", "Deux"),
            UnCourriel("personne@essai.example", "Reçu")
        );
        var attentes = new List<double>();

        for (var essai = 1; essai < Distribution.EssaisPermis; essai++)
        {
            await instance.TourAsync();
            await instance.TourAsync();
            var envois = await instance.EnvoisAsync();
            Assert.Equal((essai, 0, null), (envois[0].Essais, envois[1].Essais, envois[0].EcarteLe));
            attentes.Add((envois[0].DuLe - instance.Pendule.Maintenant).TotalMinutes);
            instance.Pendule.Maintenant = envois[0].DuLe;
        }
        await instance.TourAsync();

        Assert.Equal([1, 2, 4, 8, 16, 32, 64], attentes);
        var fin = await instance.EnvoisAsync();
        Assert.Equal((Distribution.EssaisPermis, true), (fin[0].Essais, fin[0].EcarteLe is not null));
        Assert.Equal((1, true), (fin[1].Essais, fin[1].EcarteLe is null));
        Assert.Equal("Reçu", Assert.Single(await instance.Smtp.RecusAsync(1)).Sujet);
    }

    [Fact]
    public async Task Une_personne_recoit_une_nouvelle_groupee_par_jour_le_reste_le_lendemain_a_sept_heures()
    {
        instance.Pendule.Maintenant = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        await instance.EcrireAsync(UnCourriel("a@essai.example", "Une", immediat: false));
        await instance.TourAsync();
        await instance.EcrireAsync(
            UnCourriel("a@essai.example", "Deux", immediat: false),
            UnCourriel("a@essai.example", "Trois", immediat: false)
        );

        await instance.TourAsync();
        Assert.Equal("Une", Assert.Single(await instance.Smtp.RecusAsync(1)).Sujet);
        instance.Pendule.Maintenant = new DateTimeOffset(2026, 7, 2, 4, 59, 59, TimeSpan.Zero);
        await instance.TourAsync();
        Assert.Equal(1, instance.Smtp.Nombre);
        instance.Pendule.Maintenant = new DateTimeOffset(2026, 7, 2, 5, 0, 0, TimeSpan.Zero);
        await instance.TourAsync();

        var groupe = (await instance.Smtp.RecusAsync(2))[1];
        Assert.Equal("2 nouvelles de vos dossiers et séances", groupe.Sujet);
        var texte = groupe.Partie("text/plain");
        Assert.True(texte.IndexOf("Deux\r\n", StringComparison.Ordinal) < texte.IndexOf("Trois\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_decision_part_aussitot_et_raconte_d_abord_ce_que_son_dossier_attendait_de_dire()
    {
        var dossiers = await instance.LireAsync(db =>
            db.Dossiers.Where(d => d.Numero != null).OrderBy(d => d.Numero).Select(d => d.Id).Take(2).ToListAsync()
        );
        await instance.EcrireAsync(UnCourriel("b@essai.example", "Déjà", immediat: false, dossiers[0]));
        await instance.TourAsync();
        await instance.EcrireAsync(
            UnCourriel("b@essai.example", "Déplacée", immediat: false, dossiers[0]),
            UnCourriel("b@essai.example", "Autre dossier", immediat: false, dossiers[1]),
            UnCourriel("b@essai.example", "Décision", dossier: dossiers[0])
        );

        await instance.TourAsync();

        var recu = (await instance.Smtp.RecusAsync(2))[1];
        Assert.Equal("Décision", recu.Sujet);
        Assert.Matches("(?s)Déplacée.+Décision", recu.Partie("text/plain"));
        Assert.DoesNotContain("Autre dossier", recu.Partie("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_personne_a_qui_l_ecrire_le_courriel_est_montre_puis_part_quand_il_y_a_quelqu_un()
    {
        await instance.EcrireAsync(UnCourriel("213500010", "Pour personne"));
        await instance.TourAsync();
        var admin = await instance.EnTantQueAsync("admin");
        var page = await admin.LireAsync("/administration/courriels?onglet=ecartes");
        Assert.Equal("personne à qui l'envoyer", page.De("tbody td:last-child"));

        await HabiliterAsync("maire@arbrissel.example", Role.RepresentantLegal, confirmee: true, "213500010");
        var id = await instance.LireAsync(db => db.Courriels.Select(c => c.Id).SingleAsync());
        await admin.SoumettreAsync(await admin.LireAsync($"/administration/courriels/{id}"), "form[action$='/renvoi']");
        await instance.TourAsync();

        Assert.Equal("maire@arbrissel.example", Assert.Single(await instance.Smtp.RecusAsync(1)).Pour);
    }

    [Fact]
    public async Task Ce_qui_arrive_avant_sept_heures_rejoint_le_groupe_de_sept_heures()
    {
        instance.Pendule.Maintenant = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        await instance.EcrireAsync(
            UnCourriel("d@essai.example", "Une", immediat: false),
            UnCourriel("d@essai.example", "Deux", immediat: false)
        );
        await instance.TourAsync();
        instance.Pendule.Maintenant = new DateTimeOffset(2026, 7, 2, 4, 0, 0, TimeSpan.Zero);
        await instance.EcrireAsync(UnCourriel("d@essai.example", "Trois", immediat: false));
        await instance.TourAsync();
        instance.Pendule.Maintenant = new DateTimeOffset(2026, 7, 2, 5, 0, 0, TimeSpan.Zero);
        await instance.TourAsync();

        Assert.Matches("(?s)Deux.+Trois", (await instance.Smtp.RecusAsync(2))[1].Partie("text/plain"));
    }

    /// <summary>No message holds the others: an address that mail does not know, a document that cannot be made.</summary>
    [Fact]
    public async Task Un_courriel_impossible_a_faire_ne_retient_pas_les_autres()
    {
        var sansDocument = UnCourriel("e@essai.example", "Sans document", dossier: Guid.NewGuid());
        sansDocument.Joint = "lettre/abîmé";
        await instance.EcrireAsync(
            UnCourriel("rené@essai.example", "Accent"),
            UnCourriel("", "Vide"),
            sansDocument,
            UnCourriel("f@essai.example", "Reçu")
        );

        Assert.True(await instance.TourAsync());

        Assert.Equal("Reçu", Assert.Single(await instance.Smtp.RecusAsync(1)).Sujet);
        var envois = await instance.EnvoisAsync();
        Assert.Equal((true, true, false), (envois[0].EcarteLe is not null, envois[1].EcarteLe is not null, envois[2].EcarteLe is not null));
        Assert.All(envois.Take(3), e => Assert.Matches("^[«A-Z].+\\.$", e.Erreur!));
    }

    /// <summary>A document that fails holds what its dossier says next, never a new password; then its message leaves.</summary>
    [Fact]
    public async Task Un_document_impossible_ne_retient_que_la_suite_de_son_dossier_puis_son_message_part_sans_lui()
    {
        var dossiers = await instance.LireAsync(db => db.Dossiers.OrderBy(d => d.Id).Select(d => d.Id).Take(2).ToListAsync());
        var decision = UnCourriel("g@essai.example", "Décision", dossier: dossiers[0]);
        decision.Joint = "lettre/abîmé";
        await instance.EcrireAsync(
            decision,
            UnCourriel("g@essai.example", "Suite", dossier: dossiers[0]),
            UnCourriel("g@essai.example", "Autre dossier", dossier: dossiers[1]),
            UnCourriel("g@essai.example", "Nouveau mot de passe"),
            UnCourriel("g@essai.example", "Du jour", immediat: false, dossiers[1])
        );

        await instance.TourAsync();

        Assert.Equal(["Autre dossier", "Nouveau mot de passe", "Du jour"], (await instance.Smtp.RecusAsync(3)).Select(r => r.Sujet));
        for (var essai = 1; essai <= Distribution.EssaisDuDocument; essai++)
        {
            Assert.Equal((essai, null), ((await instance.EnvoisAsync())[0].Essais, (await instance.EnvoisAsync())[0].EnvoyeLe));
            instance.Pendule.Maintenant = (await instance.EnvoisAsync())[0].DuLe;
            await instance.TourAsync();
        }

        var recus = await instance.Smtp.RecusAsync(5);
        Assert.Equal(["Décision", "Suite"], recus.Skip(3).Select(r => r.Sujet));
        Assert.Contains("n’a pas pu y être joint", recus[3].Partie("text/plain"), StringComparison.Ordinal);
    }

    /// <summary>In a group, the news that has its document leaves; the other comes the next time.</summary>
    [Fact]
    public async Task Un_groupe_part_sans_celle_de_ses_nouvelles_qui_n_a_pas_son_document()
    {
        var impossible = UnCourriel("h@essai.example", "Impossible", immediat: false);
        impossible.Joint = "lettre/abîmé";
        await instance.EcrireAsync(UnCourriel("h@essai.example", "Du jour", immediat: false));
        await instance.TourAsync();
        await instance.EcrireAsync(impossible, UnCourriel("h@essai.example", "Possible", immediat: false));
        await instance.TourAsync();

        instance.Pendule.Maintenant = (await instance.EnvoisAsync())[^1].DuLe;
        await instance.TourAsync();

        Assert.Equal(["Du jour", "Possible"], (await instance.Smtp.RecusAsync(2)).Select(r => r.Sujet));
    }

    [Fact]
    public async Task Un_objet_hostile_reste_une_ligne()
    {
        await instance.EcrireAsync(UnCourriel("c@essai.example", "Titre\r\nBcc: autre@essai.example"));

        await instance.TourAsync();

        var recu = Assert.Single(await instance.Smtp.RecusAsync(1));
        Assert.Equal("Titre  Bcc: autre@essai.example", recu.Sujet);
        Assert.Equal("c@essai.example", recu.Pour);
    }

    private Task HabiliterAsync(string adresse, Role role, bool confirmee, string siren = Vern) =>
        instance.LireAsync(async db =>
        {
            var utilisateur = new Utilisateur
            {
                Id = Guid.CreateVersion7(),
                UserName = adresse,
                NormalizedUserName = adresse.ToUpperInvariant(),
                Email = adresse,
                NormalizedEmail = adresse.ToUpperInvariant(),
                EmailConfirmed = confirmee,
            };
            utilisateur.Habilitations.Add(new HabilitationAccordee { Role = role, Siren = siren });
            db.Users.Add(utilisateur);
            return await db.SaveChangesAsync();
        });
}
