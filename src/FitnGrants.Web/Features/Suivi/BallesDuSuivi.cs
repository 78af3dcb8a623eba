using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>Who must act on what follows an accord: the first thing its page says.</summary>
internal static class BallesDuSuivi
{
    public static Balle De(UnSuivi s)
    {
        if (s.Acte.Fin is { } fin)
            return new Balle(false, MotsDuSuivi.Fin(fin.Etat), $"Depuis le {Francais.Date(JourDeParis.De(fin.Le))}", fin.Motif, "croix");
        // Nobody reads here: until the paper is received, it is the service's turn.
        if (s is { Gere: true, LuIci: false, Acte.ARepondre: { RecueLe: null } attendue })
            return AuService(
                s,
                "Poster la lettre et noter sa réception",
                $"Le service envisage de {MotsDuSuivi.Mesure(attendue.Objet)} ; le délai de réponse court de cette réception.",
                (PageDeLaMesure(s.Numero, attendue.Objet), "Noter la réception")
            );
        if (s.Acte.ARepondre is { } demande)
            return AuPorteur(
                s,
                ("Présentez vos observations", "Présenter ses observations"),
                $"Le service envisage de {MotsDuSuivi.Mesure(demande.Objet)}. "
                    + (
                        s.Acte.PossibleLe(demande.Objet, s.Reglement) is { } possible
                            ? $"Vous pouvez répondre jusqu’au {Francais.Date(possible.AddDays(-1))}."
                            : "Le jour où sa demande est ouverte ici est celui de sa réception."
                    ),
                s.Execute ? (Adresses.Suivi.Observations(s.Numero), "Répondre") : null
            );
        if (s.Acte is { SiretASaisir: true, Etat: not EtatActe.Projet })
            return AuPorteur(
                s,
                ("Saisissez le SIRET de la collectivité nouvelle", "Saisir le SIRET de la collectivité nouvelle"),
                "L’aide lui est versée sous ce numéro.",
                s.Engage ? (Adresses.Suivi.Sirets(s.Numero), "Saisir le SIRET") : null
            );
        if (DesEtats(s) is { } etat)
            return etat;
        if (DeLArgent(s) is { } argent)
            return argent;
        if (DeLAvenant(s) is { } avenant)
            return avenant;
        return s.Acte.Etape switch
        {
            EtapeDeSuivi.AEditer => AvantLEdition(s),
            EtapeDeSuivi.ASigner => AuService(
                s,
                $"Faire signer {MotsDuSuivi.Le(s.Acte)}",
                s.DuPorteur && s.Acte.Termes?.Type == TypeActe.Convention
                    ? "Le service vous l’envoie à signer, puis la signe. " + Avant(s)
                    : Avant(s),
                (Adresses.Suivi.Acte(s.Numero), "Noter les signatures")
            ),
            EtapeDeSuivi.ANotifier => AuService(
                s,
                $"Envoyer {MotsDuSuivi.Le(s.Acte)}",
                Avant(s),
                (Adresses.Suivi.Acte(s.Numero), "Envoyer")
            ),
            EtapeDeSuivi.EnAttenteDeReception when s is { Gere: true, LuIci: false } => AuService(
                s,
                $"Poster {MotsDuSuivi.Le(s.Acte)} et noter sa réception",
                $"Personne n’a de compte pour {s.Porteur} : les délais du projet partent de l’avis de réception.",
                (Adresses.Suivi.Acte(s.Numero), "Noter la réception")
            ),
            EtapeDeSuivi.EnAttenteDeReception => AuPorteur(
                s,
                s.Acte.Termes?.Type == TypeActe.Arrete
                    ? ("Ouvrez votre arrêté", "Ouvrir son arrêté")
                    : ("Ouvrez votre convention", "Ouvrir sa convention"),
                "Le jour de sa première ouverture ici est celui de sa réception : les délais du projet en partent.",
                s.Execute ? (Adresses.Suivi.Papier(s.Numero), "Ouvrir, PDF") : null
            ),
            EtapeDeSuivi.ACommencer => AuPorteur(
                s,
                ("Déclarez le commencement du projet", "Déclarer le commencement du projet"),
                $"Au plus tard le {Francais.DateLongue(s.Acte.CommencerAvantLe!.Value)} : bon de commande, devis signé. Passé "
                    + $"ce jour, l’aide "
                    + "peut être perdue.",
                s.Execute ? (Adresses.Suivi.Commencement(s.Numero), "Déclarer") : null
            ),
            _ => AuPorteur(
                s,
                ("Réalisez votre projet", "Réaliser son projet"),
                (s.Acte.Termes?.AchevementPrevu is { } jour ? $"Achèvement prévu le {Francais.DateLongue(jour)}. " : "")
                    + (s.DuPorteur ? "Les versements se demandent ici." : ""),
                s.Execute ? (Adresses.Suivi.Versements(s.Numero), "Demander un versement") : null
            ),
        };
    }

    /// <summary>
    /// A report to correct, or due and open, where nothing else is the porteur's turn; one to read, for who reads it.
    /// </summary>
    private static Balle? DesEtats(UnSuivi s)
    {
        var (a, n) = (s.Acte, s.Numero);
        if (
            s.Controle
            && s.EtatsDesLieux.FirstOrDefault(e => e.Stade == StadeDEtat.Transmis) is { } aLire
            && (!s.Gere || a.VersementAttend is null)
        )
            return new Balle(
                true,
                "À vous",
                $"Lire l’état des lieux n° {aLire.Rang}",
                $"Transmis le {Francais.Date(aLire.TransmisLe!.Value)}.",
                "bac",
                Adresses.Suivi.EtatDesLieux(n, aLire.Rang),
                "Lire"
            );
        if (!s.DuPorteur || a.VersementAttend is EtapeDeVersement.ChezLePorteur or EtapeDeVersement.AReverser)
            return null;
        if (s.EtatsDesLieux.FirstOrDefault(e => e.Stade == StadeDEtat.ACorriger) is { } aCorriger)
            return AuPorteur(
                s,
                ($"Corrigez votre état des lieux n° {aCorriger.Rang}", ""),
                string.Join(' ', aCorriger.Points.Select(p => p.Texte)),
                s.Execute ? (Adresses.Suivi.ProchainEtat(n), "Corriger") : null
            );
        if (a.EtatAttenduLe is not { } attendu || a.EtatOuvreLe > s.Aujourdhui || (a.Commencement is null && !a.EtatEnRetard(s.Aujourdhui)))
            return null;
        if (a.EnDemeure is { } demeure)
            return AuPorteur(
                s,
                ("Rendez votre état des lieux : vous êtes mis en demeure", ""),
                demeure.RepondreAvantLe is { } repondre
                    ? $"À rendre au plus tard le {Francais.DateLongue(repondre)}."
                        + (a.Termes!.PaiementsSuspendus ? " Ensuite, les versements attendent qu’il le soit." : "")
                    : "Trente jours courent de l’ouverture de la lettre.",
                s.Execute ? (Adresses.Suivi.EtatsDesLieux(n), "Voir la mise en demeure") : null
            );
        return AuPorteur(
            s,
            ("Rendez votre état des lieux", ""),
            (
                a.EtatEnRetard(s.Aujourdhui)
                    ? $"Il était attendu le {Francais.Date(attendu)}."
                    : $"Il est attendu le {Francais.DateLongue(attendu)}."
            ) + " Cinq minutes sur un téléphone : tout est repris du précédent.",
            s.Execute ? (Adresses.Suivi.ProchainEtat(n), "Le remplir") : null
        );
    }

    /// <summary>What a payment, a reversement or the balance waits for; null where nothing does.</summary>
    private static Balle? DeLArgent(UnSuivi s)
    {
        var (a, n) = (s.Acte, s.Numero);
        if (s.Gere && s.Versements.FirstOrDefault(d => d.EcartOuvert) is { } ecart)
            return AuService(
                s,
                $"Régler l’écart : {Francais.Minuscule(MotsDesVersements.Nom(ecart, s.Versements))}",
                "",
                (Adresses.Suivi.Versement(n, ecart.Rang), "Ouvrir")
            );
        if (s.Versements.FirstOrDefault(d => d.Etat == EtatDeVersement.ACompleter) is { } rendue)
            return AuPorteur(
                s,
                ("Complétez votre demande de versement", "Compléter sa demande de versement"),
                rendue.ACompleter ?? "",
                s.Execute ? (Adresses.Suivi.Versement(n, rendue.Rang), "Compléter") : null
            );
        if (
            a.Reversements.FirstOrDefault(r => r.Ouvert) is { } reversement
            && (s.DuPorteur || a.VersementAttend is null or >= EtapeDeVersement.EcartARegler)
        )
            return reversement.Etat == EtatDeReversement.Decide
                    ? AuPorteur(
                        s,
                        ($"Reversez {reversement.Reste}", $"Reverser {reversement.Reste}"),
                        $"Titre {reversement.Titre}, du {Francais.Date(reversement.DecideLe!.Value)}.",
                        s.Execute ? (Adresses.Suivi.Reversements(n), "Voir le reversement") : null
                    )
                : reversement.RecuLe?.AddDays(ObservationsPrealables.Jours(s.Reglement)) <= s.Aujourdhui
                    ? AuService(
                        s,
                        "Décider le reversement",
                        $"{reversement.Montant} ; le bénéficiaire a eu ses jours pour répondre.",
                        (Adresses.Suivi.Reversements(n), "Décider")
                    )
                : AuPorteur(
                    s,
                    ("Présentez vos observations sur un reversement", "Présenter ses observations sur un reversement"),
                    $"Le service envisage de demander {reversement.Montant}.",
                    s.Execute ? (Adresses.Suivi.Reversements(n), "Lire la demande") : null
                );
        if (a.VersementAttend is { } attend && s.Versements.FirstOrDefault(d => Attend(d, attend)) is { } demande)
        {
            var nom = Francais.Minuscule(MotsDesVersements.Nom(demande, s.Versements));
            if (attend == EtapeDeVersement.AControler && s is { Controle: true, Gere: false })
                return new Balle(true, "À vous", $"Contrôler : {nom}", "", "crayon", Adresses.Suivi.Versement(n, demande.Rang), "Ouvrir");
            return AuService(
                s,
                attend switch
                {
                    EtapeDeVersement.AControler => $"Contrôler : {nom}",
                    EtapeDeVersement.AOrdonnancer => $"Ordonnancer : {nom}, {demande.Montant}",
                    EtapeDeVersement.APayer => $"Noter le paiement : {nom}, {demande.Montant}",
                    _ => $"Régler l’écart : {nom}",
                },
                s.DuPorteur ? MotsDesVersements.Suite(demande) : "",
                (Adresses.Suivi.Versement(n, demande.Rang), "Ouvrir")
            );
        }
        return a.Etape == EtapeDeSuivi.ASolder
            ? AuService(s, "Solder l’aide", "Le projet est achevé.", (Adresses.Suivi.Achevement(n), "Solder"))
            : null;
    }

    private static string PageDeLaMesure(string numero, ObjetDesObservations objet) =>
        objet == ObjetDesObservations.Retrait ? Adresses.Suivi.Retrait(numero) : Adresses.Suivi.Caducite(numero);

    private static bool Attend(DemandeDeVersement d, EtapeDeVersement attend) =>
        attend switch
        {
            EtapeDeVersement.AControler => d.Etat == EtatDeVersement.Transmise,
            EtapeDeVersement.AOrdonnancer => d.Etat == EtatDeVersement.Controlee && d.Montant > Euros.Zero,
            EtapeDeVersement.APayer => d.Etat == EtatDeVersement.Ordonnancee,
            EtapeDeVersement.EcartARegler => d.EcartOuvert,
            _ => false,
        };

    /// <summary>What an avenant waits for: the beneficiary is told of its own steps, who manages of its own.</summary>
    private static Balle? DeLAvenant(UnSuivi s)
    {
        var (adresse, le) = (Adresses.Suivi.Avenants(s.Numero), Francais.Minuscule(MotsDuSuivi.LAvenant(s.Acte)));
        return s.Acte.AvenantEnCours?.Etat switch
        {
            EtatAvenant.Envoye => AuPorteur(
                s,
                ($"Ouvrez {MotsDuSuivi.LAvenant(s.Acte, votre: true).ToLowerInvariant()}", $"Ouvrir {le}"),
                "Il s’applique du jour où il est ouvert ici.",
                s.Execute ? (Adresses.Suivi.PapierDAvenant(s.Numero, s.Acte.AvenantEnCours.Rang), "Ouvrir, PDF") : null
            ),
            EtatAvenant.Projet when s.Acte.PlanDAvenantARefaire => AuPorteur(
                s,
                ("Rééquilibrez votre plan de financement", "Rééquilibrer son plan de financement"),
                $"Un avenant est en préparation, pour une aide de {s.Acte.MontantDuPlan} : il attend votre plan.",
                s.Execute ? (Adresses.Suivi.Plan(s.Numero), "Revoir le plan") : null
            ),
            // The porteur has its own project to lead meanwhile.
            null => null,
            _ when !s.Gere => null,
            EtatAvenant.Demande => AuService(s, "Répondre à la demande d’avenant", s.Acte.AvenantEnCours.Demande!, (adresse, "Répondre")),
            EtatAvenant.Projet => AuService(s, $"Éditer {le}", "", (adresse, "Préparer")),
            EtatAvenant.Edite => AuService(s, $"Faire signer {le}", "", (adresse, "Noter les signatures")),
            _ => AuService(s, $"Envoyer {le}", "", (adresse, "Envoyer")),
        };
    }

    private static Balle AvantLEdition(UnSuivi s)
    {
        if (s.PlanARefaire)
            return AuPorteur(
                s,
                ("Rééquilibrez votre plan de financement", "Rééquilibrer son plan de financement"),
                $"L’aide accordée est de {s.Acte.Montant}, moins que votre demande : l’acte attend votre plan. {Avant(s)}",
                s.Execute ? (Adresses.Suivi.Plan(s.Numero), "Revoir le plan") : null
            );
        if (s.Acte.SiretASaisir)
            return AuPorteur(
                s,
                s.Acte.Beneficiaires.Length > 1
                    ? ("Saisissez le SIRET de chaque bénéficiaire", "Saisir le SIRET de chaque bénéficiaire")
                    : ("Saisissez le SIRET de la collectivité", "Saisir son SIRET"),
                $"L’acte le porte, et le versement en dépend. {Avant(s)}",
                s.Engage ? (Adresses.Suivi.Sirets(s.Numero), "Saisir le SIRET") : null
            );
        return AuService(
            s,
            s.Acte.PlanAAccepter ? "Accepter le plan rééquilibré" : "Préparer l’acte attributif",
            (s.DuPorteur ? "Aucun versement n’est possible avant sa notification. " : "") + Avant(s),
            (Adresses.Suivi.Acte(s.Numero), "Préparer l’acte")
        );
    }

    /// <summary>Until when, and what happens past it (A31).</summary>
    private static string Avant(UnSuivi s) =>
        s.Dossier.RejetImpliciteLe is not { } terme ? ""
        : terme < s.Aujourdhui
            ? $"Le délai pour notifier l’acte a pris fin le {Francais.Date(terme)} : le silence vaut rejet, un acte reste possible."
        : $"L’acte est à notifier au plus tard le {Francais.DateLongue(terme)} : au-delà, le silence vaut rejet.";

    private static Balle AuPorteur(UnSuivi s, (string AVous, string ALui) acte, string detail, (string Adresse, string Bouton)? geste) =>
        s.DuPorteur
            ? new Balle(true, $"À vous, {s.Porteur}", acte.AVous, detail, "crayon", geste?.Adresse, geste?.Bouton)
            : new Balle(false, $"À {s.Porteur}", acte.ALui, s.PlanARefaire ? Avant(s) : detail, "horloge");

    private static Balle AuService(UnSuivi s, string acte, string detail, (string Adresse, string Bouton) geste) =>
        s.Gere
            ? new Balle(true, "À vous", acte, detail, "crayon", geste.Adresse, geste.Bouton)
            : new Balle(
                false,
                $"À la {Francais.Minuscule(s.Service)}",
                acte,
                // A convention is signed by both: it comes to its beneficiary on paper.
                detail
                    + (
                        s.DuPorteur && s.Acte is not { Etape: EtapeDeSuivi.ASigner, Termes.Type: TypeActe.Convention }
                            ? s.Acte.Commencement is null || s.Acte.AcheveLe is not null || s.Acte.Fin is not null
                                ? " Vous n’avez rien à faire."
                                : " Vous n’avez rien à faire pour cette demande."
                                    + (
                                        s.Acte.Termes?.AchevementPrevu is { } prevu
                                            ? $" Le projet est à achever pour le {Francais.Date(prevu)}."
                                            : ""
                                    )
                            : ""
                    ),
                "horloge"
            );
}
