using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>A body named by a request: in the referential, or fictitious.</summary>
public sealed record CollectiviteDemandee(string Chemin, string? Siren, string? CodeInsee, Beneficiaire? Fictif);

/// <summary>A simulation as asked, read from JSON (experience.md, The simulation interface).</summary>
public sealed record DemandeDeSimulation(
    string? Dispositif,
    CollectiviteDemandee? Porteur,
    ImmutableArray<CollectiviteDemandee> Membres,
    DateTimeOffset? DeposeLe,
    Projet Projet
)
{
    public static DemandeDeSimulation Lire(ValeurJson racine)
    {
        racine.Objet();
        var porteur = racine["porteur"];
        if (!porteur.EstDit)
            porteur.Erreur("Indiquez le porteur : siren, codeInsee ou fictif.");
        if (!racine["dispositif"].EstDit)
            racine["dispositif"].Erreur("Indiquez le dispositif.");
        return new DemandeDeSimulation(
            racine["dispositif"].Texte(),
            LireCollectivite(porteur),
            [.. (racine["membres"].Liste() ?? []).Select(LireCollectivite).OfType<CollectiviteDemandee>()],
            racine["deposeLe"].Instant(),
            LireProjet(racine)
        );
    }

    private static CollectiviteDemandee? LireCollectivite(ValeurJson v)
    {
        if (!v.EstDit || !v.Objet())
            return null;
        var cles = new[] { v["siren"], v["codeInsee"], v["fictif"] }.Count(c => c.EstDit);
        if (cles != 1)
        {
            v.Erreur("Donnez une seule clé : siren, codeInsee ou fictif.");
            return null;
        }
        return new CollectiviteDemandee(v.Chemin, LireSiren(v["siren"]), LireCodeInsee(v["codeInsee"]), LireFictif(v["fictif"]));
    }

    private static string? LireSiren(ValeurJson v)
    {
        if (v.Texte() is not { } texte)
            return null;
        if (Siren.TryParse(texte, out var siren))
            return siren.Valeur;
        if (Siret.TryParse(texte, out var siret))
            return siret.Siren;
        v.Erreur("SIREN ou SIRET invalide : vérifiez ses chiffres.");
        return null;
    }

    private static string? LireCodeInsee(ValeurJson v)
    {
        if (v.Texte() is not { } texte)
            return null;
        var code = texte.Trim().ToUpperInvariant();
        if (code.Length == 5 && code.Skip(2).All(char.IsAsciiDigit) && code.All(char.IsAsciiLetterOrDigit))
            return code;
        v.Erreur("Un code INSEE a cinq caractères, par exemple 68066.");
        return null;
    }

    private static Beneficiaire? LireFictif(ValeurJson v)
    {
        if (!v.EstDit || !v.Objet())
            return null;
        if (!v["type"].EstDit)
            v["type"].Erreur("Indiquez le type de la collectivité.");
        if (!v["departement"].EstDit)
            v["departement"].Erreur("Indiquez le département.");
        return new Beneficiaire
        {
            Nom = v["nom"].Texte() ?? "Collectivité fictive",
            Nature = v["type"].Enumere<NatureJuridique>() ?? NatureJuridique.Autre,
            Departement = v["departement"].Texte() ?? "",
            PopulationTotale = v["populationTotale"].Entier(),
            PopulationMunicipale = v["populationMunicipale"].Entier(),
        };
    }

    private static Projet LireProjet(ValeurJson r) =>
        new()
        {
            Titre = r["titre"].Texte(),
            Resume = r["resume"].Texte(),
            Lieux = r["lieux"].Texte(),
            Thematiques = r["thematiques"].Enumeres<Thematique>(),
            NaturesAppui = r["naturesAppui"].Enumeres<NatureAppui>(),
            EtatAvancement = r["etatAvancement"].Enumere<EtatAvancement>(),
            Regime = r["regime"].Enumere<RegimeDepense>(),
            Urbanisme = r["urbanisme"].Booleen(),
            Laboratoire =
                r["laboratoire"].EstDit && r["laboratoire"].Objet()
                    ? new Laboratoire(r["laboratoire"]["nom"].Texte(), r["laboratoire"]["lettre"].Booleen())
                    : null,
            BaseTaxe = r["baseTaxe"].Enumere<BaseTaxe>(),
            TvaNonRecuperable = r["tvaNonRecuperable"].Booleen(),
            Depenses = r["depenses"].Liste() is { } depenses ? [.. depenses.Select(LireDepense)] : null,
            Ressources = r["ressources"].Liste() is { } ressources ? [.. ressources.Select(LireRessource)] : null,
            MethodeParticipative = r["methodeParticipative"].Texte(),
            Indicateurs = r["indicateurs"].EstDit && r["indicateurs"].Objet() ? LireIndicateurs(r["indicateurs"]) : null,
            Qpv =
                r["qpv"].EstDit && r["qpv"].Objet()
                    ? new Qpv(r["qpv"]["beneficiaire"].Booleen(), r["qpv"]["experimentation"].Booleen(), r["qpv"]["codes"].Texte())
                    : null,
            Exclusivite = r["exclusivite"].Booleen(),
            LicenceCode = r["licenceCode"].Texte(),
            LicenceDocumentation = r["licenceDocumentation"].Texte(),
            Mutualisation = r["mutualisation"].Texte(),
            PlusValue = r["plusValue"].Texte(),
            Crte = r["crte"].EstDit && r["crte"].Objet() ? new Crte(r["crte"]["nom"].Texte(), r["crte"]["inscrit"].Booleen()) : null,
            Devis = r["devis"].Booleen(),
            Deliberation = r["deliberation"].Booleen(),
            Revendications = r["priorites"].Liste() is { } priorites
                ? [.. priorites.Select(LireRevendication).OfType<Revendication>()]
                : null,
            DateDebutPrevue = r["dateDebutPrevue"].Date(),
            DateFinPrevue = r["dateFinPrevue"].Date(),
            DateEffetConcret = r["dateEffetConcret"].Date(),
            DatePremierActeJuridique = r["datePremierActeJuridique"].Date(),
        };

    private static Indicateurs LireIndicateurs(ValeurJson v) =>
        new(v["efficacite"].Texte(), v["nbAgents"].Entier(), v["nbUsagers"].Entier(), v["dureeMois"].Entier(), v["animation"].Texte());

    private static Revendication? LireRevendication(ValeurJson v)
    {
        if (!v.Objet())
            return null;
        if (!v["priorite"].EstDit)
            v["priorite"].Erreur("Indiquez la priorité.");
        return v["priorite"].Enumere<Priorite>() is { } priorite
            ? new Revendication(priorite, v["oui"].Booleen() ?? true, v["justification"].Texte())
            : null;
    }

    private static LigneDepense LireDepense(ValeurJson v)
    {
        v.Objet();
        var pays = v["paysEditeur"].Texte();
        if (pays is not null && !Pays.Noms.ContainsKey(pays))
            v["paysEditeur"].Erreur("Un pays est un code ISO 3166-1 de deux lettres, par exemple FR.");
        return new LigneDepense(
            v["libelle"].Texte() ?? "",
            v["categorie"].Enumere<CategorieDepense>() ?? CategorieDepense.Autre,
            v["montantHT"].Montant(),
            v["montantTTC"].Montant(),
            v["eligible"].Booleen() ?? true,
            pays
        );
    }

    private static LigneRessource LireRessource(ValeurJson v)
    {
        v.Objet();
        if (!v["type"].EstDit)
            v["type"].Erreur("Indiquez l’origine de la ressource.");
        return new LigneRessource(
            v["type"].Enumere<TypeRessource>() ?? TypeRessource.AutrePublic,
            null,
            v["montant"].Montant(),
            v["statut"].Enumere<StatutRessource>(),
            Preuve: null
        );
    }
}
