using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class CopieTests
{
    private static Dossier Copier(Dossier dossier) =>
        dossier.Copier(
            UnReglement.Bretagne,
            UnDossier.Collectivite(UneCandidature.Vern),
            UnDossier.Representant,
            "copie",
            Quand.Le(2021, 7, 1)
        );

    [Fact]
    public void Une_copie_garde_le_contenu_et_la_filiation_et_ne_change_pas_l_original()
    {
        var dossier = UnDossier.Depose();
        var revision = dossier.Revision;
        var copie = Copier(dossier);
        Assert.Equal((EtatDossier.Brouillon, dossier.Contenu, dossier.Titre), (copie.Etat, copie.Contenu, copie.Titre));
        Assert.Equal([dossier.Numero!], copie.Origines);
        Assert.Null(copie.Numero);
        Assert.Equal(revision, dossier.Revision);
        Assert.Equal([dossier.Numero!], copie.Candidature(UneCandidature.Vern, Quand.Le(2021, 7, 1), []).Origines);
        Assert.Contains(copie.Faits, f => f.Acte == Acte.Copier);
    }

    [Fact]
    public void Ni_un_brouillon_ni_un_projet_refusé_ne_se_copie()
    {
        Assert.Throws<ActeImpossibleException>(() => Copier(UnDossier.Brouillon()));
        var refus = Assert.Throws<ActeImpossibleException>(() => Copier(UnDossier.A(EtatDossier.Refuse)));
        Assert.Contains("a été refusé", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_refus_non_notifié_ne_se_devine_pas_en_copiant() =>
        Assert.NotEmpty(Copier(UnDossier.DecideNonNotifie(UneSeance.Refus()).Dossier).Origines);
}
