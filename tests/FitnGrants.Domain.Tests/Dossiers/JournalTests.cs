using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Seances;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>What the journal keeps of each act on a dossier: who, what, from which state to which, and the values at stake.</summary>
public sealed class JournalTests
{
    private const string Porteur = "Vern-sur-Seiche, représentant légal";
    private const string Prefecture = "Préfecture d'Ille-et-Vilaine, instruction";
    private const string Refuse = "FITN-GE-V2-2021-00009";

    /// <summary>Volet 2, of which only the rules that this life meets are kept: its grid has two lines, R25 and R67.</summary>
    private static readonly Reglement GrandEst = UnReglement.GrandEst with
    {
        Regles = [.. UnReglement.GrandEst.Regles.Where(r => r.Code is "R25" or "R67" or "R70" or "R64")],
    };

    private static Dossier Creer() =>
        Dossier.Creer(GrandEst, UnDossier.Collectivite(UneCandidature.CaColmar), UnDossier.Representant, "jeton", Quand.Le(2021, 5, 1));

    private static Depot Depot(DateTimeOffset instant) =>
        UnDossier.Depot(instant, GrandEst, UneCandidature.CaColmar) with
        {
            Numero = "FITN-GE-V2-2021-00001",
        };

    [Fact]
    public void Du_brouillon_au_second_dépôt_chaque_acte_laisse_une_ligne_et_une_seule()
    {
        var dossier = Creer();
        dossier.Enregistrer(UnDossier.Contenu(UneCandidature.GrandEst.Projet), Quand.Le(2021, 5, 2));
        Assert.True(dossier.Deposer(Depot(Quand.Le(2021, 5, 10))).EstAccepte);
        Assert.True(
            dossier.RendreAvis(new RenduDAvis(UnDossier.Instructeur, Quand.Le(2021, 5, 15), "68", SensAvis.Favorable, null)).EstAccepte
        );
        dossier.PrendreEnCharge(UnDossier.PriseEnCharge(GrandEst));
        Instruire(dossier);
        dossier.ReputerRecevable(Quand.Le(2021, 7, 11));
        var (seance, premiere, seconde) = Decider(dossier);
        dossier.Notifier(seconde, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 9, 22));
        Assert.True(dossier.Deposer(Depot(Quand.Le(2021, 10, 1))).EstAccepte);
        dossier.PrendreEnCharge(UnDossier.PriseEnCharge(GrandEst));

        Assert.Equal(
            [
                $"Dossier Creer : – → Brouillon [dispositif=GE-V2, par={Porteur}]",
                "Dossier Deposer : Brouillon → Depose [empreinte=e3b0c442, montant=16000, numero=FITN-GE-V2-2021-00001, "
                    + $"par={Porteur}, version=1]",
                $"Dossier RendreAvis : Depose → Depose [departement=68, par={Prefecture}, sens=Favorable]",
                $"Dossier PrendreEnCharge : Depose → EnInstruction [par={Prefecture}, version=1]",
                $"Dossier JugerLaSimilitude : EnInstruction → EnInstruction [dossier={Refuse}, jugement=identique, par={Prefecture}]",
                $"Dossier JugerLaSimilitude : EnInstruction → EnInstruction [dossier={Refuse}, jugement=distinct, par={Prefecture}]",
                $"Dossier Conclure : EnInstruction → EnInstruction [conclusions=R25=NonConforme R67=Conforme, par={Prefecture}]",
                "Dossier ReputerRecevable : EnInstruction → EnInstruction [par=Système]",
                $"Dossier Conclure : EnInstruction → EnInstruction [conclusions=R25=Conforme, par={Prefecture}]",
                $"Dossier Clore : EnInstruction → Instruit [par={Prefecture}, version=1]",
                $"Dossier Rouvrir : Instruit → EnInstruction [par={Prefecture}]",
                $"Dossier Clore : EnInstruction → Instruit [par={Prefecture}, version=1]",
                "Dossier Inscrire : Instruit → InscritSeance [date=du mardi 21 septembre 2021, par=SGAR, secrétariat, seance=SÉANCE]",
                "Dossier Retirer : InscritSeance → Instruit [motif=À la demande du porteur., par=SGAR, secrétariat, seance=SÉANCE]",
                "Dossier Inscrire : Instruit → InscritSeance [date=du mardi 21 septembre 2021, par=SGAR, secrétariat, seance=SÉANCE]",
                "Dossier Decider : InscritSeance → AccordSousReserve [decision=PREMIÈRE, montant=16000, par=SGAR, secrétariat]",
                "Dossier Rectifier : AccordSousReserve → EnReconstruction [ancienne=PREMIÈRE, decision=SECONDE, motif=Erreur de saisie., "
                    + "par=SGAR, secrétariat]",
                "Dossier Notifier : EnReconstruction → EnReconstruction [decision=SECONDE, par=SGAR, secrétariat]",
                "Dossier Deposer : EnReconstruction → Depose [empreinte=e3b0c442, montant=16000, numero=FITN-GE-V2-2021-00001, "
                    + $"par={Porteur}, version=2]",
                $"Dossier PrendreEnCharge : Depose → EnInstruction [par={Prefecture}, version=2]",
            ],
            Journal.Lignes(dossier, (seance.Id, "SÉANCE"), (premiere.Id, "PREMIÈRE"), (seconde.Id, "SECONDE"))
        );
    }

    private static void Instruire(Dossier dossier)
    {
        foreach (var identique in new[] { true, false })
            Assert.True(
                dossier
                    .JugerLaSimilitude(
                        new JugementDeSimilitude(UnDossier.Instructeur, Quand.Le(2021, 5, 21), GrandEst, Refuse, identique, "Comparé.")
                    )
                    .EstAccepte
            );
        Conclure(dossier, ("R25", Conclusion.NonConforme, "À préciser."), ("R67", Conclusion.Conforme, "Autre objet."));
    }

    private static (Seance Seance, Decision Premiere, Decision Seconde) Decider(Dossier dossier)
    {
        Conclure(dossier, ("R25", Conclusion.Conforme, null));
        var cloture = new Cloture(UnDossier.Instructeur, Quand.Le(2021, 7, 12), null);
        Assert.True(dossier.Clore(cloture).EstAccepte);
        dossier.Rouvrir(UnDossier.PriseEnCharge(GrandEst));
        Assert.True(dossier.Clore(cloture).EstAccepte);
        var seance = UneSeance.Planifiee(new DateOnly(2021, 9, 21), GrandEst);
        seance.Inscrire(dossier, GrandEst, UnDossier.Secretaire);
        seance.Retirer(dossier, "À la demande du porteur.", UnDossier.Secretaire);
        seance.Inscrire(dossier, GrandEst, UnDossier.Secretaire);
        seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 9, 21));
        var premiere = seance.Decide(dossier, UneSeance.Accord(16_000m), GrandEst).Decision!;
        var seconde = seance
            .Rectifier(premiere, dossier, UneSeance.ARevoir(), " Erreur de saisie. ", UneSeance.Cadre(seance, GrandEst))
            .Decision!;
        return (seance, premiere, seconde);
    }

    private static void Conclure(Dossier dossier, params (string Regle, Conclusion Conclusion, string? Motif)[] lignes) =>
        Assert.True(
            dossier
                .Conclure(
                    [.. lignes.Select(l => new ConclusionSaisie(dossier.Grille.Single(c => c.Regle == l.Regle).Id, l.Conclusion, l.Motif))],
                    UnDossier.Instructeur,
                    Quand.Le(2021, 5, 25)
                )
                .EstAccepte
        );

    [Fact]
    public void L_issue_d_une_instruction_dit_sa_règle_et_l_axe_s_il_y_en_a_un()
    {
        Assert.Equal(
            $"Dossier DeclarerIrrecevable : EnInstruction → Irrecevable [par={Prefecture}, regle=R24]",
            Journal.Lignes(UnDossier.A(EtatDossier.Irrecevable))[^1]
        );
        Assert.Equal(
            $"Dossier Reorienter : EnInstruction → Reoriente [axe=Axe 2 (DINUM), par={Prefecture}, regle=R32]",
            Journal.Lignes(UnDossier.A(EtatDossier.Reoriente))[^1]
        );
    }

    [Fact]
    public void Une_copie_dit_d_où_elle_vient()
    {
        var copie = UnDossier
            .Depose()
            .Copier(
                UnReglement.Bretagne,
                UnDossier.Collectivite(UneCandidature.Vern),
                UnDossier.Representant,
                "copie",
                Quand.Le(2021, 7, 1)
            );
        Assert.Equal(
            [
                $"Dossier Creer : – → Brouillon [dispositif=BZH-V1, par={Porteur}]",
                $"Dossier Copier : – → Brouillon [origine=FITN-BZH-V1-2021-00001, par={Porteur}]",
            ],
            Journal.Lignes(copie)
        );
    }

    [Fact]
    public void Un_refus_ne_dit_pas_de_montant()
    {
        var (dossier, decision) = UnDossier.DecideNonNotifie(UneSeance.Refus());
        Assert.Equal(
            "Dossier Decider : InscritSeance → Refuse [decision=DÉCISION, par=SGAR, secrétariat]",
            Journal.Lignes(dossier, (decision.Id, "DÉCISION"))[^1]
        );
    }

    [Fact]
    public void Chaque_acte_périme_les_formulaires_ouverts_et_le_journal_s_oublie_une_fois_écrit()
    {
        var dossier = UnDossier.EnInstruction();
        Assert.Equal((4, 3), (dossier.Revision, dossier.Faits.Count));
        dossier.OublierLesFaits();
        Assert.Equal((4, 0), (dossier.Revision, dossier.Faits.Count));
    }
}
