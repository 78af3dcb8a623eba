using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The arrêté that states a caducité or an implicit rejection, or that withdraws a subsidy (documents.md 7.18, 7.19).</summary>
internal static class ArreteDeFin
{
    public static DocumentAProduire De(
        Dossier dossier,
        (ActeAttributif Acte, Decision Accord, Euros Paye) sur,
        FinDeLActe fin,
        Reglement reglement,
        Emetteur emetteur
    )
    {
        var (acte, accord, paye) = sur;
        var (retrait, rejet) = (fin.Etat == EtatDossier.Retiree, acte.RecuLe is null);
        var objet =
            retrait ? ObjetDesObservations.Retrait
            : rejet ? ObjetDesObservations.RejetImplicite
            : ObjetDesObservations.Caducite;
        var titre =
            retrait ? "Arrêté portant retrait d’une subvention de l’État"
            : rejet ? "Décision constatant le rejet implicite d’une demande de subvention"
            : "Arrêté constatant la caducité d’une subvention de l’État";
        return ArreteDuPrefet.Produire(
            ("fin-acte", acte.Numero),
            (rejet && !retrait ? "Décision" : "Arrêté", $"{acte.Numero}-F", $"{titre} – {acte.Beneficiaires[0].Nom}, « {dossier.Titre} »"),
            Visas(dossier, (acte, acte.DerniereSignature ?? accord.PriseLe), fin, reglement, objet),
            Articles(dossier, acte, (retrait, rejet), paye),
            (emetteur, acte.Montant)
        );
    }

    private static IEnumerable<string> Visas(
        Dossier dossier,
        (ActeAttributif Acte, DateOnly Prise) sur,
        FinDeLActe fin,
        Reglement reglement,
        ObjetDesObservations objet
    )
    {
        var (acte, prise) = sur;
        var demande = acte.EnCours(objet)!;
        yield return "Vu le code des relations entre le public et l’administration, notamment ses articles L. 121-1, L. 122-1 "
            + "et L. 211-2 ;";
        if (fin.Fondement is { } fondement)
            yield return fondement == FondementDuRetrait.Illegalite
                ? "Vu le même code, notamment son article L. 242-1 ;"
                : "Vu le même code, notamment le 2° de son article L. 242-2 ;";
        if (dossier.ContenuDepose.Projet.Regime != RegimeDepense.Fonctionnement)
            yield return "Vu le décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement"
                + (
                    objet switch
                    {
                        ObjetDesObservations.RejetImplicite => ", notamment ses articles 7 et 8 ;",
                        ObjetDesObservations.Caducite => ", notamment son article 9 ;",
                        _ => " ;",
                    }
                );
        yield return $"Vu la demande reçue le {Francais.Date(JourDeParis.De(dossier.DeposeLe!.Value))} sous le numéro {dossier.Numero} ;";
        if (acte.RecuLe is { } recu)
            yield return $"Vu {MotsDuSuivi.Le(acte)} n° {acte.Numero}, {MotsDuSuivi.Accord(acte, "notifié")} le {Francais.Date(recu)} ;";
        yield return $"Vu la lettre du {Francais.Date(JourDeParis.De(demande.DemandeesLe))} demandant ses observations au "
            + $"bénéficiaire, reçue le {Francais.Date(demande.RecueLe!.Value)}, et "
            + $"{(demande.Reponse is null ? "l’absence d’observations" : "les observations présentées")} ;";
        if (fin.Fondement == FondementDuRetrait.Illegalite)
            yield return $"Considérant que la décision retirée a été prise le {Francais.Date(prise)} et que son retrait intervient le "
                + $"{Francais.Date(JourDeParis.De(fin.Le))} ;";
        if (objet == ObjetDesObservations.Caducite)
            yield return $"Considérant qu’aucun commencement n’a été déclaré au {Francais.Date(acte.CommencerAvantLe!.Value)}, "
                + "dernier jour du délai ;";
        if (objet == ObjetDesObservations.RejetImplicite)
            yield return $"Considérant qu’aucune décision attributive n’a été notifiée au "
                + $"{Francais.Date(dossier.RejetImpliciteLe!.Value)}, terme du délai ouvert par la demande, l’accord sous réserve proposé "
                + $"par {reglement.Instance.Article} {reglement.Instance.Nom} n’y suffisant pas ;";
        if (demande.Reponse is not null)
            yield return $"Considérant que le bénéficiaire a présenté ses observations, et que "
                + $"{Francais.Minuscule(fin.Motif.TrimEnd('.', ' '))} ;";
        else
            yield return $"Considérant {Francais.Que(fin.Motif.TrimEnd('.', ' '))} ;";
    }

    private static IEnumerable<(string titre, string[] textes)> Articles(
        Dossier dossier,
        ActeAttributif acte,
        (bool Retrait, bool Rejet) fin,
        Euros paye
    )
    {
        var (retrait, rejet) = fin;
        var aide =
            $"La subvention de {acte.Montant} ({MontantEnLettres.De(acte.Montant)}) attribuée par {MotsDuSuivi.Le(acte)} n° {acte.Numero} "
            + $"à {string.Join(" et à ", acte.Beneficiaires.Select(b => ChampsDuSuivi.Nomme(dossier, b)))} pour le projet "
            + $"« {dossier.Titre} »";
        yield return (
            "Objet",
            [
                retrait
                    ? (
                        rejet
                            ? $"L’accord sous réserve de {acte.Montant} donné au projet « {dossier.Titre} » est retiré."
                            : $"{aide} est retirée en totalité."
                    )
                : rejet
                    ? $"Le rejet implicite de la demande « {dossier.Titre} » est constaté. L’accord sous réserve de {acte.Montant} n’a "
                        + "plus d’effet."
                : $"{aide} est caduque.",
            ]
        );
        yield return (
            "Versements",
            [
                paye == Euros.Zero
                    ? "Aucun versement n’ayant été fait, rien n’est à reverser. L’engagement correspondant est retiré."
                    : $"{paye} ont été versés : leur reversement fait l’objet d’une décision distincte, le bénéficiaire entendu. "
                        + "Le reste de l’engagement est retiré.",
            ]
        );
        yield return (
            "Exécution",
            [$"{(rejet && !retrait ? "La présente décision est notifiée" : "Le présent arrêté est notifié")} au bénéficiaire."]
        );
    }
}
