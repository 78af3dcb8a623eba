using FitnGrants.Domain.Dispositifs;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Web.Tests.Reglements;

public sealed class LecteurTests
{
    private static readonly string Dossier = Path.Combine(Serveur.Projet, "Reglements");

    [Fact]
    public void Les_trois_reglements_se_lisent_dans_l_ordre_ou_on_les_presente() =>
        Assert.Equal(["BZH-V1", "HR-V1", "GE-V2"], new RegistreDesReglements(Dossier).EnVigueur.Select(r => r.Code));

    [Theory]
    [InlineData("BZH-V1", 1188000, 0)]
    [InlineData("HR-V1", 270000, 3)]
    [InlineData("GE-V2", 200000, 0)]
    public void Chaque_reglement_a_son_enveloppe_et_ses_tranches(string code, int enveloppe, int tranches)
    {
        var reglement = new RegistreDesReglements(Dossier).Exiger(code);

        Assert.Equal(enveloppe, reglement.Enveloppe.Montant);
        Assert.Equal(tranches, reglement.Tranches.Length);
        Assert.Matches("^[0-9a-f]{64}$", reglement.Version);
    }

    [Fact]
    public void Chaque_regle_active_cite_sa_source() =>
        Assert.All(new RegistreDesReglements(Dossier).EnVigueur.SelectMany(r => r.Regles).Where(r => r.Mode != ModeRegle.Inactif), r =>
        {
            Assert.NotEmpty(r.Source.Document);
            Assert.True(
                r.Source.Citation is null ? r.Source.Lignes.Length == 0 : r.Source.Citation.Length > 0 && r.Source.Lignes.Length > 0,
                r.Code
            );
            Assert.NotEmpty(r.Regle.Phrase);
        });

    [Fact]
    public void Une_liste_jamais_fermee_dit_son_fichier_et_sa_ligne()
    {
        var e = Assert.Throws<ReglementInvalideException>(() => LecteurDeReglement.Lire("essai.yaml", "code: X\nvolet: [1\n"));

        Assert.StartsWith("essai.yaml, ligne ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regle: PopulationSousLePlafond", "regle: PopulationAuHasard", "règle inconnue : PopulationAuHasard")]
    [InlineData("volet: 1", "volets: 1", "clé inconnue : volets")]
    [InlineData("mode: Bloquant", "humeur: Bloquant", "clé inconnue : humeur")]
    [InlineData("mode: Bloquant", "mode: Parfois", "valeur inconnue : Parfois")]
    [InlineData("de: 1000,", "de: 999,", "la tranche R21 en chevauche une autre")]
    [InlineData("a: 1000,", "a: 0,", "la tranche R20 est vide")]
    [InlineData("ouvertLe: 2021-03-01", "ouvertLe: 01/03/2021", "une date AAAA-MM-JJ est attendue : 01/03/2021")]
    [InlineData("limiteDepot: 2021-08-27", "limiteDepot: 2021-02-30", "une date AAAA-MM-JJ est attendue : 2021-02-30")]
    [InlineData("limiteDepot: 2021-08-27", "limiteDepot: 2021-02-27", "la limite de dépôt précède l’ouverture")]
    [InlineData("document: S1", "document: S9", "document inconnu : S9")]
    [InlineData("enveloppe: 270000.00", "enveloppe: 270000.001", "un montant est attendu : 270000.001")]
    [InlineData("plafond: 100000", "plancher: 100000", "paramètre inconnu de PopulationSousLePlafond : plancher")]
    [InlineData("code: R22, de", "code: R99, de", "la tranche R99 n’a pas de règle du même code")]
    [InlineData("tribunal: tribunal administratif de Strasbourg\n", "", "clé absente : tribunal")]
    [InlineData("volet: 1", "volet: \"1", "")]
    public void Un_reglement_qui_ne_tient_pas_dit_son_fichier_sa_ligne_et_sa_faute(string juste, string faux, string faute)
    {
        var contenu = File.ReadAllText(Path.Combine(Dossier, "HR-V1.yaml"));
        var debut = contenu.IndexOf(juste, StringComparison.Ordinal);
        Assert.True(debut >= 0, juste);
        var ligne = contenu[..debut].Count(c => c == '\n') + 1;

        var e = Assert.Throws<ReglementInvalideException>(() =>
            LecteurDeReglement.Lire("essai.yaml", contenu[..debut] + faux + contenu[(debut + juste.Length)..])
        );

        Assert.Matches("^essai\\.yaml, ligne [0-9]+ : ", e.Message);
        Assert.Contains(faute, e.Message);
        if (faute.Length > 0 && !faute.Contains("tranche R99", StringComparison.Ordinal) && faux.Length > 0)
            Assert.StartsWith($"essai.yaml, ligne {ligne} : ", e.Message);
    }
}
