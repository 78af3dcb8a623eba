using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>Candidatures that every rule of their dispositif accepts; a test changes one thing.</summary>
internal static class UneCandidature
{
    public static readonly Beneficiaire Vern = Corps("Vern-sur-Seiche", NatureJuridique.Commune, "35", 8_193, "213503527", 8_049);
    public static readonly Beneficiaire LeGuerno = Corps("Le Guerno", NatureJuridique.Commune, "56", 1_004, "215600776", 988);
    public static readonly Beneficiaire RennesMetropole = Corps(
        "Rennes Métropole",
        NatureJuridique.Metropole,
        "35",
        461_166,
        "243500139",
        451_762
    );

    public static readonly Beneficiaire Riquewihr = Corps("Riquewihr", NatureJuridique.Commune, "68", 1_100, "216802777", 1_081);
    public static readonly Beneficiaire Colmar = Corps("Colmar", NatureJuridique.Commune, "68", 69_774, "216800664", 68_703);
    public static readonly Beneficiaire Mulhouse = Corps("Mulhouse", NatureJuridique.Commune, "68", 110_174, "216802249", 108_942);
    public static readonly Beneficiaire Feldkirch = Corps("Feldkirch", NatureJuridique.Commune, "68", 1_015, "216800888", 995);
    public static readonly Beneficiaire CaColmar = Corps(
        "CA Colmar Agglomération",
        NatureJuridique.CA,
        "68",
        115_976,
        "246800726",
        113_621
    );

    public static readonly Candidature Bretonne = new()
    {
        Porteur = Vern,
        Projet = UnProjet.Complet(28_000m, 20_720m),
        Identite = UnProjet.Identite,
        Instant = Quand.Le(2021, 5, 10),
    };

    public static readonly Candidature HautRhinoise = Bretonne with { Porteur = Riquewihr, Projet = UnProjet.Complet(20_000m, 16_000m) };

    public static readonly Candidature GrandEst = HautRhinoise with
    {
        Porteur = CaColmar,
        Projet = UnProjet.Complet(20_000m, 16_000m) with { Laboratoire = new Laboratoire("Laboratoire d’Alsace", Lettre: true) },
    };

    /// <summary>Communes of Ille-et-Vilaine together, the first leading, each with its share in percent.</summary>
    public static Candidature Groupement(params (string Siren, decimal Part)[] parts) =>
        Bretonne with
        {
            Porteur = Corps("Chef de file", NatureJuridique.Commune, "35", 8_193, parts[0].Siren, 8_049),
            Membres = [.. parts.Skip(1).Select(p => Corps($"Membre {p.Siren}", NatureJuridique.Commune, "35", 3_000, p.Siren, 2_950))],
            Groupement = new Groupement
            {
                PartDuChefDeFile = parts[0].Part,
                Membres = [.. parts.Skip(1).Select(p => new MembreDeGroupement(p.Siren, p.Part, Attestation: true))],
                ContactOperationnel = "Direction générale des services",
            },
        };

    public static Beneficiaire Corps(
        string nom,
        NatureJuridique nature,
        string departement,
        int? totale,
        string? siren = null,
        int? municipale = null
    ) =>
        new()
        {
            Siren = siren,
            Nom = nom,
            Nature = nature,
            Departement = departement,
            PopulationTotale = totale,
            PopulationMunicipale = municipale ?? totale,
            Millesime = siren is null ? null : 2018,
        };

    public static Beneficiaire Commune(int? population, string departement = "68") =>
        Corps("Commune-Test", NatureJuridique.Commune, departement, population);

    public static Candidature Avec(this Candidature candidature, Func<Projet, Projet> change) =>
        candidature with
        {
            Projet = change(candidature.Projet),
        };

    public static Candidature De(this Candidature candidature, Beneficiaire porteur, params Beneficiaire[] membres) =>
        candidature with
        {
            Porteur = porteur,
            Membres = [.. membres],
        };
}
