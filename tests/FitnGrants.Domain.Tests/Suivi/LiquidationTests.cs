using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Domain.Tests.Suivi;

/// <summary>du(R): exact, and rounded down to the cent.</summary>
public sealed class LiquidationTests
{
    [Theory]
    [InlineData("10000.00", "30000.00", "29999.99", "9999.99")]
    [InlineData("4115.18", "12345.67", "12345.66", "4115.17")]
    [InlineData("4115.18", "12345.67", "12345.67", "4115.18")]
    [InlineData("20720.00", "28000.00", "10000.00", "7400.00")]
    [InlineData("20720.00", "28000.00", "28000.01", "20720.00")]
    [InlineData("25000.00", "31250.00", "32500.00", "25000.00")]
    [InlineData("0.01", "999999999.99", "999999999.98", "0.00")]
    [InlineData("999999999.98", "999999999.99", "0.01", "0.00")]
    [InlineData("999999999.98", "999999999.99", "999999999.98", "999999999.97")]
    [InlineData("20720.00", "28000.00", "-5.00", "0.00")]
    public void Le_dû_s_arrondit_au_centime_inférieur_et_ne_passe_jamais_l_aide(string m, string d, string r, string attendu) =>
        Assert.Equal(E(attendu), De(m, d).Du(E(r)));

    [Theory]
    [InlineData("25000.00", "31250.00", "31250.00", "8000.00", "23250.00")]
    [InlineData("25000.00", "31250.00", "31250.00", "6250.00", "25000.00")]
    [InlineData("25000.00", "31250.00", "31250.00", "6250.01", "24999.99")]
    [InlineData("25000.00", "31250.00", "31250.00", "31250.01", "0.00")]
    public void Le_définitif_tient_dans_le_coût_prévu_avec_les_autres_aides(string m, string d, string r, string autres, string attendu) =>
        Assert.Equal(E(attendu), De(m, d).Definitif(E(r), E(autres)));

    private static Euros E(string texte) => new(decimal.Parse(texte, System.Globalization.CultureInfo.InvariantCulture));

    private static Liquidation De(string m, string d) =>
        new(new ValeursDeLActe(E(m), E(d), null, new TermesDeLActe { AvancePct = 30, AcomptesPct = 80 }), [], Euros.Zero);
}
