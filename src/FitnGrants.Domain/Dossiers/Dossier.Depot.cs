using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What is received from the porteur: judged, then kept as a version.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Deposits, or deposits again after « à revoir »: every blocking rule at once refuses it (R71, R72, A11 and R6 only
    /// at the first deposit). The first deposit fixes the number, the instant, the population and the règlement.
    /// </summary>
    /// <exception cref="ActeImpossibleException">The dossier is not the porteur's to deposit.</exception>
    public Resultat Deposer(Depot depot)
    {
        Exiger(EstModifiable && Etat != EtatDossier.ACompleter);
        var (candidature, examen) = Juger(depot);
        var resultat = Resultat.De(depot.Certifie ? examen.Constats : [.. examen.Constats, NonCertifie(depot.Reglement)]);
        if (!resultat.EstAccepte)
            return resultat;
        Accepter(depot, candidature, examen);
        return resultat;
    }

    /// <summary>What the rules say of what is about to be received.</summary>
    private (Candidature Candidature, Examen Examen) Juger(Depot depot)
    {
        if (DeposeLe is not null && depot.Reglement.Version != VersionReglement)
            throw new ActeImpossibleException("Action impossible : le dossier est jugé par le règlement de son premier dépôt.");
        var candidature = Candidature(depot.Porteur, depot.Instant, depot.Membres) with
        {
            Pieces = depot.Pieces?.Select(p => p.Type).ToImmutableArray(),
        };
        return (candidature, Examen.Faire(depot.Reglement, candidature, Completer(depot.Situation), Moment.Depot));
    }

    private void Accepter(Depot depot, Candidature candidature, Examen examen)
    {
        var avant = Etat;
        Numero ??= depot.Numero;
        DeposeLe ??= depot.Instant;
        Porteur ??= depot.Porteur;
        VersionReglement = depot.Reglement.Version;
        DernierDepotLe = depot.Instant;
        EcheanceLe = DelaiLegal.TermeDeRecevabilite(JourDeParis.De(depot.Instant));
        Etat = EtatDossier.Depose;
        // A new deposit is judged afresh.
        (Ecartees, MontantPropose) = ([], null);
        Figer(depot, candidature, examen);
        CompterLesDelais();
        Noter(new Deposer(depot.Par.Fonction, Numero, Version, depot.Empreinte, MontantDemande), avant);
    }

    /// <summary>Keeps what was received as a version: what others read and judge from now on.</summary>
    private void Figer(Depot depot, Candidature candidature, Examen examen)
    {
        (Membres, Individuel, Comparaison) = (depot.Membres, !candidature.EstGroupement, TexteCompare(Contenu.Projet));
        Sirens = [.. candidature.Tous.Select(b => b.Siren).OfType<string>().Distinct(StringComparer.Ordinal)];
        Departements = [.. candidature.Tous.Select(b => b.Departement).Distinct(StringComparer.Ordinal)];
        Version++;
        Titre = Contenu.Projet.Titre?.Trim() ?? "";
        (MontantDemande, Assiette) = (examen.Projet.MontantDemande, examen.Assiette);
        Retenir(depot.Reglement);
        Recherche = TexteCherche();
        versions.Add(
            new VersionDeposee(Version, depot.Instant, Contenu, depot.Empreinte, MontantDemande, Assiette, Titre)
            {
                Pieces = depot.Pieces ?? [],
            }
        );
    }

    /// <summary>« commune de lannion 212201131 portail des familles fitn bzh v1 2021 00017 ».</summary>
    private string TexteCherche() =>
        Francais.Normaliser($"{Libelles.Nature(Porteur!.Nature)} de {Porteur.Nom} {string.Join(' ', Sirens)} {Titre} {Numero}");

    private static Constat NonCertifie(Reglement reglement)
    {
        var regle = reglement.Regles.FirstOrDefault(r => r.Regle is Regles.DossierComplet) ?? reglement.Regles[0];
        return new Constat
        {
            Regle = regle.Code,
            Nom = "Attestation",
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier("Le représentant légal atteste l’exactitude du dossier : cochez la case d’attestation."),
            Source = regle.Source,
            Champ = "certifie",
        };
    }
}
