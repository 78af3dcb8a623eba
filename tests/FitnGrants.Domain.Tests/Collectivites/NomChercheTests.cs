using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Domain.Tests.Collectivites;

/// <summary>How a name is read, before it is compared.</summary>
public sealed class NomChercheTests
{
    [Theory]
    [InlineData("st malo", "saint malo")]
    [InlineData("Ste-Anne", "sainte anne")]
    [InlineData("sts", "saints")]
    [InlineData("stes maries", "saintes maries")]
    [InlineData("Vern s/ Seiche", "vern sur seiche")]
    [InlineData("x ss y", "x sous y")]
    [InlineData("Plessis lez Tours", "plessis les tours")]
    [InlineData("gd champ", "grand champ")]
    [InlineData("gde synthe", "grande synthe")]
    [InlineData("nd de bliquetuit", "notre dame de bliquetuit")]
    public void Les_abreges_se_lisent_en_entier(string texte, string mots) =>
        Assert.Equal(mots, string.Join(' ', NomCherche.Lire(texte).Mots));

    [Theory]
    [InlineData("mairie de Betton", "betton", NatureJuridique.Commune)]
    [InlineData("commune d'Acigné", "acigne", NatureJuridique.Commune)]
    [InlineData("ville du Mans", "mans", NatureJuridique.Commune)]
    [InlineData("mairie des Ulis", "ulis", NatureJuridique.Commune)]
    [InlineData("communauté de communes du Pays de Barr", "pays de barr", NatureJuridique.CC)]
    [InlineData("com com Pays de Barr", "pays de barr", NatureJuridique.CC)]
    [InlineData("comcom Pays de Barr", "pays de barr", NatureJuridique.CC)]
    [InlineData("CC Pays de Barr", "pays de barr", NatureJuridique.CC)]
    [InlineData("communauté d'agglomération de Redon", "redon", NatureJuridique.CA)]
    [InlineData("Redon agglomération", "redon", NatureJuridique.CU)]
    [InlineData("agglo de Redon", "redon", NatureJuridique.Metropole)]
    [InlineData("Redon agglo", "redon", NatureJuridique.Met69)]
    [InlineData("CA Redon", "redon", NatureJuridique.CA)]
    [InlineData("CU Redon", "redon", NatureJuridique.CU)]
    [InlineData("communauté urbaine de Redon", "redon", NatureJuridique.CU)]
    [InlineData("conseil départemental du Finistère", "finistere", NatureJuridique.Departement)]
    [InlineData("conseil régional de Bretagne", "bretagne", NatureJuridique.Region)]
    public void Ce_qui_dit_une_nature_n_est_plus_du_nom(string texte, string mots, NatureJuridique nature)
    {
        var nom = NomCherche.Lire(texte);

        Assert.Equal(mots, string.Join(' ', nom.Mots));
        Assert.Contains(nature, nom.Natures.AsEnumerable());
    }

    [Theory]
    [InlineData("Mairie")]
    [InlineData("Ville Saint Jacques")]
    [InlineData("Saint Ville")]
    [InlineData("CC")]
    [InlineData("Commune")]
    public void Un_nom_qui_n_est_rien_d_autre_reste_entier(string texte)
    {
        var nom = NomCherche.Lire(texte);

        Assert.Equal(texte.ToLowerInvariant(), string.Join(' ', nom.Mots));
        Assert.Empty(nom.Natures);
    }

    [Theory]
    [InlineData("Les Trois-Moutiers", "trois moutiers", "lestroismoutiers", "troismoutiers")]
    [InlineData("Le", "le", "le", "le")]
    [InlineData("L'Haÿ-les-Roses", "hay roses", "lhaylesroses", "hayroses")]
    public void Les_petits_mots_ne_comptent_que_seuls(string texte, string pleins, string compact, string compactPlein)
    {
        var nom = NomCherche.Lire(texte);

        Assert.Equal((pleins, compact, compactPlein), (string.Join(' ', nom.Pleins), nom.Compact, nom.CompactPlein));
    }

    [Theory]
    [InlineData("Châteaugiron", "chatogiron")]
    [InlineData("Auray", "Oray")]
    [InlineData("Phalsbourg", "Falsbourg")]
    [InlineData("Quimper", "Kimper")]
    [InlineData("Bischwiller", "Bischwiler")]
    [InlineData("Yffiniac", "Iffiniac")]
    [InlineData("Plaine", "Pleine")]
    [InlineData("Rhinau", "Rino")]
    [InlineData("Haguenau", "Agueno")]
    [InlineData("Mulhouse", "Mulouse")]
    [InlineData("Lorient", "Lorien")]
    [InlineData("Locmaria", "Lokmaria")]
    [InlineData("Bruz", "Brus")]
    [InlineData("Montauban", "Montoban")]
    public void Ce_qui_sonne_pareil_se_lit_pareil(string un, string autre) =>
        Assert.Equal(NomCherche.Lire(un).Son, NomCherche.Lire(autre).Son);

    [Theory]
    [InlineData("Chartres", "Karters")]
    [InlineData("Cette", "Kette")]
    [InlineData("Ay", "Ae")]
    [InlineData("Est", "Et")]
    public void Ce_qui_sonne_autrement_reste_autre(string un, string autre) =>
        Assert.NotEqual(NomCherche.Lire(un).Son, NomCherche.Lire(autre).Son);
}
