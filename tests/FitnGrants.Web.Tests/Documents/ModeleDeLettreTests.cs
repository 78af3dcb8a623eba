using System.Text.Json;
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
    [InlineData(NatureDeLettre.Accord)]
    [InlineData(NatureDeLettre.ARevoir)]
    [InlineData(NatureDeLettre.Refus)]
    [InlineData(NatureDeLettre.Irrecevabilite)]
    [InlineData(NatureDeLettre.Reorientation)]
    public void Les_modeles_livres_se_lisent(NatureDeLettre nature) =>
        Assert.Contains(
            "motifs",
            ModeleDeLettre.Lire(instance.Services.GetRequiredService<ModelesDeLettres>().Texte(nature), ChampsDesLettres.Noms(nature)).Noms
        );

    private static IEnumerable<string> Lus(LettreComposee lettre) =>
        lettre.Corps.Select(b => JsonSerializer.SerializeToElement(b)).Select(Lu);

    private static string Lu(JsonElement bloc)
    {
        var genre = bloc.GetProperty("genre").GetString();
        var contenu = genre switch
        {
            "paragraphe" => string.Concat(
                bloc.GetProperty("texte")
                    .EnumerateArray()
                    .Select(m =>
                        m.GetProperty("gras").GetBoolean() ? $"*{m.GetProperty("texte").GetString()}*" : m.GetProperty("texte").GetString()
                    )
            ),
            "reperes" => string.Join('/', bloc.GetProperty("paires").EnumerateArray().Select(p => $"{p[0]}={p[1]}")),
            _ => string.Join('/', bloc.GetProperty("lignes").EnumerateArray().Select(l => l.GetString())),
        };
        return $"{genre}|{Plat(contenu)}";
    }

    private static string Plat(string texte) => texte.Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
