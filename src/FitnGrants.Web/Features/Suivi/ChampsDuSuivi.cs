using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using static FitnGrants.Web.Documents.Lettres.ValeurDeLettre;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What each letter that follows an act may say, field by field; null where the project has no such letter.</summary>
public static class ChampsDuSuivi
{
    /// <summary>Those of the last letter of that nature, as it would be written that day.</summary>
    public static Dictionary<string, ChampDeLettre>? DuDernier(NatureDeLettre nature, UnSuivi s, DateOnly jour) =>
        nature switch
        {
            NatureDeLettre.ActeNotifie => Notification(s),
            NatureDeLettre.Prorogation => s.Dossier.Prorogations is [.., var p] ? Prorogation(s, p) : null,
            NatureDeLettre.Observations when s.Acte.Observations is [.., var demande] => Observations(s, demande),
            NatureDeLettre.Observations => s.Acte.Reversements is [.., var r] ? Observations(s, r) : null,
            NatureDeLettre.EtatDesLieux => EtatDesLieux(s, jour),
            NatureDeLettre.MiseEnDemeure => s.Acte.MisesEnDemeure is [.., var m] ? MiseEnDemeure(s, m) : null,
            _ => null,
        };

    /// <summary>What the act said the day it was sent: an avenant comes later.</summary>
    public static Dictionary<string, ChampDeLettre>? Notification(UnSuivi s)
    {
        if (s.Acte is not { EnvoyeLe: { } envoye } acte)
            return null;
        var (montant, depense, _, termes) = acte.EnVigueurAu(JourDeParis.De(envoye));
        var avance = montant.Plafond(new Taux(termes.AvancePct));
        string[] dates =
        [
            termes.CommencementAuPlusTard is { } limite
                ? $"le projet commence au plus tard le {Francais.Date(limite)} ;"
                : $"le projet commence dans les {MontantEnLettres.De(DelaiDeCommencement.Mois(s.Reglement))} mois après la réception ;",
            "le premier état des lieux est rendu trois mois après la réception, les suivants de trois en trois mois ;",
            $"l’achèvement est prévu le {(termes.AchevementPrevu is { } fin ? Francais.Date(fin) : "jour dit par l’acte")} ;",
            "le solde se demande dans les douze mois de l’achèvement prévu.",
        ];
        return De(
            s,
            ("l’acte", new Texte(MotsDuSuivi.Le(acte))),
            ("acte", new Texte(acte.Numero)),
            ("signé", acte.DerniereSignature is { } jour ? new Texte(Francais.Date(jour)) : null),
            ("bénéficiaires", new Texte(string.Join(" et à ", acte.Beneficiaires.Select(b => Nomme(s.Dossier, b))))),
            (
                "chiffres",
                new Reperes([
                    ("Dépense subventionnable", $"{depense}"),
                    ("Taux", montant.Sur(depense) is { } taux ? TexteDeLActe.Arrondi(taux) : "–"),
                    ("Subvention, au plus", $"{montant}"),
                ])
            ),
            ("parts?", Parts(acte)),
            ("avance?", termes.AvancePct > 0 ? new Texte($"{avance}") : null),
            ("dates", new Liste(dates))
        );
    }

    public static Dictionary<string, ChampDeLettre> Prorogation(UnSuivi s, Prorogation p) =>
        De(
            s,
            ("ancien", new Texte(Francais.Date(p.Du))),
            ("texte", new Texte(MotsDuSuivi.TexteDuDelai(s.Dossier))),
            ("nouveau", new Texte(Francais.Date(p.Au))),
            ("motifs", new Texte(p.Motif)),
            ("à l’examen?", p.ApresLAccord ? null : new Texte("examen")),
            ("accordée?", p.ApresLAccord ? new Texte("accord") : null)
        );

    public static Dictionary<string, ChampDeLettre> Observations(UnSuivi s, DemandeDObservations demande) =>
        Observations(
            s,
            s.Acte.RecuLe is null ? "Accord sous réserve du conventionnement" : $"Acte n° {s.Acte.Numero}",
            (MotsDuSuivi.Mesure(demande.Objet), MotsDuSuivi.FondementDeLaMesure(demande, s.Acte.TermeDuRetrait(s.Accord, s.Reglement))),
            demande.Motif,
            JourDeParis.De(demande.DemandeesLe)
        );

    public static Dictionary<string, ChampDeLettre> Observations(UnSuivi s, Reversement r)
    {
        var investissement = s.Dossier.ContenuDepose.Projet.Regime != RegimeDepense.Fonctionnement;
        return Observations(
            s,
            $"Acte n° {s.Acte.Numero}",
            (
                $"demander le reversement de {r.Montant} sur l’aide versée",
                MotsDesVersements.TexteDuReversement(r.Fondement, investissement, s.Acte.Fin)
            ),
            $"{MotsDesVersements.Fondement(r.Fondement)}. {r.Motif}",
            JourDeParis.De(r.DemandeLe)
        );
    }

    private static Dictionary<string, ChampDeLettre> Observations(
        UnSuivi s,
        string acte,
        (string Nom, string Fondement) mesure,
        string motifs,
        DateOnly jour
    ) =>
        De(
            s,
            ("acte", new Texte(acte)),
            ("mesure", new Texte(mesure.Nom)),
            ("fondement", new Texte(mesure.Fondement)),
            ("montant", new Texte($"{s.Acte.Montant}")),
            ("aide", new Texte(Aide(s, jour))),
            ("motifs", new Texte(motifs)),
            ("versements?", new Texte(Versements(s, jour))),
            ("pièces", new Texte(Francais.Liste([.. Pieces(s, jour)]))),
            ("jours", new Texte(MontantEnLettres.De(ObservationsPrealables.Jours(s.Reglement))))
        );

    /// <summary>What the State granted, as it stood that day.</summary>
    private static string Aide(UnSuivi s, DateOnly jour)
    {
        var (a, projet) = (s.Acte, $"Le projet « {s.Dossier.Titre} »");
        string Acte(string participe) => $"{MotsDuSuivi.Le(a)} n° {a.Numero}, {MotsDuSuivi.Accord(a, participe)}";
        if (a.Fin is { } fin && JourDeParis.De(fin.Le) <= jour && a.RecuLe is not null)
            return $"{projet} était aidé par l’État à hauteur de {a.Montant}. {MotsDuSuivi.Fin(fin.Etat)} depuis le "
                + $"{Francais.Date(JourDeParis.De(fin.Le))}.";
        return a.RecuLe is { } recu ? $"{projet} est aidé par l’État à hauteur de {a.Montant}, par {Acte("reçu")} le {Francais.Date(recu)}."
            : a.DerniereSignature is { } signe && signe <= jour
                ? $"{projet} a reçu un accord sous réserve de {a.Montant}, suivi par {Acte("signé")} le {Francais.Date(signe)}, dont la "
                    + "réception n’est pas connue."
            : $"{projet} a reçu un accord sous réserve de {a.Montant}, que l’acte attributif n’a pas encore confirmé.";
    }

    /// <summary>What was paid by that day, each with its day; empty where nothing was.</summary>
    private static string Versements(UnSuivi s, DateOnly jour) =>
        Francais.Liste([
            .. s
                .Versements.Where(d => d.PayeeLe <= jour)
                .Select(d =>
                    $"{d.Paye} le {Francais.Date(d.PayeeLe!.Value)} ({Francais.Minuscule(MotsDesVersements.Nom(d, s.Versements))})"
                ),
        ]);

    /// <summary>What a measure rests on, that its beneficiary already has or may read.</summary>
    private static IEnumerable<string> Pieces(UnSuivi s, DateOnly jour)
    {
        yield return $"votre demande reçue le {Francais.Date(JourDeParis.De(s.Dossier.DeposeLe!.Value))}";
        yield return $"la lettre d’accord du {Francais.Date(JourDeParis.De(s.Accord.NotifieeLe!.Value))}";
        if (s.Acte.DerniereSignature <= jour)
            yield return $"{MotsDuSuivi.Le(s.Acte)} n° {s.Acte.Numero}";
        if (s.Acte.Fin is { Etat: EtatDossier.Retiree } fin && JourDeParis.De(fin.Le) <= jour)
            yield return $"l’arrêté de retrait du {Francais.Date(JourDeParis.De(fin.Le))}";
        if (s.EtatsDesLieux.LastOrDefault(e => e.TransmisLe <= jour) is { TransmisLe: { } etat })
            yield return $"l’état des lieux transmis le {Francais.Date(etat)}";
        foreach (var d in s.Versements.Where(d => d.Controle is { } controle && JourDeParis.De(controle.Le) <= jour))
            yield return $"le contrôle de la demande de versement du {Francais.Date(JourDeParis.De(d.Controle!.Le))} "
                + $"({Francais.Minuscule(MotsDesVersements.Nom(d, s.Versements))})";
    }

    /// <summary>The report that is due, or late, as it stands that day.</summary>
    /// <param name="s">What follows the accord.</param>
    /// <param name="jour">Paris day of the letter.</param>
    /// <param name="site">Public address of this service; null where none is set.</param>
    public static Dictionary<string, ChampDeLettre>? EtatDesLieux(UnSuivi s, DateOnly jour, string? site = null)
    {
        var a = s.Acte;
        if (a.EtatAttenduLe is not { } attendu || a.EtatOuvreLe > jour)
            return null;
        var (retard, dernier) = (jour.DayNumber - attendu.DayNumber, s.EtatsDesLieux.LastOrDefault(e => e.Transmis is not null));
        var suivante = CalendrierDesEtats.Suivante(a.RecuLe!.Value, a.EtatRenduJusquAu);
        var plusieurs = CalendrierDesEtats.Repondue(a.RecuLe.Value, jour, a.EtatDemandeAvantLe) > suivante;
        return De(
            s,
            ("quoi", new Texte(retard > 0 ? "Rappel" : "Demande")),
            ("acte", new Texte(a.Numero)),
            ("reçu", new Texte(Francais.Date(a.RecuLe.Value))),
            (
                "attendu",
                new Texte($"{(retard > 0 ? "était" : "est")} attendu le {Francais.Date(attendu)}{(retard > 0 ? "" : " au plus tard")}")
            ),
            ("retard?", retard > 0 ? new Texte(Francais.Compte(retard, "jour")) : null),
            (
                "raison?",
                a.MotifDeLEtatDemande is { } motif
                    ? new Texte(
                        a.EtatDemandeAvantLe is { } avant
                            ? $"{Francais.Phrase(motif)} Il est demandé pour le {Francais.Date(avant)} au plus tard."
                            : motif
                    )
                    : null
            ),
            (
                "contenu",
                new Liste([
                    "l’avancement du projet ;",
                    "les dépenses payées depuis le début, et celles des prochains trimestres ;",
                    "les dates d’échéance du projet ;",
                    "les entreprises de la commande, avec le département de leur siège social.",
                ])
            ),
            ("lien?", site is null ? null : new Texte($" ({site}{Adresses.Suivi.EtatsDesLieux(s.Numero)})")),
            (
                "dernier?",
                dernier is null
                    ? null
                    : new Texte(
                        $"Transmis le {Francais.Date(dernier.TransmisLe!.Value)} : {dernier.Transmis!.AvancementPct ?? 0} % "
                            + $"d’avancement, {dernier.DepensesPayees ?? Euros.Zero} de dépenses payées."
                    )
            ),
            ("ensemble?", plusieurs ? new Texte("Un seul état des lieux répond à toutes les échéances passées.") : null),
            (
                "suite?",
                retard > 0 && s.Reglement.Exige<EtatDesLieuxTrimestriel>()
                    ? new Texte(
                        a.EnDemeure is { } m
                            ? $"Une mise en demeure vous a été adressée le {Francais.Date(JourDeParis.De(m.Le))}."
                            : "Sans réponse, une mise en demeure pourrait vous être adressée."
                    )
                    : null
            )
        );
    }

    public static Dictionary<string, ChampDeLettre> MiseEnDemeure(UnSuivi s, MiseEnDemeure m)
    {
        var termes = s.Acte.EnVigueurAu(JourDeParis.De(m.Le)).Termes;
        var rappels = new[] { 1, CalendrierDesEtats.TresTard }.Select(n =>
            $"le {Francais.Date(m.Echeance.AddDays(n))}{(n == CalendrierDesEtats.TresTard ? "." : " ;")}"
        );
        return De(
            s,
            ("acte", new Texte(s.Acte.Numero)),
            ("reçu", new Texte(Francais.Date(s.Acte.RecuLe!.Value))),
            ("montant", new Texte($"{s.Acte.Montant}")),
            ("article", new Texte($"{TexteDeLActe.ArticleDesObligations(termes)}")),
            ("courrier?", new Texte("preuve")),
            ("obligation", new Texte($"« {termes.Obligations?.TrimEnd('.')} ».")),
            ("attendu", new Texte(Francais.Date(m.Echeance))),
            ("rappels", new Liste([.. rappels])),
            ("jours", new Texte(MontantEnLettres.De(Domain.Suivi.EtatsDesLieux.MiseEnDemeure.Jours))),
            ("suspension?", termes.PaiementsSuspendus ? new Texte("suspension") : null)
        );
    }

    /// <summary>After « à »: no abbreviation where the name allows it.</summary>
    internal static string Nomme(Dossier dossier, BeneficiaireDeLActe b)
    {
        if (dossier.Membres.Append(dossier.PorteurActuel!).FirstOrDefault(m => m.Siren == b.Siren) is not { } m)
            return b.Nom;
        var entier = new Destinataire(m.Nom, m.Nature, null).NomDansUnePhrase;
        return entier.StartsWith("le ", StringComparison.Ordinal) ? b.Nom : entier;
    }

    private static Tableau? Parts(ActeAttributif acte) =>
        acte.Beneficiaires.Length < 2 || acte.Parts.IsEmpty
            ? null
            : new Tableau(
                ["Bénéficiaire", "Part", "Montant"],
                [.. acte.Beneficiaires.Select((b, i) => (string[])[b.Nom, $"{new Taux(b.Part!.Value)}", $"{acte.Parts[i]}"])]
            );

    /// <summary>What every letter may say, then its own; a name that ends by « ? » may be empty.</summary>
    private static Dictionary<string, ChampDeLettre> De(UnSuivi s, params (string Nom, ValeurDeLettre? Valeur)[] propres) =>
        ChampsDesLettres
            .Communs(s.Dossier, s.Dossier.Versions.MaxBy(v => v.Version), s.Reglement)
            .Concat(propres.Select(c => ChampsDesLettres.Un(c.Nom.TrimEnd('?'), c.Valeur, c.Nom.EndsWith('?'))))
            .ToDictionary(c => c.Nom, StringComparer.Ordinal);
}
