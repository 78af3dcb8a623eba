using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>A dossier in each state, brought there by its own verbs.</summary>
internal static class UnDossier
{
    public static readonly Acteur Representant = Qui("Vern-sur-Seiche, représentant légal", Role.RepresentantLegal);
    public static readonly Acteur Instructeur = Qui("Préfecture d’Ille-et-Vilaine, instruction", Role.InstructeurDep);
    public static readonly Acteur Secretaire = Qui("SGAR, secrétariat", Role.Secretaire);

    public static readonly DateTimeOffset DateDeDepot = Quand.Le(2021, 5, 10);

    public static Acteur Qui(string fonction, params Role[] roles) =>
        new(Guid.CreateVersion7(), fonction, [.. roles.Select(r => new Habilitation(r))]);

    public static Collectivite Collectivite(Beneficiaire b) =>
        Domain.Collectivites.Collectivite.Creer(
            b.Siren!,
            b.Nom,
            b.Nature,
            null,
            b.Departement,
            "53",
            [new PopulationMillesime(2018, new DateOnly(2021, 1, 1), b.PopulationMunicipale, b.PopulationTotale)]
        );

    public static ContenuDossier Contenu(Projet projet) => new() { Identite = UnProjet.Identite, Projet = projet };

    public static Dossier Brouillon(Candidature? candidature = null, Reglement? reglement = null)
    {
        var c = candidature ?? UneCandidature.Bretonne;
        var dossier = Dossier.Creer(
            reglement ?? UnReglement.Bretagne,
            Collectivite(c.Porteur),
            Representant,
            "jeton",
            Quand.Le(2021, 5, 1)
        );
        dossier.Enregistrer(Contenu(c.Projet) with { Groupement = c.Groupement }, Quand.Le(2021, 5, 2));
        return dossier;
    }

    public static Depot Depot(
        DateTimeOffset? instant = null,
        Reglement? reglement = null,
        Beneficiaire? porteur = null,
        Situation? situation = null
    ) =>
        new()
        {
            Par = Representant,
            Instant = instant ?? DateDeDepot,
            Certifie = true,
            Reglement = reglement ?? UnReglement.Bretagne,
            Porteur = porteur ?? UneCandidature.Vern,
            Situation = situation ?? Quand.Situation(reglement ?? UnReglement.Bretagne),
            Numero = "FITN-BZH-V1-2021-00001",
            Empreinte = "e3b0c442",
        };

    public static Dossier Depose(Candidature? candidature = null, Reglement? reglement = null, DateTimeOffset? instant = null)
    {
        var dossier = Brouillon(candidature, reglement);
        var resultat = dossier.Deposer(Depot(instant, reglement, candidature?.Porteur) with { Membres = candidature?.Membres ?? [] });
        Assert.True(resultat.EstAccepte, string.Join(" / ", resultat.Refus.Select(r => r.Message)));
        return dossier;
    }

    public static Dossier EnInstruction(Candidature? candidature = null, Reglement? reglement = null, DateTimeOffset? instant = null)
    {
        var dossier = Depose(candidature, reglement, instant);
        dossier.PrendreEnCharge(PriseEnCharge(reglement));
        return dossier;
    }

    public static PriseEnCharge PriseEnCharge(Reglement? reglement = null) =>
        new(Instructeur, Quand.Le(2021, 5, 20), reglement ?? UnReglement.Bretagne, Quand.Situation(reglement ?? UnReglement.Bretagne));

    public static Dossier Instruit(Candidature? candidature = null, Reglement? reglement = null, DateTimeOffset? instant = null)
    {
        var dossier = EnInstruction(candidature, reglement, instant);
        Clore(dossier);
        return dossier;
    }

    public static void Clore(Dossier dossier, string? nonConforme = null, Euros? montant = null)
    {
        Assert.True(
            dossier
                .Conclure(
                    [.. dossier.Grille.Select(c => new ConclusionSaisie(c.Id, Conclure(c, nonConforme), "Vu."))],
                    Instructeur,
                    Quand.Le(2021, 5, 25)
                )
                .EstAccepte
        );
        Assert.True(
            dossier
                .Clore(
                    new Cloture(Instructeur, Quand.Le(2021, 5, 26), "Favorable.")
                    {
                        Montant = montant,
                        Reglement = montant is null ? null : UnReglement.Bretagne,
                    }
                )
                .EstAccepte
        );
    }

    public static Dossier A(EtatDossier etat)
    {
        switch (etat)
        {
            case EtatDossier.Brouillon:
                return Brouillon();
            case EtatDossier.Depose:
                return Depose();
            case EtatDossier.EnInstruction:
                return EnInstruction();
            case EtatDossier.ACompleter:
                return ACompleter();
            case EtatDossier.Instruit:
                return Instruit();
            case EtatDossier.Irrecevable:
                return Irrecevable();
            case EtatDossier.Reoriente:
                return Reoriente();
            case EtatDossier.Retire:
                return Retire();
            case > EtatDossier.Retire:
                return UnActe.A(etat).Dossier;
        }
        var dossier = Instruit();
        var seance = UneSeance.Ouverte(null, null, dossier);
        if (etat == EtatDossier.InscritSeance)
            return dossier;
        var (resultat, decision) = seance.Decide(
            dossier,
            etat switch
            {
                EtatDossier.AccordSousReserve => UneSeance.Accord(),
                EtatDossier.EnReconstruction => UneSeance.ARevoir(),
                _ => UneSeance.Refus(),
            }
        );
        Assert.True(resultat.EstAccepte);
        dossier.Notifier(decision!, UnReglement.Bretagne, Secretaire, Quand.Le(2021, 6, 25));
        return dossier;
    }

    public static Irrecevabilite ActeDIrrecevabilite(DateTimeOffset? instant = null) =>
        new(Instructeur, instant ?? Quand.Le(2021, 7, 1), UnReglement.Bretagne, "R24", "Le projet sort du champ du dispositif.");

    public static Reorientation ActeDeReorientation() =>
        new(Instructeur, Quand.Le(2021, 7, 1), UnReglement.Bretagne, "R32", "Axe 2 (DINUM)", "Le projet est de dimension nationale.");

    public static DemandeDeComplements Demande(params PointDemande[] points) =>
        new(
            Instructeur,
            Quand.Le(2021, 5, 25),
            new DateOnly(2021, 6, 4),
            points.Length > 0
                ? [.. points]
                : [new PointDemande("resume", "Dites qui est concerné."), new PointDemande("pieces.Devis", "Joignez le devis.")]
        );

    /// <summary>Asked for its summary and a quote.</summary>
    public static Dossier ACompleter(params PointDemande[] points)
    {
        var dossier = EnInstruction();
        Assert.True(dossier.DemanderDesComplements(Demande(points)).EstAccepte);
        return dossier;
    }

    /// <summary>In instruction, its agent having found that R24 does not hold.</summary>
    public static Dossier EnDefaut()
    {
        var dossier = EnInstruction();
        Assert.True(
            dossier
                .Conclure(
                    [new ConclusionSaisie(dossier.Grille.Single(c => c.Regle == "R24").Id, Conclusion.NonConforme, "Hors champ.")],
                    Instructeur,
                    Quand.Le(2021, 5, 25)
                )
                .EstAccepte
        );
        return dossier;
    }

    private static Dossier Irrecevable()
    {
        var dossier = EnDefaut();
        Assert.True(dossier.DeclarerIrrecevable(ActeDIrrecevabilite()).EstAccepte);
        return dossier;
    }

    private static Dossier Reoriente()
    {
        var dossier = EnInstruction();
        Assert.True(dossier.Reorienter(ActeDeReorientation()).EstAccepte);
        return dossier;
    }

    private static Dossier Retire()
    {
        var dossier = EnInstruction();
        dossier.Retirer("Projet abandonné.", Representant);
        return dossier;
    }

    /// <summary>Sent back by a session, not yet told.</summary>
    public static (Dossier Dossier, Decision Decision) DecideNonNotifie(DecisionProposee proposee)
    {
        var dossier = Instruit();
        var (resultat, decision) = UneSeance.Ouverte(null, null, dossier).Decide(dossier, proposee);
        Assert.True(resultat.EstAccepte);
        return (dossier, decision!);
    }

    private static Conclusion Conclure(Controle controle, string? nonConforme) =>
        controle.Regle == nonConforme ? Conclusion.NonConforme
        : controle.Propose == ResultatConstat.NonApplicable ? Conclusion.SansObjet
        : Conclusion.Conforme;
}
