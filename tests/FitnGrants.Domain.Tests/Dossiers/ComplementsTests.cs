using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class ComplementsTests
{
    private static readonly DateTimeOffset Reponse = Quand.Le(2021, 6, 2);

    private static Depot Depot(params PieceDeposee[] pieces) => UnDossier.Depot(Reponse) with { Pieces = [.. pieces] };

    private static ContenuDossier Resume(Dossier dossier, string texte) =>
        dossier.Contenu with
        {
            Projet = dossier.Contenu.Projet with { Resume = texte },
        };

    [Fact]
    public void La_demande_passe_la_main_au_porteur_jusqu_à_sa_date()
    {
        var dossier = UnDossier.EnInstruction();
        Assert.True(dossier.DemanderDesComplements(UnDossier.Demande()).EstAccepte);
        var demande = dossier.DemandeEnCours!;
        Assert.Equal((EtatDossier.ACompleter, new DateOnly(2021, 6, 4), true), (dossier.Etat, dossier.EcheanceLe, dossier.EstModifiable));
        Assert.Equal(["resume", "pieces.Devis"], demande.Points.Select(p => p.Cible));
        Assert.Equal([null, TypePiece.Devis], demande.Points.Select(p => p.Piece));
        Assert.Equal(
            "Dossier DemanderDesComplements : EnInstruction → ACompleter [avant=2021-06-04, cibles=resume pieces.Devis, demande=D, "
                + "par=Préfecture d'Ille-et-Vilaine, instruction]",
            Journal.Lignes(dossier, (demande.Id, "D"))[^1]
        );
    }

    [Fact]
    public void Tout_ce_qui_manque_à_la_demande_est_dit_d_un_coup_et_rien_ne_part()
    {
        var dossier = UnDossier.EnInstruction();
        Resultat Demander(DateOnly? avant, params PointDemande[] points) =>
            dossier.DemanderDesComplements(UnDossier.Demande() with { AvantLe = avant, Points = [.. points] });
        Assert.Equal(["points[0].texte", "avantLe"], Demander(null).Refus.Select(r => r.Champ));
        Assert.Equal(
            ["points[0].texte", "points[1].cible"],
            Demander(new DateOnly(2021, 5, 26), new PointDemande("resume", " "), new PointDemande("inconnu", "Quoi ?"))
                .Refus.Select(r => r.Champ)
        );
        Assert.Equal(["avantLe"], Demander(new DateOnly(2021, 5, 25), new PointDemande("resume", "Dites.")).Refus.Select(r => r.Champ));
        Assert.False(new PointDemande("pieces.Inconnue", "x").EstConnu);
        Assert.Equal((EtatDossier.EnInstruction, 0), (dossier.Etat, dossier.Demandes.Length));
    }

    [Theory]
    [InlineData(EtatDossier.Depose)]
    [InlineData(EtatDossier.ACompleter)]
    [InlineData(EtatDossier.Instruit)]
    [InlineData(EtatDossier.EnReconstruction)]
    public void On_ne_demande_qu_en_instruction(EtatDossier etat) =>
        Assert.Throws<ActeImpossibleException>(() => UnDossier.A(etat).DemanderDesComplements(UnDossier.Demande()));

    [Fact]
    public void Seul_ce_qui_est_demandé_s_écrit()
    {
        var dossier = UnDossier.ACompleter();
        dossier.Enregistrer(Resume(dossier, "Les familles et les écoles."), Reponse);
        Assert.Equal(
            (true, true, false, false),
            (
                dossier.EstOuverte("resume"),
                dossier.EstOuverte("pieces.Devis"),
                dossier.EstOuverte("titre"),
                dossier.EstOuverte("pieces.RIB")
            )
        );
        Assert.Throws<ActeImpossibleException>(() =>
            dossier.Enregistrer(dossier.Contenu with { Projet = dossier.Contenu.Projet with { Titre = "Autre" } }, Reponse)
        );
        Assert.Equal("Les familles et les écoles.", dossier.Contenu.Projet.Resume);
        Piece Joindre(TypePiece type) =>
            Piece.Joindre(
                dossier,
                type,
                new FichierRecu(Guid.CreateVersion7(), "a.pdf", 1, "a", "application/pdf"),
                UnDossier.Representant,
                Reponse
            );
        Assert.Equal(TypePiece.Devis, Joindre(TypePiece.Devis).Type);
        Assert.Throws<ActeImpossibleException>(() => Joindre(TypePiece.RIB));
        Assert.Throws<ActeImpossibleException>(() => dossier.Deposer(Depot()));
        Assert.Throws<ActeImpossibleException>(() => dossier.Clore(new Cloture(UnDossier.Instructeur, Reponse, null)));
    }

    [Fact]
    public void La_réponse_rend_la_main_en_une_version_de_plus_et_ne_rouvre_que_les_lignes_changées()
    {
        var dossier = UnDossier.EnInstruction();
        Assert.True(
            dossier
                .Conclure(
                    [
                        .. dossier.Grille.Select(c => new ConclusionSaisie(
                            c.Id,
                            c.Propose == ResultatConstat.NonApplicable ? Conclusion.SansObjet : Conclusion.Conforme,
                            "Vu."
                        )),
                    ],
                    UnDossier.Instructeur,
                    Quand.Le(2021, 5, 24)
                )
                .EstAccepte
        );
        Assert.True(
            dossier
                .DemanderDesComplements(
                    UnDossier.Demande(new PointDemande("depenses", "Détaillez."), new PointDemande("ressources", "Suivez."))
                )
                .EstAccepte
        );
        dossier.Enregistrer(dossier.Contenu with { Projet = dossier.Contenu.Projet.Finance(30_000m, 20_720m) }, Reponse);

        Assert.True(dossier.RepondreALaDemande(Depot(), "Le devis a changé.", change: false).EstAccepte);

        Assert.Equal(
            (EtatDossier.EnInstruction, 2, UnDossier.DateDeDepot, Reponse, 30_000m),
            (dossier.Etat, dossier.Version, dossier.DernierDepotLe, dossier.Versions[^1].DeposeeLe, dossier.Assiette!.Value.Montant)
        );
        Assert.Equal(UnDossier.DateDeDepot, dossier.DeposeLe);
        Assert.Equal(
            (null, "Le devis a changé.", true),
            (dossier.DemandeEnCours, dossier.Demandes[0].Reponse, dossier.Demandes[0].Repondue)
        );
        var rouvertes = dossier.Grille.Where(c => !c.EstConclu).Select(c => c.Regle).ToList();
        Assert.Contains("R18", rouvertes);
        Assert.DoesNotContain("R1", rouvertes);
        Assert.All(dossier.Grille.Where(c => c.EstConclu), c => Assert.Equal(("Vu.", Quand.Le(2021, 5, 24)), (c.Motif, c.Le!.Value)));
        Assert.Contains($"aConclure={rouvertes.Count}", Journal.Lignes(dossier)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Une_réponse_qui_ne_dit_ni_ne_change_rien_est_refusée_une_pièce_ou_une_phrase_suffit()
    {
        var dossier = UnDossier.ACompleter();
        Assert.Equal(["reponse"], dossier.RepondreALaDemande(Depot(), " ", change: false).Refus.Select(r => r.Champ));
        Assert.Equal((EtatDossier.ACompleter, 1), (dossier.Etat, dossier.Version));
        Assert.True(dossier.RepondreALaDemande(Depot(), null, change: true).EstAccepte);
        Assert.True(UnDossier.ACompleter().RepondreALaDemande(Depot(), "Le devis suivra.", change: false).EstAccepte);
    }

    [Fact]
    public void Une_réponse_qui_enfreint_une_règle_est_refusée()
    {
        var dossier = UnDossier.ACompleter(new PointDemande("depenses", "Détaillez."));
        dossier.Enregistrer(dossier.Contenu with { Projet = dossier.Contenu.Projet.Depensant(UnProjet.Depense(30_000m)) }, Reponse);
        Assert.Contains("R18", dossier.RepondreALaDemande(Depot(), null, change: false).Refus.Select(r => r.Regle));
        Assert.Equal((EtatDossier.ACompleter, 1, true), (dossier.Etat, dossier.Version, dossier.DemandeEnCours is not null));
    }

    [Theory]
    [InlineData("depenses", "ressources")]
    [InlineData("ressources", "depenses", "pieces.PreuveDeFinancement")]
    [InlineData("laboratoire", "pieces.LettreEngagementLaboratoire")]
    [InlineData("resume")]
    public void Ce_qui_va_ensemble_s_ouvre_ensemble(string cible, params string[] suites)
    {
        var dossier = UnDossier.ACompleter(new PointDemande(cible, "Corrigez."));
        string[] tout = [.. Rubrique.Toutes.Select(r => r.Cle), .. Enum.GetNames<TypePiece>().Select(t => $"pieces.{t}")];
        Assert.Equal(suites.Append(cible).Order(StringComparer.Ordinal), tout.Where(dossier.EstOuverte).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Une_règle_que_seul_un_champ_fermé_satisferait_est_pour_la_grille()
    {
        var dossier = UnDossier.ACompleter(new PointDemande("resume", "Précisez."));
        dossier.Enregistrer(Resume(dossier, "Précisé."), Reponse);
        // Another accord came since the deposit: the porteur can do nothing of it here.
        var depot = UnDossier.Depot(
            Reponse,
            situation: Quand.Situation(UnReglement.Bretagne) with
            {
                Accords = [new AccordActif("BZH-V1", "213503527", true, "Autre", "FITN-BZH-V1-2021-00009")],
            }
        );
        Assert.True(dossier.RepondreALaDemande(depot, null, change: false).EstAccepte);
        Assert.Contains(dossier.Grille, c => c is { Regle: "R47", Propose: ResultatConstat.Bloquant, EstConclu: false });
    }

    [Fact]
    public void Retiré_il_n_attend_plus_de_réponse()
    {
        var dossier = UnDossier.ACompleter();
        dossier.Retirer(null, UnDossier.Representant);
        Assert.Null(dossier.DemandeEnCours);
    }

    [Fact]
    public void Sans_réponse_le_service_reprend_le_dossier_tel_qu_il_était()
    {
        var dossier = UnDossier.ACompleter();
        var avant = dossier.Contenu.Projet.Resume;
        dossier.Enregistrer(Resume(dossier, "En cours"), Reponse);
        dossier.ReprendreSansReponse(UnDossier.Instructeur, Reponse);
        Assert.Equal(
            (EtatDossier.EnInstruction, avant, 1, false),
            (dossier.Etat, dossier.Contenu.Projet.Resume, dossier.Version, dossier.Demandes[0].Repondue)
        );
        Assert.Throws<ActeImpossibleException>(() => dossier.ReprendreSansReponse(UnDossier.Instructeur, Reponse));
        Assert.Throws<ActeImpossibleException>(() => dossier.RepondreALaDemande(Depot(), "Tard", change: true));
    }

    [Fact]
    public void Les_délais_légaux_s_arrêtent_tant_que_le_porteur_a_la_main()
    {
        var dossier = UnDossier.ACompleter();
        Assert.Equal(
            (new DateOnly(2021, 7, 10), false),
            (dossier.RecevabiliteAvantLe, dossier.EstReputeRecevableLe(new DateOnly(2021, 12, 1)))
        );
        Assert.True(dossier.RepondreALaDemande(Depot(), "Voici.", change: false).EstAccepte);
        // Asked on 25 May, answered on 2 June: eight days.
        Assert.Equal(
            (8, new DateOnly(2021, 7, 18), new DateOnly(2021, 7, 18), new DateOnly(2022, 1, 18)),
            (dossier.JoursSuspendus, dossier.RecevabiliteAvantLe, dossier.EcheanceLe, dossier.RejetImpliciteLe)
        );
        Assert.False(dossier.EstReputeRecevableLe(new DateOnly(2021, 7, 18)));
        Assert.True(dossier.EstReputeRecevableLe(new DateOnly(2021, 7, 19)));
    }

    [Fact]
    public void Un_délai_prorogé_le_reste_quand_une_demande_l_arrête_puis_le_rend()
    {
        var dossier = UnDossier.EnInstruction();
        var au = new DateOnly(2022, 3, 10);
        Assert.True(dossier.Proroger(au, new string('m', 20), null, UnDossier.Instructeur, Reponse.AddDays(-10)).EstAccepte);
        Assert.True(dossier.DemanderDesComplements(UnDossier.Demande()).EstAccepte);
        Assert.Equal(au, dossier.RejetImpliciteLe);
        Assert.True(dossier.RepondreALaDemande(Depot(), "Voici.", change: false).EstAccepte);
        Assert.Equal((8, au.AddDays(8)), (dossier.JoursSuspendus, dossier.RejetImpliciteLe));
    }
}
