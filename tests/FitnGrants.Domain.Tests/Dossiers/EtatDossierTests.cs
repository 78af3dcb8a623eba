using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class EtatDossierTests
{
    [Theory]
    [InlineData(EtatDossier.Brouillon, "Brouillon")]
    [InlineData(EtatDossier.Depose, "Déposé")]
    [InlineData(EtatDossier.EnInstruction, "En instruction")]
    [InlineData(EtatDossier.Instruit, "Instruit")]
    [InlineData(EtatDossier.InscritSeance, "Inscrit en séance")]
    [InlineData(EtatDossier.AccordSousReserve, "Accord sous réserve")]
    [InlineData(EtatDossier.EnReconstruction, "À revoir")]
    [InlineData(EtatDossier.Refuse, "Refusé")]
    [InlineData(EtatDossier.Irrecevable, "Irrecevable")]
    [InlineData(EtatDossier.Reoriente, "Réorienté")]
    [InlineData(EtatDossier.ACompleter, "À compléter")]
    [InlineData(EtatDossier.Retire, "Retiré")]
    public void Un_état_se_lit_en_français(EtatDossier etat, string texte) => Assert.Equal(texte, Etats.Libelle(etat));

    [Theory]
    [InlineData(Recevabilite.EnAttente, "recevabilité à dire")]
    [InlineData(Recevabilite.Recevable, "recevable")]
    [InlineData(Recevabilite.ReputeeRecevable, "réputé recevable")]
    [InlineData(Recevabilite.Irrecevable, "irrecevable")]
    public void Une_recevabilité_se_lit_en_français(Recevabilite recevabilite, string texte) =>
        Assert.Equal(texte, Etats.Libelle(recevabilite));

    [Fact]
    public void Chaque_état_a_un_nom_à_lui()
    {
        Assert.Distinct(Enum.GetValues<EtatDossier>().Select(Etats.Libelle));
        Assert.Distinct(Enum.GetValues<Recevabilite>().Select(Etats.Libelle));
    }
}
