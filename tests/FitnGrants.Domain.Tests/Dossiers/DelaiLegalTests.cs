using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class DelaiLegalTests
{
    private static readonly DateOnly Terme = new(2021, 8, 1);

    [Theory]
    [InlineData(2021, 7, 31, "avant le 1er août 2021", false)]
    [InlineData(2021, 8, 1, "avant le 1er août 2021", false)]
    [InlineData(2021, 8, 2, "dépassé depuis le 2 août 2021", true)]
    public void Un_délai_qui_court_se_dit_par_sa_date(int annee, int mois, int jour, string phrase, bool passe)
    {
        var (delai, aujourdhui) = (new DelaiLegal(Terme, null), new DateOnly(annee, mois, jour));
        Assert.Equal((phrase, passe, null), (Plat(delai.Phrase(aujourdhui)), delai.EstPasseLe(aujourdhui), delai.JoursRestants));
    }

    [Theory]
    [InlineData(7, 2, 30, "suspendu depuis le 2 juillet 2021, 30 jours restants")]
    [InlineData(7, 31, 1, "suspendu depuis le 31 juillet 2021, 1 jour restant")]
    [InlineData(8, 5, 0, "suspendu depuis le 5 août 2021, 0 jour restant")]
    public void Un_délai_suspendu_dit_ce_qui_en_restera_et_ne_passe_jamais(int mois, int jour, int restants, string phrase)
    {
        var delai = new DelaiLegal(Terme, new DateOnly(2021, mois, jour));
        var tard = new DateOnly(2022, 8, 1);
        Assert.Equal((restants, phrase, false), (delai.JoursRestants!.Value, Plat(delai.Phrase(tard)), delai.EstPasseLe(tard)));
    }

    [Theory]
    [InlineData(EtatDossier.Brouillon, false, false)]
    [InlineData(EtatDossier.Depose, true, true)]
    [InlineData(EtatDossier.EnInstruction, true, true)]
    [InlineData(EtatDossier.ACompleter, true, true)]
    [InlineData(EtatDossier.Instruit, false, true)]
    [InlineData(EtatDossier.InscritSeance, false, true)]
    [InlineData(EtatDossier.AccordSousReserve, false, false)]
    [InlineData(EtatDossier.EnReconstruction, false, false)]
    [InlineData(EtatDossier.Refuse, false, false)]
    [InlineData(EtatDossier.Irrecevable, false, false)]
    [InlineData(EtatDossier.Reoriente, false, false)]
    [InlineData(EtatDossier.Retire, false, false)]
    public void Chaque_délai_compte_tant_qu_il_reste_à_dire(EtatDossier etat, bool recevabilite, bool decision)
    {
        var dossier = UnDossier.A(etat);
        Assert.Equal((recevabilite, decision), (DeRecevabilite(dossier) is not null, DeDecision(dossier) is not null));
        Assert.Equal(etat == EtatDossier.ACompleter ? new DateOnly(2021, 5, 25) : null, DeDecision(dossier)?.SuspenduDepuis);
    }

    [Theory]
    [InlineData(Recevabilite.EnAttente, true)]
    [InlineData(Recevabilite.Recevable, false)]
    [InlineData(Recevabilite.ReputeeRecevable, false)]
    [InlineData(Recevabilite.Irrecevable, false)]
    public void La_recevabilité_une_fois_dite_n_a_plus_de_délai(Recevabilite recevabilite, bool attendu) =>
        Assert.Equal(attendu, DelaiLegal.DeRecevabilite(EtatDossier.EnInstruction, recevabilite, Terme, null) is not null);

    [Fact]
    public void Sans_réception_aucun_délai_ne_court()
    {
        Assert.Null(DelaiLegal.DeRecevabilite(EtatDossier.Depose, Recevabilite.EnAttente, null, null));
        Assert.Null(DelaiLegal.DeDecision(EtatDossier.Depose, null, null));
    }

    [Fact]
    public void Les_délais_reprennent_quand_le_service_n_attend_plus_la_réponse()
    {
        var dossier = UnDossier.ACompleter();
        Assert.Equal(new DateOnly(2021, 5, 25), dossier.SuspenduDepuis);
        dossier.ReprendreSansReponse(UnDossier.Instructeur, Quand.Le(2021, 6, 4));
        Assert.Equal(
            (null, new DateOnly(2021, 7, 20), new DateOnly(2022, 1, 20)),
            (dossier.SuspenduDepuis, dossier.RecevabiliteAvantLe!.Value, dossier.RejetImpliciteLe!.Value)
        );
    }

    private static DelaiLegal? DeRecevabilite(Dossier d) =>
        DelaiLegal.DeRecevabilite(d.Etat, d.Recevabilite, d.RecevabiliteAvantLe, d.SuspenduDepuis);

    private static DelaiLegal? DeDecision(Dossier d) => DelaiLegal.DeDecision(d.Etat, d.RejetImpliciteLe, d.SuspenduDepuis);

    private static string Plat(string texte) => texte.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
