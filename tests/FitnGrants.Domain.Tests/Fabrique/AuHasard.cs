using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FsCheck;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>Candidatures and situations in which every field may be anything, or not said.</summary>
internal static class AuHasard
{
    public static readonly Gen<decimal> Montants = Gen.OneOf(
        Gen.Choose(0, 1_000).Select(c => c / 100m),
        Gen.Choose(0, int.MaxValue).Select(c => c / 100m),
        Gen.Elements(0m, 0.01m, 0.02m, Euros.Maximum, -0.01m, -Euros.Maximum)
    );

    public static readonly Gen<int?> Populations = Gen.OneOf(
        Gen.Choose(-1, 120_000).Select(p => (int?)p),
        Gen.Elements<int?>(null, 0, 1, 999, 1_000, 79_999, 80_000, 99_999, 100_000, int.MaxValue)
    );

    public static readonly Gen<Reglement> Reglements = Gen.Elements(UnReglement.Tous.AsEnumerable());

    public static readonly Gen<DateOnly> Jours = Gen.OneOf(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber),
        Gen.Choose(0, 1_200).Select(j => new DateOnly(2021, 1, 1).AddDays(j)),
        Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29))
    );

    public static readonly Gen<DateTimeOffset> Instants = Gen.OneOf(
        Gen.Choose(2020, 2030)
            .SelectMany(
                _ => Gen.Choose(0, 365 * 24 * 60),
                (annee, minutes) => new DateTimeOffset(annee, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)
            ),
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
    );

    private static readonly Gen<string?> Textes = Gen.Elements<string?>(
        null,
        "",
        " ",
        "Portail famille",
        "Conseillers numériques",
        "GED et permis de construire",
        "\u0301\0😀"
    );

    private static readonly Gen<bool?> OuiNon = Gen.Elements<bool?>(null, true, false);

    private static readonly Gen<int?> Nombres = Gen.Elements<int?>(null, int.MinValue, -1, 0, 1, 12, int.MaxValue);

    private static readonly Gen<Euros?> EurosDits = Dit(Montants.Select(m => new Euros(m)));

    private static readonly Gen<LigneDepense> Depenses =
        from texte in Textes
        from categorie in Un<CategorieDepense>()
        from ht in EurosDits
        from ttc in EurosDits
        from eligible in Gen.Elements(true, true, false)
        from pays in Gen.Elements<string?>(null, "", "FR", "us", "ZZ")
        select new LigneDepense(texte ?? "", categorie, ht, ttc, eligible, pays);

    private static readonly Gen<LigneRessource> Ressources =
        from type in Un<TypeRessource>()
        from montant in EurosDits
        from statut in Dit(Un<StatutRessource>())
        from preuve in OuiNon
        select new LigneRessource(type, null, montant, statut, preuve);

    private static readonly Gen<Beneficiaire> Corps =
        from nature in Un<NatureJuridique>()
        from totale in Populations
        from municipale in Populations
        from departement in Gen.Elements("35", "56", "68", "75", "")
        from siren in Gen.Elements<string?>(null, "213503527", "215600776", "216802777")
        from anticipe in Gen.Elements(true, false)
        select UneCandidature.Corps("Organisme", nature, departement, totale, siren, municipale) with
        {
            MillesimeAnticipe = anticipe,
        };

    private static readonly Gen<Projet> Ecrits =
        from textes in Textes.ArrayOf(8)
        from themes in Dit(Liste(Un<Thematique>()))
        from appuis in Dit(Liste(Un<NatureAppui>()))
        from etat in Dit(Un<EtatAvancement>())
        from regime in Dit(Un<RegimeDepense>())
        from dits in OuiNon.ArrayOf(9)
        select new Projet
        {
            Titre = textes[0],
            Resume = textes[1],
            Lieux = textes[2],
            MethodeParticipative = textes[3],
            Mutualisation = textes[4],
            PlusValue = textes[5],
            LicenceCode = textes[6],
            LicenceDocumentation = textes[7],
            Thematiques = themes,
            NaturesAppui = appuis,
            EtatAvancement = etat,
            Regime = regime,
            Urbanisme = dits[0],
            TvaNonRecuperable = dits[1],
            Exclusivite = dits[2],
            Devis = dits[3],
            Deliberation = dits[4],
            Laboratoire = dits[5] is null ? null : new Laboratoire(textes[0], dits[6]),
            Crte = dits[7] is null ? null : new Crte(textes[1], dits[8]),
        };

    public static readonly Gen<Projet> Projets =
        from ecrit in Ecrits
        from indicateurs in Dit(Textes.SelectMany(_ => Nombres.ArrayOf(3), (t, n) => (Texte: t, Nombres: n)))
        from qpv in Dit(OuiNon.ArrayOf(2).Select(q => (Beneficiaire: q[0], Experimentation: q[1])))
        from revendications in Dit(
            Liste(
                Un<Priorite>()
                    .SelectMany(_ => OuiNon, (p, oui) => (Priorite: p, Oui: oui))
                    .SelectMany(_ => Textes, (x, texte) => new Revendication(x.Priorite, x.Oui ?? false, texte))
            )
        )
        from depenses in Dit(Liste(Depenses))
        from ressources in Dit(Liste(Ressources))
        from taxe in Dit(Un<BaseTaxe>())
        from jours in Dit(Jours).ArrayOf(4)
        select ecrit with
        {
            Indicateurs = indicateurs is { } i ? new Indicateurs(i.Texte, i.Nombres[0], i.Nombres[1], i.Nombres[2], i.Texte) : null,
            Qpv = qpv is { } q ? new Qpv(q.Beneficiaire, q.Experimentation, null) : null,
            Revendications = revendications,
            Depenses = depenses,
            Ressources = ressources,
            BaseTaxe = taxe,
            DateDebutPrevue = jours[0],
            DateFinPrevue = jours[1],
            DateEffetConcret = jours[2],
            DatePremierActeJuridique = jours[3],
        };

    private static readonly Gen<Groupement> Groupements =
        from parts in Dit(Gen.Choose(-1_000, 20_000).Select(p => p / 100m)).ArrayOf(3)
        from nombre in Gen.Choose(0, 2)
        from siren in Gen.Elements("213503527", "215600776", "")
        from attestation in Gen.Elements(true, false)
        from contact in Textes
        select new Groupement
        {
            PartDuChefDeFile = parts[0],
            Membres = [.. parts.Skip(1).Take(nombre).Select(p => new MembreDeGroupement(siren, p, attestation))],
            ContactOperationnel = contact,
        };

    public static readonly Gen<Candidature> Candidatures =
        from porteur in Corps
        from membres in Liste(Corps)
        from projet in Projets
        from instant in Instants
        from groupement in Groupements
        from presence in Gen.Choose(0, 7)
        select new Candidature
        {
            Porteur = porteur,
            Membres = membres,
            Projet = projet,
            Instant = instant,
            Identite = (presence & 1) == 0 ? null : UnProjet.Identite,
            Groupement = (presence & 2) == 0 ? null : groupement,
            Origines = (presence & 4) == 0 ? [] : ["FITN-BZH-V1-2021-00007"],
        };

    public static readonly Gen<Situation> Situations =
        from disponible in EurosDits
        from jours in Liste(Jours)
        from seance in Dit(Jours)
        from reception in Dit(Instants)
        from refus in Gen.Choose(0, 3)
        from identique in OuiNon
        from nombre in Gen.Choose(0, 3)
        from dispositif in Gen.Elements("BZH-V1", "HR-V1", "GE-V2")
        select new Situation
        {
            Disponible = disponible,
            LimitesOrdreDuJour = jours,
            Seances = jours,
            DateSeance = seance,
            ReceptionLe = reception,
            PremierDepot = reception is null,
            NombreARevoir = nombre,
            Accords = nombre == 0 ? [] : [new AccordActif(dispositif, "213503527", identique ?? true, "Portail", "N")],
            Refus =
                (refus & 1) == 0 ? [] : [new RefusPrononce(dispositif, "N", "Portail famille", ["213503527"], new DateOnly(2021, 6, 22))],
            Semblables = (refus & 2) == 0 ? [] : [new ProjetSemblable("N", "Portail", dispositif, 85)],
            Rapprochements = identique is { } i
                ? ImmutableDictionary<string, bool>.Empty.Add("N", i)
                : ImmutableDictionary<string, bool>.Empty,
            LaureatsParDepartement = nombre == 1 ? null : ImmutableDictionary<string, int>.Empty.Add("35", nombre),
            AvisRendus = nombre == 2 ? ["68"] : [],
        };

    public static readonly Gen<DecisionProposee?> Decisions =
        from type in Un<TypeDecision>()
        from texte in Textes
        from montant in EurosDits
        from fondements in Liste(Un<Fondement>())
        from sans in Gen.Elements(true, false)
        from absente in Gen.Choose(0, 3)
        select absente == 0
            ? null
            : new DecisionProposee
            {
                Type = type,
                Motivation = texte,
                Fondements = fondements,
                MontantAccorde = montant,
                Axes = texte is null ? default : [new(texte, null)],
                Referent = texte,
                SansSeanceUlterieure = sans,
            };

    public static readonly Gen<EtatDesLieuxJuge?> EtatsDesLieux =
        from jours in Dit(Jours).ArrayOf(2)
        from juge in Jours
        from texte in Textes
        from montants in EurosDits.ArrayOf(2)
        from entreprises in Dit(Liste(Textes))
        select jours[0] is not { } echeance
            ? null
            : new EtatDesLieuxJuge
            {
                Echeance = echeance,
                JugeLe = juge,
                TransmisLe = jours[1],
                Avancement = texte,
                DepensesPayees = montants[0],
                Depense = montants[1],
                CreditsConsommes = montants[1],
                Entreprises = entreprises is { } e ? [.. e.Select(d => new EntrepriseAttributaire("Entreprise", d, montants[0]))] : null,
            };

    /// <summary>A value, or nothing once in five.</summary>
    private static Gen<T?> Dit<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((4, gen.Select(x => (T?)x)), (1, Gen.Constant((T?)null)));

    private static Gen<ImmutableArray<T>> Liste<T>(Gen<T> gen) =>
        Gen.Choose(0, 3).SelectMany(n => gen.ArrayOf(n)).Select(a => a.ToImmutableArray());

    private static Gen<T> Un<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>().AsEnumerable());
}
