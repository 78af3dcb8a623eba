using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Services;

public sealed class ServiceEmetteurTests
{
    private static readonly DateOnly Mars = new(2021, 3, 1);
    private static readonly DateOnly Juin = new(2021, 6, 1);
    private static readonly Acteur Chef = new(Guid.CreateVersion7(), "Préfecture d’essai, chef de service", []);

    [Fact]
    public void Il_dit_de_lui_meme_ce_qui_valait_ce_jour_la()
    {
        var service = ServiceEmetteur.Creer("R53");
        Assert.Null(service.Au(Juin));

        service.Decrire(new FicheDeService { Nom = "Nouveau nom" }, Juin, Chef);
        service.Decrire(new FicheDeService { Nom = "Ancien nom" }, Mars, Chef);

        Assert.Null(service.Au(Mars.AddDays(-1)));
        Assert.Equal(("Ancien nom", "Nouveau nom"), (service.Au(Juin.AddDays(-1))!.Nom, service.Au(Juin)!.Nom));
        service.Decrire(new FicheDeService { Nom = "Corrigé" }, Juin, Chef);
        Assert.Equal((2, "Corrigé"), (service.Fiches.Length, service.Au(Juin)!.Nom));
    }

    [Fact]
    public void Une_signature_vaut_du_premier_jour_au_dernier_pour_sa_nature_et_jusqu_a_son_plafond()
    {
        var service = ServiceEmetteur.Creer("R53");
        var delegue = Delegue(Mars) with { Au = Juin, Plafond = new Euros(20_000m), Natures = [NatureDeSignature.Lettres] };
        service.Nommer(delegue, Chef);

        Guid? Signe(DateOnly jour, NatureDeSignature nature = NatureDeSignature.Lettres, decimal? montant = null) =>
            service.SignataireAu(nature, jour, montant is { } m ? new Euros(m) : null)?.Id;

        Assert.Null(Signe(Mars.AddDays(-1)));
        Assert.Equal((delegue.Id, delegue.Id), (Signe(Mars), Signe(Juin)));
        Assert.Null(Signe(Juin.AddDays(1)));
        Assert.Null(Signe(Juin, NatureDeSignature.Actes));
        Assert.Equal(delegue.Id, Signe(Juin, montant: 20_000m));
        Assert.Null(Signe(Juin, montant: 20_000.01m));
    }

    [Fact]
    public void Le_suppleant_signe_avant_le_delegue_et_le_delegue_avant_le_prefet()
    {
        var service = ServiceEmetteur.Creer("R53");
        var (prefet, delegue) = (Prefet(Mars), Delegue(Mars));
        var suppleant = delegue with { Id = Guid.CreateVersion7(), Mode = ModeDeSignature.Suppleance, Du = Juin, Au = Juin, Texte = null };
        service.Nommer(prefet, Chef);
        service.Nommer(delegue, Chef);
        service.Nommer(suppleant, Chef);

        Guid? Signe(DateOnly jour) => service.SignataireAu(NatureDeSignature.Actes, jour)?.Id;

        Assert.Equal((delegue.Id, suppleant.Id, delegue.Id), (Signe(Mars), Signe(Juin), Signe(Juin.AddDays(1))));
        service.FinirLaSignature(delegue.Id, Juin, Chef);
        Assert.Equal(prefet.Id, Signe(Juin.AddDays(1)));
    }

    [Theory]
    [InlineData(ModeDeSignature.Titulaire)]
    [InlineData(ModeDeSignature.Interim)]
    public void Un_nouveau_prefet_met_fin_a_ce_que_l_ancien_avait_donne_mais_pas_a_ce_qu_il_donne(ModeDeSignature mode)
    {
        var service = ServiceEmetteur.Creer("R53");
        var (ancien, finie, aVenir) = (
            Prefet(Mars),
            Delegue(Mars) with
            {
                Au = Mars,
            },
            Delegue(Juin.AddDays(30)) with
            {
                Texte = Arrete(Mars),
            }
        );
        var donnee = Delegue(Juin.AddDays(1)) with { Texte = Arrete(Juin) };
        var ouverte = Delegue(Mars);
        foreach (var s in new[] { ancien, finie, aVenir, donnee, ouverte })
            service.Nommer(s, Chef);

        service.Nommer(Prefet(Juin) with { Mode = mode }, Chef);

        Signataire Lu(Signataire s) => service.Signataires.Single(x => x.Id == s.Id);
        Assert.Equal(Juin.AddDays(-1), Lu(ancien).Au);
        Assert.Equal(Juin.AddDays(-1), Lu(ouverte).Au);
        Assert.Equal(Mars, Lu(finie).Au);
        Assert.Null(Lu(donnee).Au);
        Assert.False(Lu(aVenir).EnFonction(Juin.AddDays(60)));
    }

    [Fact]
    public void La_formule_suit_la_personne_et_le_prefet_de_ce_jour()
    {
        var service = ServiceEmetteur.Creer("R53");
        var fiche = new FicheDeService { Territoire = "de la région Bretagne", SecondTitre = "d’Ille-et-Vilaine" };
        var (prefet, delegue) = (Prefet(Mars) with { Civilite = Civilite.Madame }, Delegue(Mars));
        service.Nommer(prefet, Chef);
        service.Nommer(delegue, Chef);

        string Formule(Signataire s) => string.Join('|', service.Formule(s, fiche, Juin));

        Assert.Equal("La préfète de la région Bretagne,|préfète d’Ille-et-Vilaine,", Formule(prefet));
        Assert.Equal("Pour la préfète de la région Bretagne|et par délégation,|le secrétaire général,", Formule(delegue));
        Assert.Equal(
            "Pour la préfète de la région Bretagne|et par subdélégation,|l’adjointe,",
            Formule(delegue with { Mode = ModeDeSignature.Subdelegation, Civilite = Civilite.Madame, Qualite = "adjointe" })
        );
        Assert.Equal(
            "Pour la préfète de la région Bretagne empêchée,|la secrétaire générale, suppléante,",
            Formule(delegue with { Mode = ModeDeSignature.Suppleance, Civilite = Civilite.Madame, Qualite = "secrétaire générale" })
        );
        Assert.Equal("Le préfet de la région Bretagne par intérim,", Formule(delegue with { Mode = ModeDeSignature.Interim }));
        // Nobody is préfet yet: the function is not made a woman's.
        Assert.StartsWith("Pour le préfet", service.Formule(delegue, fiche, Mars.AddDays(-1))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Une_signature_sans_texte_sans_nature_ou_a_rebours_est_impossible()
    {
        var service = ServiceEmetteur.Creer("R53");

        foreach (
            var fausse in new[]
            {
                Delegue(Mars) with
                {
                    Texte = null,
                },
                Delegue(Mars) with
                {
                    Texte = Arrete(Mars.AddDays(1)),
                },
                Delegue(Mars) with
                {
                    Natures = [],
                },
                Delegue(Mars) with
                {
                    Au = Mars.AddDays(-1),
                },
            }
        )
            Assert.Throws<ActeImpossibleException>(() => service.Nommer(fausse, Chef));
        service.Nommer(Delegue(Mars) with { Texte = Arrete(Mars) }, Chef);
        var seule = Assert.Single(service.Signataires);
        Assert.Throws<ActeImpossibleException>(() => service.FinirLaSignature(seule.Id, Mars.AddDays(-1), Chef));
        Assert.Throws<ActeImpossibleException>(() => service.FinirLaSignature(Guid.NewGuid(), Juin, Chef));
        service.FinirLaSignature(seule.Id, Mars, Chef);
        Assert.Throws<ActeImpossibleException>(() => service.FinirLaSignature(seule.Id, Juin, Chef));
    }

    [Fact]
    public void Une_fiche_dit_tout_ce_qui_lui_manque_et_ce_que_les_recours_demandent_de_plus()
    {
        var vide = new FicheDeService();
        var sansRecours = new FicheDeService
        {
            Nom = "Préfecture d’essai",
            Lignes = ["1 rue de l’Essai"],
            CodePostal = "35000",
            Ville = "Rennes",
            Telephone = "02 99 00 00 00",
            Courriel = "essai@demo.example",
            Suivi = "le référent",
            Lieu = "Rennes",
            Territoire = "d’essai",
        };

        Assert.Equal(FicheDeService.Mentions.Length, vide.Manques(recours: true).Count());
        Assert.Empty(sansRecours.Manques(recours: false));
        Assert.Equal(
            [nameof(FicheDeService.Tribunal), nameof(FicheDeService.AdresseDuTribunal), nameof(FicheDeService.Ministre)],
            sansRecours.Manques(recours: true).Select(m => m.Champ)
        );
        Assert.Equal("son adresse postale", Assert.Single((sansRecours with { Ville = " " }).Manques(recours: false)).Nom);
    }

    private static TexteDeDelegation Arrete(DateOnly jour) => new("2021-35", jour);

    [Theory]
    [InlineData(ModeDeSignature.Titulaire, Civilite.Monsieur, "Le préfet de la région Bretagne,|préfet d’Ille-et-Vilaine,")]
    [InlineData(ModeDeSignature.Titulaire, Civilite.Madame, "La préfète de la région Bretagne,|préfète d’Ille-et-Vilaine,")]
    [InlineData(ModeDeSignature.Interim, Civilite.Madame, "La préfète de la région Bretagne par intérim,")]
    [InlineData(ModeDeSignature.Interim, Civilite.Monsieur, "Le préfet de la région Bretagne par intérim,")]
    [InlineData(
        ModeDeSignature.Subdelegation,
        Civilite.Monsieur,
        "Pour le préfet de la région Bretagne|et par subdélégation,|le secrétaire général,"
    )]
    [InlineData(
        ModeDeSignature.Suppleance,
        Civilite.Madame,
        "Pour le préfet de la région Bretagne empêché,|la secrétaire générale, suppléante,"
    )]
    public void Chaque_mode_a_sa_formule(ModeDeSignature mode, Civilite civilite, string formule)
    {
        var qualite = civilite == Civilite.Madame ? "secrétaire générale" : "secrétaire général";
        var signataire = Delegue(Mars) with { Mode = mode, Civilite = civilite, Qualite = qualite };
        Assert.Equal(formule.Split('|'), signataire.Formule("de la région Bretagne", "d’Ille-et-Vilaine", Civilite.Monsieur));
        Assert.Equal($"{signataire.Prenom} {signataire.Nom}", signataire.NomEntier);
    }

    [Fact]
    public void La_prefete_empechee_a_un_suppleant()
    {
        var suppleant = Delegue(Mars) with
        {
            Mode = ModeDeSignature.Suppleance,
            Civilite = Civilite.Monsieur,
            Qualite = "secrétaire général",
        };
        Assert.Equal(
            ["Pour la préfète du Haut-Rhin empêchée,", "le secrétaire général, suppléant,"],
            suppleant.Formule("du Haut-Rhin", null, Civilite.Madame)
        );
        Assert.Equal(
            ["Le préfet du Haut-Rhin,"],
            (suppleant with { Mode = ModeDeSignature.Titulaire }).Formule("du Haut-Rhin", "", Civilite.Monsieur)
        );
    }

    [Fact]
    public void Le_journal_garde_chaque_acte_sans_nom_et_chaque_refus_dit_pourquoi()
    {
        var service = ServiceEmetteur.Creer(ServiceEmetteur.DeRegion("53"));
        Assert.Equal("R53", service.Code);
        var delegue = Delegue(Mars) with { Au = Juin };
        service.Decrire(new FicheDeService { Nom = "Essai" }, Mars, Chef);
        service.Nommer(delegue, Chef);
        // Its last day may be said again, not pushed back.
        service.FinirLaSignature(delegue.Id, Juin, Chef);
        foreach (
            var (raison, acte) in new (string, Action)[]
            {
                ("finit après son début", () => service.Nommer(delegue with { Au = Mars.AddDays(-1) }, Chef)),
                ("suit l’arrêté", () => service.Nommer(delegue with { Texte = null }, Chef)),
                ("porte sur quelque chose", () => service.Nommer(delegue with { Natures = [] }, Chef)),
                ("déjà pris fin", () => service.FinirLaSignature(delegue.Id, Juin.AddDays(1), Chef)),
            }
        )
            Assert.Contains(raison, Assert.Throws<ActeImpossibleException>(acte).Message, StringComparison.Ordinal);
        Assert.Equal([Acte.DecrireUnService, Acte.NommerUnSignataire, Acte.FinirUneSignature], service.Faits.Select(f => f.Acte));
        Assert.DoesNotContain(delegue.Nom, string.Concat(Journal.Lignes(service)), StringComparison.Ordinal);
    }

    private static Signataire Prefet(DateOnly du) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Civilite = Civilite.Monsieur,
            Prenom = "[Prénom]",
            Nom = "[Nom]",
            Qualite = "préfet",
            Mode = ModeDeSignature.Titulaire,
            Natures = [NatureDeSignature.Lettres, NatureDeSignature.Actes],
            Du = du,
        };

    private static Signataire Delegue(DateOnly du) =>
        Prefet(du) with
        {
            Id = Guid.CreateVersion7(),
            Qualite = "secrétaire général",
            Mode = ModeDeSignature.Delegation,
            Texte = Arrete(du.AddDays(-1)),
        };
}
