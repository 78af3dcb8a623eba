using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Tests.Mots;

/// <summary>What silence does is said before its day, on it, and after.</summary>
public sealed class MotsDuSilenceTests
{
    private static readonly DateOnly Rejet = new(2022, 1, 10);
    private static readonly DateOnly Recevable = new(2021, 7, 10);

    [Theory]
    [InlineData("2021-11-10", null)]
    [InlineData("2021-11-11", "réputée rejetée le 10 janvier 2022, dans 60 jours.")]
    [InlineData("2022-01-09", "dans 1 jour.")]
    [InlineData("2022-01-10", "Dernier jour")]
    [InlineData("2022-01-11", "Le silence vaut rejet depuis le 10 janvier 2022 : une décision expresse le remplace")]
    public void Qui_decide_le_lit_avant_de_decider(string jour, string? phrase)
    {
        var lu = MotsDuSilence.PourDecider(Rejet, Recevabilite.Recevable, Recevable, DateOnly.Parse(jour, CultureInfo.InvariantCulture));
        Assert.Equal(phrase is not null, lu is not null);
        if (phrase is not null)
            Assert.Contains(phrase, PageLue.Plat(lu!.Value.Phrase), StringComparison.Ordinal);
    }

    [Fact]
    public void Une_demande_reputee_recevable_le_dit_sans_presser()
    {
        var lu = MotsDuSilence.PourDecider(Rejet, Recevabilite.ReputeeRecevable, Recevable, new DateOnly(2021, 9, 14))!.Value;
        Assert.False(lu.Presse);
        Assert.Contains("réputée recevable depuis le 10 juillet 2021", PageLue.Plat(lu.Phrase), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-07-10", "Elle vous dit jusqu'au 10 juillet 2021 si le dossier est recevable ; sans réponse, il est réputé l'être.")]
    [InlineData("2021-07-11", "Votre dossier est réputé recevable depuis le 10 juillet 2021.")]
    [InlineData("2022-01-10", "Sans décision notifiée le 10 janvier 2022, votre demande sera réputée rejetée.")]
    [InlineData("2022-01-11", "Votre demande est réputée rejetée depuis le 10 janvier 2022 ; une décision reste possible.")]
    public void Le_porteur_lit_le_jour_avant_et_après(string jour, string phrase) =>
        Assert.Contains(
            phrase,
            PageLue.Plat(
                MotsDuSilence.PourLePorteur(EtatDossier.EnInstruction, Recevable, Rejet, DateOnly.Parse(jour, CultureInfo.InvariantCulture))
            ),
            StringComparison.Ordinal
        );
}
