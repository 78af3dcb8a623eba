using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Suites;

namespace FitnGrants.Web.Tests.Suites;

/// <summary>What is said of each act, read from the golden journal.</summary>
public sealed class SuitesDesActesTests
{
    private static readonly string[] SansActe = ["MotDePasseController.cs", "Rappels.cs", "Transactions.cs"];

    [Fact]
    public void Chaque_acte_a_sa_phrase_et_aucune_ne_sert_deux_fois()
    {
        var phrases = Enum.GetValues<Acte>().Select(a => SuitesDesActes.De(a).Phrase).ToList();

        Assert.All(phrases, p => Assert.Matches("^[a-zéà][^.]+[a-zé]$", p));
        Assert.Equal(phrases.Distinct(StringComparer.Ordinal), phrases);
    }

    [Fact]
    public void L_histoire_dit_a_chacun_ce_qu_il_peut_savoir()
    {
        var porteur = Histoire(new LecteurDHistoire(Agent: false, AvantNotification: false, []));
        var agent = Histoire(new LecteurDHistoire(Agent: true, AvantNotification: false, []));
        var secretaire = Histoire(new LecteurDHistoire(Agent: true, AvantNotification: true, []));

        Assert.Equal(
            [
                "Brouillon commencé",
                "Déposé (Numéro FITN-BZH-V1-2021-00001, version 1.)",
                "Pris en charge",
                "Instruction close",
                "Inscrit à l’ordre du jour (Séance du mardi 22 juin 2021.)",
                "Compléments demandés (Réponse attendue avant le 11 juin 2021.)",
                "Instruction rouverte",
                "Réputé recevable (Deux mois sans réponse depuis la réception.)",
                "Copié d’un autre dossier (FITN-BZH-V1-2021-9h2r2)",
                "Retiré de l’ordre du jour (Pièce attendue.)",
                "Réorienté (Axe 2 de l’ITN7 (DINUM))",
                "Déclaré irrecevable (Règle R2.)",
                "Compléments reçus (Version 2.)",
                "Instruction reprise sans réponse",
                "Clôture de l’instruction annulée",
                "Retiré par le porteur (Le marché est annulé.)",
                "Retiré par le porteur",
            ],
            porteur
        );
        Assert.Equal(
            ["Règles conclues", "Règles remises à vérifier", "Avis départemental rendu", "Similitude jugée"],
            Debuts(agent.Except(porteur, StringComparer.Ordinal))
        );
        Assert.Contains(agent, a => a.Contains("R47 conforme, R48 sans objet, ", StringComparison.Ordinal));
        Assert.Contains(agent, a => Regex.IsMatch(a, @"^Similitude jugée \(Dossier FITN-[^ ]+ : projet (identique|distinct)\.\)$"));
        Assert.Equal(["Décision enregistrée", "Décision rectifiée"], Debuts(secretaire.Except(agent, StringComparer.Ordinal)));
        Assert.Empty(porteur.Except(agent, StringComparer.Ordinal));
    }

    /// <summary>What a service says of a dossier is its own, unless it is said here that its porteur reads it.</summary>
    [Fact]
    public void Le_porteur_ne_lit_que_ces_actes()
    {
        var porteur = new LecteurDHistoire(Agent: false, AvantNotification: false, []);

        Assert.Equal(
            LusParLePorteur.Order(),
            Enum.GetValues<Acte>().Where(a => SuitesDesActes.De(a).Histoire(Specimen(a), porteur) is not null).Order()
        );
    }

    private static readonly Acte[] LusParLePorteur =
    [
        Acte.Creer,
        Acte.Copier,
        Acte.Deposer,
        Acte.RepondreALaDemande,
        Acte.RetirerLeDossier,
        Acte.PrendreEnCharge,
        Acte.ReputerRecevable,
        Acte.DemanderDesComplements,
        Acte.ReprendreSansReponse,
        Acte.DeclarerIrrecevable,
        Acte.Reorienter,
        Acte.Clore,
        Acte.Rouvrir,
        Acte.AnnulerLaCloture,
        Acte.Inscrire,
        Acte.Retirer,
        Acte.SaisirLesSirets,
        Acte.LeverUneCondition,
        Acte.ProposerUnPlan,
        Acte.AccepterLePlan,
        Acte.RendreLePlan,
        Acte.EditerLActe,
        Acte.ReprendreLActe,
        Acte.SignerLActe,
        Acte.EnvoyerLActe,
        Acte.RecevoirLActe,
        Acte.Proroger,
        Acte.DeclarerLeCommencement,
        Acte.RenoncerALAide,
        Acte.DemanderDesObservations,
        Acte.PresenterDesObservations,
        Acte.ClasserLesObservations,
        Acte.ConstaterLaCaducite,
        Acte.ConstaterLeRejet,
        Acte.RetirerLAide,
        Acte.DemanderUnAvenant,
        Acte.EditerLAvenant,
        Acte.ReprendreLAvenant,
        Acte.SignerLAvenant,
        Acte.EnvoyerLAvenant,
        Acte.RecevoirLAvenant,
        Acte.ClasserLAvenant,
        Acte.SuccederAuPorteur,
        Acte.CorrigerLeCommencement,
        Acte.TransmettreUnVersement,
        Acte.RendreUnVersement,
        Acte.ControlerUnVersement,
        Acte.OrdonnancerUnVersement,
        Acte.PayerUnVersement,
        Acte.ConstaterUnPaiement,
        Acte.ViserUnVersement,
        Acte.RejeterUnVersement,
        Acte.AnnulerUnPas,
        Acte.DeclarerLAchevement,
        Acte.CloreFauteDeDeclaration,
        Acte.RenvoyerLaDeclaration,
        Acte.Solder,
        Acte.DemanderUnReversement,
        Acte.RepondreAuReversement,
        Acte.DeciderUnReversement,
        Acte.RecouvrerUnReversement,
        Acte.ClasserUnReversement,
        Acte.AnnulerUnRecouvrement,
        Acte.ReprendreUnVersement,
        Acte.TransmettreUnEtat,
        Acte.MarquerLu,
        Acte.RenvoyerUnEtat,
        Acte.DemanderUnEtat,
        Acte.MettreEnDemeure,
        Acte.RecevoirLaMiseEnDemeure,
        Acte.RelancerUnEtat,
    ];

    /// <summary>A trace of an act, every value said.</summary>
    private static Trace Specimen(Acte acte)
    {
        var type = typeof(Trace).Assembly.GetTypes().Single(t => t.Name == acte.ToString() && t.IsSubclassOf(typeof(Trace)));
        return (Trace)type.GetConstructors()[0].Invoke([.. type.GetConstructors()[0].GetParameters().Select(p => Valeur(p.ParameterType))]);
    }

    private static object? Valeur(Type type) =>
        type == typeof(string) ? "1"
        : type.IsValueType ? Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type)
        : null;

    /// <summary>A message written beside the table of acts would be one that the table does not say.</summary>
    [Fact]
    public void Aucun_autre_endroit_n_ecrit_de_courriel()
    {
        var racine = Serveur.Projet;
        Assert.Equal(
            SansActe,
            Directory
                .EnumerateFiles(racine, "*.cs", SearchOption.AllDirectories)
                .Where(f => File.ReadAllText(f).Contains("Courriels.Add", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Debuts(IEnumerable<string> lignes) =>
        lignes.Select(l => l.Split(" (")[0]).Distinct(StringComparer.Ordinal);

    private static List<string> Histoire(LecteurDHistoire lecteur) =>
        [
            .. JournalDOr
                .Lignes.Select(l => SuitesDesActes.De(l.Acte).Histoire(l.Lire(), lecteur))
                .OfType<LigneDHistoire>()
                .Select(l => l.Detail is null ? l.Quoi : $"{l.Quoi} ({l.Detail})")
                .Select(t => t.Replace('\u00A0', ' ').Replace('\u202F', ' '))
                .Distinct(StringComparer.Ordinal),
        ];
}
