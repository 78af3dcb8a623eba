using System.Text;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Documents;

/// <summary>What a préfet signs, read as its addressee reads it.</summary>
public sealed class LettresTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Un_accord_dit_qui_decide_combien_a_quelles_conditions_jusqu_a_quand_et_comment_le_contester()
    {
        var lettre = await LettreAsync(
            "Portail des familles",
            "accord",
            siren: "213503527",
            ("Montant", "4 000,00"),
            ("Conditions", "Délibération du conseil municipal\n- Calendrier actualisé")
        );

        Assert.Single(lettre.Pages);
        foreach (
            var dit in new[]
            {
                "Démonstration. Ce document n'est pas un acte officiel.",
                "Préfecture de la région Bretagne",
                "Rennes, le 22 juin 2021",
                "Affaire suivie par :",
                "Madame la maire de Vern-sur-Seiche",
                "1 place de la Mairie 35770 Vern-sur-Seiche",
                "Objet :",
                "accord sous réserve du conventionnement pour le projet « Portail des familles »",
                "Réf. : Votre demande reçue le",
                "Madame la Maire,",
                "(ITN7, axe 3, volet 1), pour un projet d'un coût de 10 000,00 € hors taxes.",
                "Sur proposition de la communauté interdépartementale de sélection, réunie le 22 juin 2021,",
                "j'ai décidé de soutenir ce projet.",
                "40,00 %",
                "4 000,00 €",
                "Motifs. Le projet simplifie les démarches des habitants.",
                "Vous demandiez 5 000,00 € : l'aide réservée est inférieure de 1 000,00 €, "
                    + "montant que propose la communauté interdépartementale de sélection.",
                "rééquilibrer votre plan de financement depuis votre espace, avant l'acte attributif.",
                "– Délibération du conseil municipal – Calendrier actualisé",
                "Le service qui prépare l'acte (préfecture de la région Bretagne) note que chacune est remplie",
                "des territoires Préfecture d'Ille-et-Vilaine",
                "ne vaut pas accord de financement",
                "L'acte doit vous être notifié au plus tard le",
                "Je vous prie d'agréer, Madame la Maire, l'expression de ma considération distinguée.",
                "Pour le préfet de la région Bretagne et par délégation, le secrétaire général pour les affaires régionales,",
                "Décision notifiée par téléservice",
                "[Prénom Nom]",
                "Dans les deux mois de sa notification",
                "tribunal administratif de Rennes (3 contour de la Motte, CS 44416, 35044 Rennes Cedex",
                "Page 1 / 1",
                "vérification : code",
            }
        )
            Assert.Contains(dit, lettre.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("accorde", lettre.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_refus_cite_ses_regles_et_ses_recours_a_revoir_n_en_a_pas()
    {
        var refus = await LettreAsync("Tablettes", "refus", siren: null, ("Motifs[0]", "R50"));
        Assert.Contains(
            "j'ai le regret de vous informer que je ne peux réserver une suite favorable",
            refus.Texte,
            StringComparison.Ordinal
        );
        Assert.Contains("ne crée pas de droit à subvention", refus.Texte, StringComparison.Ordinal);
        // The rule by its name, its quote, its source, and what was found against it.
        Assert.Contains("le critère « Méthode participative »", refus.Texte, StringComparison.Ordinal);
        Assert.Contains(
            "Méthode participative : « Le projet doit présenter une méthode participative",
            refus.Texte,
            StringComparison.Ordinal
        );
        var constat = await instance.LireAsync(db =>
            db.Dossiers.Where(d => d.Contenu.Projet.Titre == "Tablettes")
                .SelectMany(d => d.Controles)
                .Where(c => c.Regle == "R50")
                .Select(c => c.Message)
                .SingleAsync()
        );
        Assert.Contains(PageLue.Plat(constat).Split(" : ")[0].TrimEnd('.'), refus.Texte, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Voies et délais de recours.", refus.Texte, StringComparison.Ordinal);

        var revoir = await LettreAsync(
            "À reprendre",
            "a-revoir",
            siren: null,
            ("Axes[0].Texte", "Associer les usagers"),
            ("Axes[0].Cible", "projet")
        );
        Assert.Contains("j'ai décidé de remettre votre projet en construction", revoir.Texte, StringComparison.Ordinal);
        Assert.Contains("1. Associer les usagers", revoir.Texte, StringComparison.Ordinal);
        Assert.Contains(
            "Prochaines séances : mardi 14 septembre 2021 (dépôt au plus tard le 30 août 2021)",
            revoir.Texte,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("recours", revoir.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_pire_lettre_reste_une_lettre()
    {
        var mots = string.Join(' ', Enumerable.Repeat("Une motivation qui n’en finit pas.", 115));
        var lettre = await LettreAsync(
            new string('M', 60) + string.Concat(Enumerable.Repeat(" portail ➜ Ελλάδα", 8)),
            "accord",
            siren: null,
            ("Motivation", mots),
            ("Conditions", string.Join('\n', Enumerable.Range(1, 12).Select(i => $"Condition numéro {i}, qui tient en une phrase.")))
        );

        Assert.InRange(lettre.Pages.Count, 2, 3);
        Assert.Contains("Condition numéro 12", lettre.Texte, StringComparison.Ordinal);
        // Formula, signature and appeal routes are on one page, and not alone there.
        Assert.Contains("Mes services préparent", lettre.Pages[^1], StringComparison.Ordinal);
        // Nobody reads for this commune: the paper leaves signed by hand.
        Assert.DoesNotContain("téléservice", lettre.Pages[^1], StringComparison.Ordinal);
        Assert.Contains("Voies et délais de recours.", lettre.Pages[^1], StringComparison.Ordinal);
    }

    /// <summary>Twelve members: their parts sum to the amount, to the cent, on one page.</summary>
    [Fact]
    public async Task Un_groupement_lit_la_part_de_chacun()
    {
        var membres = string.Join(
            ',',
            Enumerable.Range(1, 11).Select(i => $$"""{"Siren": "2135000{{i:00}}", "Part": 8.33, "Attestation": true}""")
        );
        var groupement = $$"""{"PartDuChefDeFile": 8.37, "Membres": [{{membres}}], "ContactOperationnel": "Numérique"}""";
        var lettre = await LettreAsync("Portail partagé", "accord", siren: null, ("Montant", "4 000,00"), avant: numero =>
            instance.SqlAsync(
                $$"""
                update versions_deposees set contenu = jsonb_set(contenu::jsonb, '{Groupement}', {{groupement}}::jsonb)
                where dossier_id = (select id from dossiers where numero = {{numero}})
                """
            )
        );
        Assert.Contains("L'aide se répartit ainsi entre les membres du groupement :", lettre.Texte, StringComparison.Ordinal);
        Assert.Contains(", chef de file 8,37 % 334,80 €", lettre.Texte, StringComparison.Ordinal);
        Assert.Contains("SIREN 213500011 8,33 % 333,20 €", lettre.Texte, StringComparison.Ordinal);
        Assert.Equal(11, lettre.Texte.Split("333,20 €").Length - 1);
        Assert.InRange(lettre.Pages.Count, 1, 2);
    }

    [Fact]
    public async Task Un_refus_hors_delai_se_substitue_au_rejet_du_silence()
    {
        var lettre = await LettreAsync("Hors délai", "refus", siren: null, avant: numero =>
            instance.SqlAsync($"update dossiers set rejet_implicite_le = '2021-06-01' where numero = {numero}")
        );
        Assert.Contains("La présente décision se substitue au rejet né le 1er juin 2021.", lettre.Texte, StringComparison.Ordinal);
    }

    private Task<PdfLu> LettreAsync(string titre, string issue, string? siren, params (string, string?)[] saisie) =>
        LettreAsync(titre, issue, siren, saisie, avant: null);

    private Task<PdfLu> LettreAsync(string titre, string issue, string? siren, Func<string, Task> avant) =>
        LettreAsync(titre, issue, siren, [], avant);

    private Task<PdfLu> LettreAsync(string titre, string issue, string? siren, (string, string?) saisi, Func<string, Task> avant) =>
        LettreAsync(titre, issue, siren, [saisi], avant);

    private async Task<PdfLu> LettreAsync(string titre, string issue, string? siren, (string, string?)[] saisie, Func<string, Task>? avant)
    {
        var (numero, point) = await instance.PointAsync(titre, siren: siren);
        if (avant is not null)
            await avant(numero);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var reponse = await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"{point}/{issue}"),
            "main form",
            [.. SeanceOuverte.Motive.Where(m => !saisie.Any(s => s.Item1 == m.Item1)), .. saisie]
        );
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var decision = await instance.LireAsync(db =>
            (from d in db.Decisions join x in db.Dossiers on d.DossierId equals x.Id where x.Numero == numero select d.Id).SingleAsync()
        );
        var pdf = await secretaire.LireAsync($"/dossiers/{numero}/decisions/{decision}/lettre.pdf");
        Assert.True(pdf.Type == "application/pdf", pdf.Texte);
        Assert.Contains("pdfuaid:part", Encoding.Latin1.GetString(pdf.Octets), StringComparison.Ordinal);
        return PdfLu.Lire(pdf.Octets);
    }
}
