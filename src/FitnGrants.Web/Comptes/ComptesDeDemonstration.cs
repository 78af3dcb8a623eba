using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Web.Comptes;

/// <summary>One account per role. Functions only, no person.</summary>
public sealed record CompteDeDemonstration(
    string Cle,
    string Groupe,
    string Nom,
    string Suite,
    string Organisme,
    string Fonction,
    Habilitation[] Habilitations
)
{
    public string Adresse => Cle + "@demo.example";

    public string? Siren => Habilitations[0].Siren;
}

public static class ComptesDeDemonstration
{
    public const string MotDePasse = "Demonstration-2021";
    private const string Bretagne = "53";
    private const string GrandEst = "44";

    public static readonly CompteDeDemonstration[] Tous =
    [
        Porteur("porteur.vern", "Vern-sur-Seiche", "Commune de Vern-sur-Seiche", "213503527"),
        Porteur("porteur.leguerno", "Le Guerno", "Commune du Guerno", "215600776"),
        Porteur("porteur.beuzec", "Beuzec-Cap-Sizun", "Commune de Beuzec-Cap-Sizun", "212900088"),
        Porteur("porteur.rennes-metropole", "Rennes Métropole", "Rennes Métropole", "243500139"),
        Porteur("porteur.dinan", "Dinan Agglo.", "Dinan Agglomération", "200068989"),
        Porteur("porteur.colmar", "Colmar", "Ville de Colmar", "216800664"),
        Porteur("porteur.riquewihr", "Riquewihr", "Commune de Riquewihr", "216802777"),
        Porteur("porteur.feldkirch", "Feldkirch", "Commune de Feldkirch", "216800888"),
        Porteur("porteur.mulhouse", "Mulhouse", "Ville de Mulhouse", "216802249"),
        Porteur("porteur.saint-louis", "Saint-Louis Agglo.", "Saint-Louis Agglomération", "200066058"),
        Porteur("porteur.colmar-agglo", "Colmar Agglo.", "Colmar Agglomération", "246800726"),
        Instructeur("22", "Côtes-d’Armor", "Préfecture des Côtes-d’Armor", Bretagne),
        Instructeur("29", "Finistère", "Préfecture du Finistère", Bretagne),
        Instructeur("35", "Ille-et-Vilaine", "Préfecture d’Ille-et-Vilaine", Bretagne),
        Instructeur("56", "Morbihan", "Préfecture du Morbihan", Bretagne),
        Instructeur("68", "Haut-Rhin", "Préfecture du Haut-Rhin", GrandEst),
        Collegue("35", "Ille-et-Vilaine", "Préfecture d’Ille-et-Vilaine", Bretagne),
        Collegue("68", "Haut-Rhin", "Préfecture du Haut-Rhin", GrandEst),
        new(
            "instructeur.grand-est",
            Instruire,
            "Grand Est",
            ", instruction",
            "Préfecture de la région Grand Est",
            "Instruction",
            [new Habilitation(Role.InstructeurReg, Region: GrandEst)]
        ),
        new(
            "chef.35",
            Instruire,
            "Chef de service, 35",
            "",
            "Préfecture d’Ille-et-Vilaine",
            "Chef de service",
            [new Habilitation(Role.ChefDeService, Departement: "35", Region: Bretagne)]
        ),
        new(
            "secretaire.bretagne",
            Seance,
            "Secrétaire, Bretagne",
            "",
            "SGAR de Bretagne",
            "Secrétariat de la séance",
            [new Habilitation(Role.Secretaire, Region: Bretagne)]
        ),
        new(
            "secretaire.grand-est",
            Seance,
            "Secrétaire, Grand Est",
            "",
            "SGAR Grand Est",
            "Secrétariat de la séance",
            [new Habilitation(Role.Secretaire, Region: GrandEst)]
        ),
        Membre("grand-est", "Grand Est", "Comité de pilotage régional", GrandEst),
        Membre("22", "22", "Préfecture des Côtes-d’Armor", Bretagne),
        Membre("29", "29", "Préfecture du Finistère", Bretagne),
        Membre("35", "35", "Préfecture d’Ille-et-Vilaine", Bretagne),
        Membre("56", "56", "Préfecture du Morbihan", Bretagne),
        new("tilab", Seance, "Ti Lab", "", "Ti Lab", "Laboratoire", [new Habilitation(Role.Labo, Region: Bretagne)]),
        new(
            "labo.grand-est",
            Seance,
            "Labo, Grand Est",
            "",
            "Laboratoire du Grand Est",
            "Laboratoire",
            [new Habilitation(Role.Labo, Region: GrandEst)]
        ),
        Gestionnaire("bretagne", "Gestion, Bretagne", "SGAR de Bretagne", new Habilitation(Role.Gestionnaire, Region: Bretagne)),
        Gestionnaire(
            "bretagne-2",
            "Gestion, Bretagne, collègue",
            "SGAR de Bretagne",
            new Habilitation(Role.Gestionnaire, Region: Bretagne)
        ),
        Gestionnaire(
            "68",
            "Gestion, Haut-Rhin",
            "Préfecture du Haut-Rhin",
            new Habilitation(Role.Gestionnaire, Departement: "68", Region: GrandEst)
        ),
        Gestionnaire(
            "68-2",
            "Gestion, Haut-Rhin, collègue",
            "Préfecture du Haut-Rhin",
            new Habilitation(Role.Gestionnaire, Departement: "68", Region: GrandEst)
        ),
        Gestionnaire("grand-est", "Gestion, Grand Est", "SGAR Grand Est", new Habilitation(Role.Gestionnaire, Region: GrandEst)),
        Gestionnaire(
            "grand-est-2",
            "Gestion, Grand Est, collègue",
            "SGAR Grand Est",
            new Habilitation(Role.Gestionnaire, Region: GrandEst)
        ),
        new("auditeur", Controler, "Audit", "", "Audit", "Auditeur", [new Habilitation(Role.Auditeur)]),
        new("admin", Controler, "Administration", "", "Administration", "Administrateur", [new Habilitation(Role.Admin)]),
    ];

    private const string Instruire = "… en tant qu’instructeur ou instructrice";
    private const string Seance = "… en séance";
    private const string Controler = "… pour gérer et contrôler";

    public static CompteDeDemonstration Trouver(string cle) => Array.Find(Tous, c => c.Cle == cle)!;

    private static CompteDeDemonstration Porteur(string cle, string nom, string organisme, string siren) =>
        new(
            cle,
            "Se connecter en tant que porteur et représentant légal",
            nom,
            ", porteur",
            organisme,
            "Porteur et représentant légal",
            [new Habilitation(Role.Porteur, siren), new Habilitation(Role.RepresentantLegal, siren)]
        );

    private static CompteDeDemonstration Instructeur(string departement, string nom, string organisme, string region) =>
        new(
            $"instructeur.{departement}",
            Instruire,
            nom,
            ", instruction",
            organisme,
            "Instruction",
            [new Habilitation(Role.InstructeurDep, Departement: departement, Region: region)]
        );

    private static CompteDeDemonstration Collegue(string departement, string nom, string organisme, string region) =>
        new(
            $"collegue.{departement}",
            Instruire,
            nom + ", collègue",
            "",
            organisme,
            "Instruction, collègue",
            [new Habilitation(Role.InstructeurDep, Departement: departement, Region: region)]
        );

    private static CompteDeDemonstration Gestionnaire(string cle, string nom, string organisme, Habilitation habilitation) =>
        new(
            $"gestionnaire.{cle}",
            Controler,
            nom,
            "",
            organisme,
            cle.EndsWith("-2", StringComparison.Ordinal) ? "Gestion, collègue" : "Gestion",
            [habilitation]
        );

    private static CompteDeDemonstration Membre(string cle, string nom, string organisme, string region) =>
        new(
            $"membre.{cle}",
            Seance,
            $"Membre, {nom}",
            "",
            organisme,
            "Membre de la communauté",
            [new Habilitation(Role.MembreCommunaute, Departement: char.IsAsciiDigit(cle[0]) ? cle : null, Region: region)]
        );
}
