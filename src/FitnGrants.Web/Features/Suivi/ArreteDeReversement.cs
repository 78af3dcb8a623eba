using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The arrêté that asks for money back, once its beneficiary was heard (documents.md 7.20).</summary>
internal static class ArreteDeReversement
{
    public static DocumentAProduire De(UnSuivi s, Reversement r, Emetteur emetteur) =>
        ArreteDuPrefet.Produire(
            ("reversement", $"{s.Acte.Numero}, reversement {r.Rang}"),
            (
                "Arrêté",
                $"{s.Acte.Numero}-R{r.Rang}",
                $"Arrêté portant reversement d’une subvention de l’État – {s.Acte.Beneficiaires[0].Nom}, « {s.Dossier.Titre} »"
            ),
            Visas(s, r),
            Articles(s, r),
            (emetteur, r.Montant)
        );

    private static IEnumerable<string> Visas(UnSuivi s, Reversement r)
    {
        yield return "Vu le code des relations entre le public et l’administration, notamment ses articles L. 121-1, L. 122-1 "
            + "et L. 211-2 ;";
        yield return "Vu le décret n° 2012-1246 du 7 novembre 2012 relatif à la gestion budgétaire et comptable publique ;";
        if (s.Dossier.ContenuDepose.Projet.Regime != RegimeDepense.Fonctionnement)
            yield return "Vu le décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement, "
                + Article(r.Fondement);
        yield return $"Vu {MotsDuSuivi.Le(s.Acte)} n° {s.Acte.Numero}, {MotsDuSuivi.Accord(s.Acte, "notifié")} le "
            + $"{Francais.Date(s.Acte.RecuLe!.Value)} ;";
        if (s.Acte.Fin is { Etat: EtatDossier.Retiree } fin)
            yield return $"Vu l’arrêté n° {s.Acte.Numero}-F du {Francais.Date(JourDeParis.De(fin.Le))} portant retrait de la subvention ;";
        yield return $"Vu la lettre du {Francais.Date(JourDeParis.De(r.DemandeLe))} demandant ses observations au bénéficiaire, reçue le "
            + $"{Francais.Date(r.RecuLe!.Value)}, et {(r.Reponse is null ? "l’absence d’observations" : "les observations présentées")} ;";
        var verse = Verse(s, r.DecideLe!.Value);
        yield return $"Considérant que {verse} ({MontantEnLettres.De(verse)}) ont été versés"
            + (
                r.Fondement == FondementDeReversement.TropPercu
                    ? $" pour {verse.Moins(r.Montant)} dus, soit {r.Montant} à reverser ;"
                    : " au bénéficiaire ;"
            );
        if (r.Fondement == FondementDeReversement.TropPercu)
            yield break;
        if (r.Fondement != FondementDeReversement.ActeRetire)
            yield return $"Considérant {Francais.Que(MotsDesVersements.Fondement(r.Fondement))} ;";
        else if (s.Acte.Fin is { } termine)
            yield return $"Considérant {Francais.Que(MotsDuSuivi.Fin(termine.Etat))} "
                + $"depuis le {Francais.Date(JourDeParis.De(termine.Le))} ;";
        yield return $"Considérant {Francais.Que(r.Motif.TrimEnd('.', ' '))} ;";
    }

    private static string Article(FondementDeReversement fondement) =>
        fondement switch
        {
            FondementDeReversement.TropPercu => "notamment son article 10 ;",
            FondementDeReversement.ObjetChange => "notamment le 1° de son article 14 ;",
            FondementDeReversement.AidesAuDessusDuCout => "notamment le 2° de son article 14 ;",
            FondementDeReversement.DelaisNonTenus => "notamment le 3° de son article 14 ;",
            _ => "notamment son article 14 ;",
        };

    private static IEnumerable<(string titre, string[] textes)> Articles(UnSuivi s, Reversement r)
    {
        var beneficiaires = s.Acte.Beneficiaires;
        var parts =
            beneficiaires.Length > 1 && !s.Acte.Parts.IsEmpty
                ? Repartition.PlusFortReste(r.Montant, [.. beneficiaires.Select(b => b.Part!.Value)])
                : [];
        yield return (
            "Montant",
            [
                $"{r.Montant} ({MontantEnLettres.De(r.Montant)}) sont à reverser par {beneficiaires[0].Nom}.",
                .. parts.Select((p, i) => $"Part de {beneficiaires[i].Nom} : {p}."),
            ]
        );
        yield return (
            "Recouvrement",
            [
                $"Le titre de perception n° {r.Titre} est émis pour ce montant. La somme se verse au comptable public qu’il désigne, dans "
                    + "le délai qu’il indique.",
            ]
        );
        yield return (
            "Effet sur l’acte attributif",
            [
                s.Acte.Fin is null
                    ? $"{Francais.Majuscule(MotsDuSuivi.Le(s.Acte))} n° {s.Acte.Numero} garde ses autres effets."
                    : $"{Francais.Majuscule(MotsDuSuivi.Le(s.Acte))} n° {s.Acte.Numero} a pris fin : aucun autre versement ne suivra.",
            ]
        );
        yield return ("Exécution", ["Le présent arrêté est notifié au bénéficiaire et au comptable assignataire."]);
    }

    /// <summary>Euros paid and not given back that day.</summary>
    private static Euros Verse(UnSuivi s, DateOnly jour) =>
        Euros.Somme(s.Versements.Where(d => d.PayeeLe <= jour).Select(d => d.Paye!.Value))
        - Euros.Somme(s.Acte.Reversements.SelectMany(x => x.Recouvrements).Where(x => x.Le < jour).Select(x => x.Montant));
}
