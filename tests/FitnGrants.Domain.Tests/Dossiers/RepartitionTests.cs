using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FsCheck;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class RepartitionTests
{
    private static readonly Gen<Euros> Montants = Gen.OneOf(
        Gen.Choose(0, 500).Select(c => new Euros(c / 100m)),
        Gen.Choose(0, int.MaxValue).Select(c => new Euros(c / 100m)),
        Gen.Elements(Euros.Zero, Euros.UnCentime, new Euros(Euros.Maximum))
    );

    private static readonly Gen<decimal[]> Poids = Gen.OneOf(
            Gen.Choose(0, 10_000).Select(p => p / 100m),
            Gen.Elements(0m, 1m, 33.33m, 1_000_000m)
        )
        .NonEmptyListOf()
        .Select(l => l.Take(12).ToArray())
        .Where(p => p.Sum() > 0);

    private static void Verifier(Func<Euros, decimal[], bool> propriete) =>
        Hasard.Verifier(Montants.SelectMany(_ => Poids, (m, p) => (Montant: m, Poids: p)), x => propriete(x.Montant, x.Poids));

    [Fact]
    public void La_somme_des_parts_est_le_montant_au_centime() =>
        Verifier((montant, poids) => Euros.Somme(Repartition.PlusFortReste(montant, poids)) == montant);

    [Fact]
    public void Chaque_part_est_à_moins_d_un_centime_de_sa_valeur_exacte() =>
        Verifier(
            (montant, poids) =>
                Repartition
                    .PlusFortReste(montant, poids)
                    .Zip(poids)
                    .All(x => Math.Abs(x.First.Montant - montant.Montant * x.Second / poids.Sum()) < 0.01m)
        );

    [Fact]
    public void Qui_pèse_plus_ne_reçoit_jamais_moins() =>
        Verifier(
            (montant, poids) =>
            {
                var recus = Repartition.PlusFortReste(montant, poids).Zip(poids).OrderBy(x => x.Second).ThenBy(x => x.First).ToList();
                return recus.Zip(recus.Skip(1)).All(x => x.First.First <= x.Second.First);
            }
        );

    [Fact]
    public void Un_poids_nul_ne_reçoit_rien() =>
        Verifier((montant, poids) => Repartition.PlusFortReste(montant, poids).Zip(poids).All(x => x.Second > 0 || x.First == Euros.Zero));

    [Fact]
    public void À_poids_égaux_les_premiers_reçoivent_le_centime() =>
        Verifier(
            (montant, poids) =>
            {
                var parts = Repartition.PlusFortReste(montant, [.. poids.Select(_ => 7m)]);
                return parts.Zip(parts.Skip(1)).All(x => x.First >= x.Second);
            }
        );

    [Theory]
    [InlineData(100.00, new[] { 33.34, 33.33, 33.33 }, new[] { 33.34, 33.33, 33.33 })]
    [InlineData(100.00, new[] { 1.0, 1.0, 1.0 }, new[] { 33.34, 33.33, 33.33 })]
    [InlineData(100.00, new[] { 1.0, 2.0 }, new[] { 33.33, 66.67 })]
    [InlineData(0.01, new[] { 50.0, 50.0 }, new[] { 0.01, 0.0 })]
    [InlineData(0.02, new[] { 1.0, 1.0, 1.0 }, new[] { 0.01, 0.01, 0.0 })]
    [InlineData(0.05, new[] { 10.0, 45.0, 45.0 }, new[] { 0.01, 0.02, 0.02 })]
    [InlineData(20_720.00, new[] { 100.0 }, new[] { 20_720.00 })]
    [InlineData(0.0, new[] { 60.0, 40.0 }, new[] { 0.0, 0.0 })]
    public void Le_plus_fort_reste_reçoit_le_centime(double montant, double[] poids, double[] parts) =>
        Assert.Equal(
            parts.Select(p => new Euros((decimal)p)),
            Repartition.PlusFortReste(new Euros((decimal)montant), [.. poids.Select(p => (decimal)p)])
        );

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.0 })]
    [InlineData(new[] { 0.0, 0.0 })]
    [InlineData(new[] { -1.0 })]
    [InlineData(new[] { 3.0, -1.0 })]
    public void Sans_poids_positif_ou_avec_un_poids_négatif_c_est_une_erreur(double[] poids)
    {
        var erreur = Assert.Throws<ArgumentException>(() => Repartition.PlusFortReste(new Euros(10m), [.. poids.Select(p => (decimal)p)]));
        Assert.Equal("poids", erreur.ParamName);
        Assert.Contains("Les parts sont positives", erreur.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_groupement_répartit_quand_ses_parts_font_100()
    {
        var groupement = new Groupement { PartDuChefDeFile = 33.34m, Membres = [Membre(33.33m), Membre(33.33m)] };
        Assert.Equal([33.34m, 33.33m, 33.33m], groupement.Parts!.Value);
        Assert.Equal([new Euros(33.34m), new Euros(33.33m), new Euros(33.33m)], groupement.Repartir(new Euros(100m))!.Value);
        var gratuit = new Groupement { PartDuChefDeFile = 100m, Membres = [Membre(0m)] };
        Assert.Equal([new Euros(100m), Euros.Zero], gratuit.Repartir(new Euros(100m))!.Value);
        Assert.Equal(
            [new Euros(100m)],
            new Groupement { PartDuChefDeFile = 100m }
                .Repartir(new Euros(100m))!
                .Value
        );
    }

    [Fact]
    public void Un_groupement_ne_répartit_pas_des_parts_non_dites_négatives_ou_qui_ne_font_pas_100()
    {
        Assert.Null(new Groupement { PartDuChefDeFile = null, Membres = [Membre(100m)] }.Repartir(new Euros(100m)));
        Assert.Null(new Groupement { PartDuChefDeFile = 100m, Membres = [Membre(null)] }.Repartir(new Euros(100m)));
        Assert.Null(new Groupement { PartDuChefDeFile = 110m, Membres = [Membre(-10m)] }.Repartir(new Euros(100m)));
        Assert.Null(new Groupement { PartDuChefDeFile = 50m, Membres = [Membre(49.99m)] }.Repartir(new Euros(100m)));
    }

    private static MembreDeGroupement Membre(decimal? part) => new("215600776", part, Attestation: true);
}
