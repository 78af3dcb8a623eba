using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain.Tests.Suivi.Regles;

public sealed class FormeDeLActeTests : RegleTests<FormeDeLActe>
{
    private static Constat De(Reglement reglement, TypeActe type, decimal montant) =>
        Assert.Single(
            Juger(
                reglement,
                UneCandidature.HautRhinoise,
                Moment.Acte,
                acte: new ActeJuge(type, new Euros(montant), new TermesDeLActe(), null, new DateOnly(2021, 7, 1))
            )
        );

    [Fact]
    public void La_Bretagne_veut_une_convention_quel_que_soit_le_montant()
    {
        Attendre(De(UnReglement.Bretagne, TypeActe.Arrete, 1m), Bloquant, "Ce dispositif veut une convention.", "type");
        Attendre(De(UnReglement.Bretagne, TypeActe.Convention, 1m), Conforme);
        Assert.Equal(TypeActe.Convention, FormeDeLActe.Requise(UnReglement.Bretagne));
        Assert.Null(FormeDeLActe.Requise(UnReglement.HautRhin));
    }

    [Fact]
    public void Ailleurs_un_arrêté_au_delà_de_vingt_trois_mille_euros_alerte()
    {
        Attendre(De(UnReglement.HautRhin, TypeActe.Arrete, 23_000m), Conforme);
        Attendre(De(UnReglement.HautRhin, TypeActe.Arrete, 23_000.01m), Alerte, "une convention est d'usage", "type");
        Attendre(De(UnReglement.HautRhin, TypeActe.Convention, 99_000m), Conforme);
    }

    [Fact]
    public void Sans_acte_la_règle_ne_dit_rien() => AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Acte));
}
