using System.Collections.Immutable;
using System.Globalization;

namespace FitnGrants.Web.Demonstration;

public static class ModelesDeDossiers
{
    private static readonly string[] Projets =
    [
        "Portail des familles",
        "Guichet unique des inscriptions",
        "Médiathèque en ligne",
        "Signalement des usagers",
        "Prise de rendez-vous en mairie",
        "Archives communales ouvertes",
        "Point d’accueil numérique",
        "Réservation des salles",
        "Téléservice de l’état civil",
        "Suivi de la voirie",
        "Agenda partagé des associations",
        "Carte des commerces",
    ];

    /// <summary>A service with a great deal to do: three hundred dossiers, in all the states of an instruction.</summary>
    /// <param name="communes">SIREN and name of communes of one département of Bretagne.</param>
    public static IEnumerable<ModeleDeDossier> PourUneInstruction(IEnumerable<(string Siren, string Nom)> communes) =>
        communes
            .Take(300)
            .Select(
                (commune, i) =>
                {
                    var depot = A("2021-04-06T09:00").AddHours(4 * i);
                    var (pris, conclu) = (i % 5 == 0, i % 30 == 0);
                    return new ModeleDeDossier(
                        commune.Siren,
                        "BZH-V1",
                        $"{Projets[i % Projets.Length]}, {commune.Nom}",
                        $"À {commune.Nom}, les habitants font cette démarche en ligne ou avec un agent, sans attendre. Rang {i + 1}.",
                        5000m + (250m * (i % 40)),
                        2500m + (125m * (i % 40)),
                        depot.AddHours(-2),
                        depot,
                        pris ? depot.AddHours(30) : null
                    )
                    {
                        Conclus = conclu ? depot.AddHours(40) : null,
                    };
                }
            );

    public static readonly ImmutableArray<ModeleDeDossier> Tous =
    [
        new(
            "porteur.rennes-metropole",
            "BZH-V1",
            "Données ouvertes du territoire",
            "Publier les données des services de la métropole et former les communes à les utiliser, avec les habitants.",
            64000m,
            48000m,
            A("2021-04-20T10:00"),
            A("2021-04-26T15:30"),
            A("2021-04-28T09:15"),
            A("2021-05-20T17:00"),
            A("2021-05-28T11:00"),
            "Projet mûr, porté avec douze communes. Aucune réserve."
        ),
        new(
            "porteur.beuzec",
            "BZH-V1",
            "Accueil numérique partagé",
            "Un point d’accueil où les habitants font leurs démarches avec un agent, en mairie et à la bibliothèque.",
            18000m,
            14400m,
            A("2021-04-28T14:00"),
            A("2021-05-04T11:05"),
            A("2021-05-06T10:00"),
            A("2021-05-27T16:20"),
            A("2021-06-02T10:00"),
            "Besoin démontré ; la participation des habitants est à préciser."
        ),
        new(
            "porteur.vern",
            "BZH-V1",
            "Portail des familles",
            "Inscriptions, réservations et paiements des familles sur un seul portail, conçu avec des parents et les agents des écoles.",
            28000m,
            20720m,
            A("2021-05-03T09:30"),
            A("2021-05-10T16:08"),
            A("2021-05-12T09:00"),
            A("2021-06-03T16:00"),
            A("2021-06-04T09:30"),
            "Projet simple et utile, coût justifié par un devis."
        ),
        new(
            "porteur.leguerno",
            "BZH-V1",
            "Tablettes de consultation",
            "Mettre à disposition des habitants un accès aux démarches en ligne à la médiathèque.",
            9000m,
            7200m,
            A("2021-05-06T10:00"),
            A("2021-05-11T10:10"),
            A("2021-05-14T10:00"),
            A("2021-05-28T15:00"),
            A("2021-06-04T10:00"),
            "Le service rendu reste proche de l’existant."
        ),
        new(
            "porteur.feldkirch",
            "HR-V1",
            "Formation des secrétaires de mairie",
            "Former les agents aux démarches en ligne et à l’accueil numérique des habitants.",
            8000m,
            6400m,
            A("2021-05-10T10:00"),
            A("2021-05-17T14:45"),
            A("2021-05-19T10:30")
        ),
        new(
            "porteur.colmar",
            "HR-V1",
            "Prise de rendez-vous en ligne",
            "Un rendez-vous pour chaque démarche, choisi en ligne ou par téléphone.",
            50000m,
            35000m,
            A("2021-05-18T09:00"),
            A("2021-05-25T16:05")
        ),
        new(
            "porteur.saint-louis",
            "HR-V1",
            "Signalement des usagers",
            "Les habitants signalent un problème de voirie et suivent la réponse de l’agglomération.",
            90000m,
            18000m,
            A("2021-05-20T09:00"),
            A("2021-05-27T10:20")
        ),
        new(
            "porteur.colmar-agglo",
            "GE-V2",
            "Laboratoire des mobilités",
            "Concevoir avec les usagers un calculateur d’itinéraires qui réunit tous les transports.",
            60000m,
            36000m,
            A("2021-05-17T09:00"),
            A("2021-05-26T17:40")
        ),
        new(
            "porteur.riquewihr",
            "HR-V1",
            "Archives municipales en ligne",
            "Consulter en ligne les registres de la commune.",
            12345.67m,
            4115.18m,
            A("2021-05-30T18:00"),
            null
        ),
    ];

    /// <summary>Those of Bretagne, none on an agenda yet, and eight more: twelve points for one session.</summary>
    public static readonly ImmutableArray<ModeleDeDossier> PourUneSeance =
    [
        .. Tous.Where(m => m.Dispositif == "BZH-V1").Select(m => m with { Inscrit = null, Clos = A("2021-06-25T17:00") }),
        DEte(
            "200065928",
            "Guichet numérique des mobilités",
            "Un seul endroit pour préparer ses trajets et prendre ses titres, dans toute la Bretagne.",
            1_300_000m,
            980_000m,
            1
        ),
        DEte("200068989", "Bus des démarches", "Un bus équipé va au-devant des habitants éloignés du numérique.", 52000m, 39000m, 2),
        DEte(
            "212900468",
            "Port de plaisance en ligne",
            "Les usagers du port réservent et règlent leur place sans se déplacer.",
            30000m,
            21000m,
            3
        ),
        DEte(
            "215601782",
            "Médiathèque augmentée",
            "Le catalogue, les prêts et les ateliers au même endroit, conçus avec les lecteurs.",
            26000m,
            19500m,
            4
        ),
        DEte(
            "213501158",
            "Cantine sans gaspillage",
            "Les familles annoncent les repas, la cuisine ajuste ses commandes.",
            18000m,
            13500m,
            5
        ),
        DEte(
            "215600073",
            "Parcours des nouveaux arrivants",
            "Un parcours d’accueil en ligne, du logement à l’inscription scolaire.",
            22000m,
            16000m,
            6
        ),
        DEte("213502362", "Vie associative", "Salles, subventions et agendas des associations dans un seul espace.", 24000m, 18000m, 7),
        DEte(
            "200084176",
            "Signalements des habitants",
            "Les habitants signalent un problème et suivent la réponse des services.",
            20000m,
            15000m,
            8
        ),
    ];

    /// <summary>Day that the session of September gets in the Grand Est.</summary>
    public static readonly DateOnly SeptembreDansLEst = new(2021, 9, 21);

    /// <summary>All of them, and those of the summer decided in October: accords for every step of what follows.</summary>
    public static readonly ImmutableArray<ModeleDeDossier> PourUnSuivi =
    [
        .. Tous.Select(m =>
            m is { Dispositif: "BZH-V1" } or { Depose: null }
                ? m
                : m with
                {
                    PrisEnCharge = A("2021-06-07T10:30"),
                    Clos = A("2021-08-30T16:00"),
                    Inscrit = A("2021-09-06T09:00"),
                    Seance = SeptembreDansLEst,
                    Synthese = "Projet mûr, coût justifié par un devis.",
                }
        ),
        .. PourUneSeance
            .Where(m => m is { Cout: < 100_000m, Depose: { Month: 7 } })
            .Select(m => m with { Inscrit = A("2021-10-01T09:00"), Seance = new DateOnly(2021, 10, 19) }),
        DOctobre(
            "porteur.leguerno",
            "Archives partagées",
            "Deux communes numérisent et classent leurs archives avec le même outil.",
            31250m,
            25000m
        ) with
        {
            Membre = ("215601436", 40m),
        },
        DOctobre("212902332", "Guichet des démarches", "Toutes les démarches de la ville au même endroit.", 20000m, 15000m),
        DOctobre("212201131", "Agenda partagé", "Les services et les associations tiennent le même agenda.", 16000m, 12000m),
        DOctobre("212902324", "Accueil sans attente", "Les habitants choisissent leur heure et leur guichet.", 24000m, 18000m),
        DOctobre("242900694", "Inscriptions scolaires", "Une seule inscription pour l’école, la cantine et le car.", 30000m, 22500m),
        DOctobre("porteur.beuzec", "Sentiers du littoral", "Une carte des sentiers que les randonneurs corrigent.", 12000m, 9000m),
    ];

    /// <summary>Deposited in August, decided in October: the act may be notified until the spring.</summary>
    private static ModeleDeDossier DOctobre(string compte, string titre, string resume, decimal cout, decimal demande) =>
        new(
            compte,
            "BZH-V1",
            titre,
            resume,
            cout,
            demande,
            A("2021-08-20T09:00"),
            A("2021-08-23T10:00"),
            A("2021-08-30T09:00"),
            A("2021-09-20T09:00"),
            A("2021-10-01T10:00"),
            "Projet mûr, coût justifié par un devis."
        )
        {
            Seance = new DateOnly(2021, 10, 19),
        };

    private static ModeleDeDossier DEte(string siren, string titre, string resume, decimal cout, decimal demande, int jour) =>
        new(
            siren,
            "BZH-V1",
            titre,
            resume,
            cout,
            demande,
            A($"2021-07-0{jour}T09:00"),
            A($"2021-07-0{jour}T10:00"),
            A($"2021-07-1{jour}T09:00"),
            A($"2021-08-0{jour}T09:00"),
            Synthese: "Projet mûr, coût justifié par un devis."
        );

    private static DateTimeOffset A(string heureDeParis) => DateTimeOffset.Parse(heureDeParis + ":00+02:00", CultureInfo.InvariantCulture);
}
