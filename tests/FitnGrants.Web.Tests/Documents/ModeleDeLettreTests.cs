using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Features.Dossiers;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Documents;

public sealed class ModeleDeLettreTests(Instance instance) : IClassFixture<Instance>
{
    private static readonly HashSet<string> Connus = new(StringComparer.Ordinal) { "projet", "motifs", "conditions", "chiffres", "absent" };

    private static readonly Dictionary<string, ChampDeLettre> Champs = new ChampDeLettre[]
    {
        new("projet", "le titre", new ValeurDeLettre.Texte("Un {motifs} [absent] *titre*")),
        new("motifs", "la motivation", new ValeurDeLettre.Texte("Première ligne.\nSeconde ligne.")),
        new("conditions", "les conditions", new ValeurDeLettre.Liste(["une ;", "deux."]), Facultatif: true),
        new("chiffres", "les chiffres", new ValeurDeLettre.Reperes([("Aide", "1 €")])),
        new("absent", "ce qui manque", null),
    }.ToDictionary(c => c.Nom, StringComparer.Ordinal);

    private const string Tete = "Objet : {projet}\nRéf. : ici\n\n";

    [Theory]
    [InlineData("", "Il manque la ligne « Objet :")]
    [InlineData("Objet : a", "Il manque la ligne « Réf. :")]
    [InlineData("Objet : a\nRéf. : b", "n’a pas de texte")]
    [InlineData(Tete + "Un {inconnu} ici", "Le champ « inconnu » n’existe pas")]
    [InlineData(Tete + "[inconnu] ici", "Le champ « inconnu » n’existe pas")]
    [InlineData(Tete + "[motifs] ici\n\n[absent] là", "n’a que des paragraphes sous condition")]
    [InlineData(Tete + "Une {accolade seule", "Une accolade n’est pas refermée")]
    [InlineData(Tete + "Une seule} aussi", "Une accolade n’est pas refermée")]
    public void Un_modele_faux_dit_pourquoi(string texte, string phrase) =>
        Assert.Contains(
            Plat(phrase),
            Plat(Assert.Throws<ModeleInvalideException>(() => ModeleDeLettre.Lire(texte, Connus)).Message),
            StringComparison.Ordinal
        );

    [Fact]
    public void Les_valeurs_sont_des_donnees_et_chaque_forme_a_sa_place()
    {
        var lettre = ModeleDeLettre
            .Lire(Tete + "*Motifs.* {motifs}\n\n{chiffres}\n\nSoumis à {conditions}\n\n{conditions}\n\nFin.", Connus)
            .Composer(Champs);

        Assert.Equal("Un {motifs} [absent] *titre*", lettre.Objet);
        Assert.Empty(lettre.Manquants);
        Assert.Equal(
            [
                "paragraphe|*Motifs. *Première ligne.",
                "paragraphe|Seconde ligne.",
                "reperes|Aide=1 €",
                "paragraphe|Soumis à une ; et deux.",
                "liste|une ;/deux.",
                "paragraphe|Fin.",
            ],
            Lus(lettre)
        );
    }

    [Fact]
    public void Un_champ_sans_valeur_arrete_l_edition_par_son_nom_sauf_s_il_conditionne_son_paragraphe()
    {
        var sans = new Dictionary<string, ChampDeLettre>(Champs, StringComparer.Ordinal)
        {
            ["conditions"] = Champs["conditions"] with { Valeur = new ValeurDeLettre.Liste([]) },
        };

        var lettre = ModeleDeLettre
            .Lire(Tete + "Ici {absent}.\n\n[absent] Jamais.\n\n[conditions] Avec :\n\n{conditions}\n\nFin.", Connus)
            .Composer(sans);

        Assert.Equal("ce qui manque", Assert.Single(lettre.Manquants).Libelle);
        Assert.Equal(["paragraphe|Ici .", "paragraphe|Fin."], Lus(lettre));
    }

    [Theory]
    [InlineData(NatureDeLettre.Accord, "motifs")]
    [InlineData(NatureDeLettre.ARevoir, "motifs")]
    [InlineData(NatureDeLettre.Refus, "motifs")]
    [InlineData(NatureDeLettre.Irrecevabilite, "motifs")]
    [InlineData(NatureDeLettre.Reorientation, "motifs")]
    [InlineData(NatureDeLettre.Pieces, "points")]
    public async Task Les_modeles_livres_se_lisent_et_chaque_champ_a_un_nom(NatureDeLettre nature, string champ)
    {
        await instance.FaireAsync(s =>
        {
            var modele = ModeleDeLettre.Lire(s.GetRequiredService<ModelesDeLettres>().Livre(nature), ChampsDesLettres.Noms(nature));
            Assert.Contains(champ, modele.Noms);
            // Without a dossier, each field says its name.
            var exemple = modele.Composer(ChampsDesLettres.DExemple(nature));
            Assert.Empty(exemple.Manquants);
            Assert.Contains(exemple.Corps, b => b.EnClair.Contains('[', StringComparison.Ordinal));
            return Task.FromResult(true);
        });
        Assert.All(ChampsDesLettres.Noms(nature), n => Assert.True(ChampsDesLettres.Libelles.ContainsKey(n), n));
    }

    private static IEnumerable<string> Lus(LettreComposee lettre) =>
        lettre.Corps.Select(b =>
            $"{b.Genre}|"
            + Plat(
                b switch
                {
                    BlocDeLettre.Paragraphe p => string.Concat(p.Texte.Select(m => m.Gras ? $"*{m.Texte}*" : m.Texte)),
                    BlocDeLettre.Reperes r => string.Join('/', r.Paires.Select(p => $"{p[0]}={p[1]}")),
                    BlocDeLettre.Liste l => string.Join('/', l.Lignes),
                    _ => b.EnClair,
                }
            )
        );

    private static string Plat(string texte) => texte.Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
