using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

/// <summary>What the journal keeps of each act on a session, and which acts make the forms that others hold stale.</summary>
public sealed class JournalTests
{
    private const string Par = "par=SGAR, secrétariat";

    private static readonly Acteur Finistere = UnDossier.Qui("Préfecture du Finistère, membre", Role.MembreCommunaute);
    private static readonly DateTimeOffset Avant = Quand.Le(2021, 6, 20);
    private static readonly DateTimeOffset Pendant = Quand.Le(2021, 6, 22);

    [Fact]
    public void De_sa_planification_à_sa_clôture_chaque_acte_laisse_une_ligne_et_une_seule()
    {
        var (a, b) = (UnDossier.Instruit(), UnDossier.Instruit());
        var seance = UneSeance.Planifiee(new DateOnly(2021, 6, 1), auMois: true);
        seance.Deplacer(new DateOnly(2021, 6, 22), auMois: false, " Jour fixé. ", UnDossier.Secretaire, Quand.Le(2021, 5, 1));
        Preparer(seance, a, b);
        Tenir(seance, a, b);

        Assert.Equal(
            [
                "Seance Planifier : – → Planifiee [jour=juin 2021]",
                $"Seance Deplacer : juin 2021 → mardi 22 juin 2021 [motif=Jour fixé., {Par}]",
                $"Seance Ordonner : – → – [{Par}]",
                $"Seance ConfierLeRapport : – → – [dossier=A, {Par}, rapporteur=22]",
                $"Seance ConfierLeRapport : – → – [dossier=A, {Par}]",
                "Seance Opiner : – → – [dossier=A, membre=29, par=Préfecture du Finistère, membre, sens=FavorableAvecReserves]",
                "Seance Deporter : – → – [dossier=B, membre=29, par=Préfecture du Finistère, membre]",
                $"Seance Ouvrir : Planifiee → Ouverte [{Par}]",
                $"Seance Pointer : – → – [{Par}, presents=SGAR 29]",
                $"Seance Appeler : – → – [dossier=A, {Par}]",
                $"Seance Proposer : – → – [dossier=A, montant=15000.5, {Par}, type=Accord]",
                $"Seance Proposer : – → – [dossier=A, {Par}, type=Refus]",
                $"Seance Cloturer : Ouverte → Cloturee [{Par}]",
            ],
            Journal.Lignes(seance, (a.Id, "A"), (b.Id, "B"))
        );
    }

    private static void Preparer(Seance seance, Dossier a, Dossier b)
    {
        seance.Inscrire(a, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.Inscrire(b, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.Ordonner([b.Id, a.Id], UnDossier.Secretaire);
        seance.ConfierLeRapport(a.Id, "22", UnDossier.Secretaire);
        seance.ConfierLeRapport(a.Id, null, UnDossier.Secretaire);
        seance.Opiner(a.Id, "29", SensAvis.FavorableAvecReserves, "Coût à revoir.", Finistere, Avant);
        seance.Deporter(b.Id, "29", "Lien d’intérêt.", Finistere, Avant);
    }

    private static void Tenir(Seance seance, Dossier a, Dossier b)
    {
        seance.Ouvrir(UnDossier.Secretaire, Pendant);
        seance.Pointer(
            new Dictionary<string, Presence?>(StringComparer.Ordinal)
            {
                ["SGAR"] = Presence.Present,
                ["29"] = Presence.Present,
                ["35"] = Presence.Excuse,
                ["56"] = Presence.Absent,
            },
            UnDossier.Secretaire
        );
        seance.Appeler(a.Id, UnDossier.Secretaire, Pendant);
        seance.Proposer(a.Id, TypeDecision.Accord, new Euros(15_000.5m), UnDossier.Secretaire, Pendant);
        seance.Proposer(a.Id, TypeDecision.Refus, new Euros(15_000.5m), UnDossier.Secretaire, Pendant);
        Assert.True(seance.Decide(a, UneSeance.Refus()).Resultat.EstAccepte);
        seance.Retirer(b, "Absent.", UnDossier.Secretaire);
        seance.Cloturer(UnDossier.Secretaire, Pendant);
    }

    [Fact]
    public void Une_séance_ajoutée_ou_annulée_dit_par_qui_et_pourquoi()
    {
        var r = UnReglement.Bretagne;
        var seance = Seance.Planifier(
            r.Instance,
            r.Region,
            [r.Code],
            r.Departements,
            new(new DateOnly(2021, 6, 22), AuMois: false, null, null),
            UnDossier.Secretaire
        );
        var dossier = UnDossier.Instruit();
        seance.Inscrire(dossier, r, UnDossier.Secretaire);
        seance.Annuler([dossier], " Faute de quorum. ", UnDossier.Secretaire);
        Assert.Equal(
            [
                $"Seance Planifier : – → Planifiee [jour=mardi 22 juin 2021, {Par}]",
                $"Seance Annuler : Planifiee → Annulee [motif=Faute de quorum., {Par}]",
            ],
            Journal.Lignes(seance)
        );
        Assert.Equal(
            $"Dossier Retirer : InscritSeance → Instruit [motif=Séance annulée : Faute de quorum., {Par}, seance=SÉANCE]",
            Journal.Lignes(dossier, (seance.Id, "SÉANCE"))[^1]
        );
    }

    /// <summary>What is said beside the agenda (opinion, withdrawal, call, proposal) leaves the secretary's form as it is (I21).</summary>
    [Fact]
    public void Ce_qui_change_l_ordre_du_jour_périme_les_formulaires_et_ce_qui_se_dit_à_côté_non()
    {
        var (a, b) = (UnDossier.Instruit(), UnDossier.Instruit());
        var seance = UneSeance.Planifiee();
        Assert.Equal(1, seance.Revision);
        Perime(() => seance.Inscrire(a, UnReglement.Bretagne, UnDossier.Secretaire));
        Perime(() => seance.Inscrire(b, UnReglement.Bretagne, UnDossier.Secretaire));
        Perime(() => seance.Ordonner([b.Id, a.Id], UnDossier.Secretaire));
        Laisse(() => seance.Opiner(a.Id, "29", SensAvis.Favorable, null, Finistere, Avant));
        Laisse(() => seance.Deporter(a.Id, "29", "Lien d’intérêt.", Finistere, Avant));
        Perime(() => seance.Ouvrir(UnDossier.Secretaire, Pendant));
        Laisse(() => seance.Appeler(a.Id, UnDossier.Secretaire, Pendant));
        Laisse(() => seance.Proposer(a.Id, TypeDecision.Refus, null, UnDossier.Secretaire, Pendant));
        Decision? refus = null;
        Perime(() => refus = seance.Decide(a, UneSeance.Refus()).Decision);
        Perime(() => seance.Rectifier(refus!, a, UneSeance.Accord(), "Erreur.", UneSeance.Cadre(seance)));
        Perime(() => seance.Retirer(b, "Absent.", UnDossier.Secretaire));
        Perime(() => seance.Cloturer(UnDossier.Secretaire, Pendant));

        void Perime(Action acte) => Assert.Equal(seance.Revision + 1, Apres(acte));
        void Laisse(Action acte) => Assert.Equal(seance.Revision, Apres(acte));
        int Apres(Action acte)
        {
            acte();
            return seance.Revision;
        }
    }
}
