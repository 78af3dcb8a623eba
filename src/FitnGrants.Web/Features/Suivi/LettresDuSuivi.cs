using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using static FitnGrants.Web.Documents.Lettres.ValeurDeLettre;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The letters and the arrêtés that follow an act, each as its event made it: frozen at its first rendering.</summary>
public sealed partial class LettresDuSuivi(
    CadresDeSuivi cadres,
    LettresDuDossier lettres,
    Papiers papiers,
    Archives archives,
    ModelesDeLettres modeles
)
{
    /// <summary>Tells the act: what it gives, what it opens, the days that run from its reception. Null before it is sent.</summary>
    public async Task<byte[]?> NotificationAsync(Dossier dossier, ActeAttributif acte, CancellationToken arret)
    {
        if (acte is not { EnvoyeLe: { } envoye })
            return null;
        var reglement = await cadres.ReglementAsync(dossier, arret);
        // What the act said that day: an avenant comes later.
        var (montant, depense, _, termes) = acte.EnVigueurAu(JourDeParis.De(envoye));
        var avance = montant.Plafond(new Taux(termes.AvancePct));
        string[] dates =
        [
            termes.CommencementAuPlusTard is { } limite
                ? $"le projet commence au plus tard le {Francais.Date(limite)} ;"
                : $"le projet commence dans les {MontantEnLettres.De(DelaiDeCommencement.Mois(reglement))} mois après la réception ;",
            "le premier état des lieux est rendu trois mois après la réception, les suivants de trois en trois mois ;",
            $"l’achèvement est prévu le {(termes.AchevementPrevu is { } fin ? Francais.Date(fin) : "jour dit par l’acte")} ;",
            "le solde se demande dans les douze mois de l’achèvement prévu.",
        ];
        return await RendreAsync(
            dossier,
            new LettreAComposer(
                "notification-acte",
                acte.ReferenceDArchive,
                await papiers.EmetteurAsync(acte.Attribuant, JourDeParis.De(envoye), arret),
                modeles.Livre("acte-notifie"),
                Champs(
                    dossier,
                    reglement,
                    ("l’acte", new Texte(MotsDuSuivi.Le(acte))),
                    ("acte", new Texte(acte.Numero)),
                    ("bénéficiaires", new Texte(Francais.Liste([.. acte.Beneficiaires.Select(b => b.Nom)]))),
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
                )
            )
            {
                Pj = $"{Francais.Majuscule(MotsDuSuivi.Nom(termes.Type))} n° {acte.Numero}",
                // An act that is a contract is contested by its own article.
                Decide = termes.Type == TypeActe.Arrete,
            },
            arret
        );
    }

    /// <summary>The letter of a prorogation; null where there is none of that rank, from 1.</summary>
    public async Task<byte[]?> ProrogationAsync(Dossier dossier, int rang, CancellationToken arret)
    {
        if (rang < 1 || rang > dossier.Prorogations.Length)
            return null;
        var (p, reglement) = (dossier.Prorogations[rang - 1], await cadres.ReglementAsync(dossier, arret));
        return await RendreAsync(
            dossier,
            new LettreAComposer(
                "prorogation",
                $"{rang}",
                await papiers.EmetteurAsync(
                    p.ApresLAccord ? reglement.Attribuant : reglement.CodeDuService(dossier.Departement),
                    JourDeParis.De(p.Le),
                    arret
                ),
                modeles.Livre("prorogation"),
                Champs(
                    dossier,
                    reglement,
                    ("ancien", new Texte(Francais.Date(p.Du))),
                    ("texte", new Texte(MotsDuSuivi.TexteDuDelai(dossier))),
                    ("nouveau", new Texte(Francais.Date(p.Au))),
                    ("motifs", new Texte(p.Motif))
                )
            ),
            arret
        );
    }

    /// <summary>Asks for observations before a measure; null where there is no request of that rank, from 1.</summary>
    public async Task<byte[]?> ObservationsAsync(Dossier dossier, ActeAttributif acte, int rang, CancellationToken arret)
    {
        if (acte.Observations.ElementAtOrDefault(rang - 1) is not { } demande)
            return null;
        var reglement = await cadres.ReglementAsync(dossier, arret);
        return await RendreAsync(
            dossier,
            new LettreAComposer(
                "observations",
                $"{rang}",
                await papiers.EmetteurAsync(acte.Attribuant, JourDeParis.De(demande.DemandeesLe), arret),
                modeles.Livre("observations"),
                Champs(
                    dossier,
                    reglement,
                    ("acte", new Texte(acte.RecuLe is null ? "Accord sous réserve du conventionnement" : $"Acte n° {acte.Numero}")),
                    ("mesure", new Texte(MotsDuSuivi.Mesure(demande.Objet))),
                    ("montant", new Texte($"{acte.Montant}")),
                    ("motifs", new Texte(demande.Motif)),
                    ("jours", new Texte(MontantEnLettres.De(ObservationsPrealables.Jours(reglement))))
                )
            )
            {
                Decide = false,
            },
            arret
        );
    }

    /// <summary>The arrêté of an end that the service decided; null where the collectivité gave up, or nothing ended.</summary>
    public async Task<byte[]?> FinAsync(Dossier dossier, ActeAttributif acte, Decision accord, CancellationToken arret)
    {
        if (acte.Fin is not { Etat: EtatDossier.Caduc or EtatDossier.Retiree } fin)
            return null;
        var reglement = await cadres.ReglementAsync(dossier, arret);
        var emetteur = await papiers.EmetteurAsync(acte.Attribuant, JourDeParis.De(fin.Le), arret);
        return await archives.ObtenirAsync(
            dossier.Id,
            ArreteDeFin.De(dossier, (acte, accord, await cadres.PayeAsync(acte, arret)), fin, reglement, emetteur),
            arret
        );
    }

    /// <summary>Asks for observations before a reversement; null where there is none of that rank, from 1.</summary>
    public async Task<byte[]?> ObservationsDeReversementAsync(Dossier dossier, ActeAttributif acte, int rang, CancellationToken arret)
    {
        if (acte.Reversements.ElementAtOrDefault(rang - 1) is not { } r)
            return null;
        var reglement = await cadres.ReglementAsync(dossier, arret);
        return await RendreAsync(
            dossier,
            new LettreAComposer(
                "observations",
                $"reversement-{rang}",
                await papiers.EmetteurAsync(acte.Attribuant, JourDeParis.De(r.DemandeLe), arret),
                modeles.Livre("observations"),
                Champs(
                    dossier,
                    reglement,
                    ("acte", new Texte($"Acte n° {acte.Numero}")),
                    ("mesure", new Texte($"demander le reversement de {r.Montant} sur l’aide versée")),
                    ("montant", new Texte($"{acte.Montant}")),
                    ("motifs", new Texte($"{MotsDesVersements.Fondement(r.Fondement)}. {r.Motif}")),
                    ("jours", new Texte(MontantEnLettres.De(ObservationsPrealables.Jours(reglement))))
                )
            )
            {
                Decide = false,
            },
            arret
        );
    }

    /// <summary>The arrêté of a reversement; null before its decision.</summary>
    public async Task<byte[]?> ReversementAsync(UnSuivi suivi, int rang, CancellationToken arret)
    {
        if (suivi.Acte.Reversements.ElementAtOrDefault(rang - 1) is not { DecideLe: { } decide } r)
            return null;
        var emetteur = await papiers.EmetteurAsync(suivi.Acte.Attribuant, decide, arret);
        return await archives.ObtenirAsync(suivi.Dossier.Id, ArreteDeReversement.De(suivi, r, emetteur), arret);
    }

    private async Task<byte[]> RendreAsync(Dossier dossier, LettreAComposer lettre, CancellationToken arret)
    {
        if (await archives.LireAsync(dossier.Id, lettre.Type, lettre.Reference, arret) is { } connue)
            return connue;
        var prete = await lettres.PreparerAsync(dossier, dossier.ContenuDepose, lettre, arret);
        if (prete.Manques.Select(m => m.Phrase).ToList() is { Count: > 0 } manques)
            throw new ActeImpossibleException($"Ce document n’est pas encore prêt. Il y manque : {Francais.Liste(manques)}.");
        return await archives.ObtenirAsync(dossier.Id, prete.Document, arret);
    }

    private static Tableau? Parts(ActeAttributif acte) =>
        acte.Beneficiaires.Length < 2 || acte.Parts.IsEmpty
            ? null
            : new Tableau(
                ["Bénéficiaire", "Part", "Montant"],
                [.. acte.Beneficiaires.Select((b, i) => (string[])[b.Nom, $"{new Taux(b.Part!.Value)}", $"{acte.Parts[i]}"])]
            );

    /// <summary>What every letter may say, then its own; a name that ends by « ? » may be empty.</summary>
    private static Dictionary<string, ChampDeLettre> Champs(
        Dossier dossier,
        Reglement reglement,
        params (string Nom, ValeurDeLettre? Valeur)[] propres
    ) =>
        new (string Nom, ValeurDeLettre? Valeur)[]
        {
            ("projet", new Texte(dossier.Titre)),
            ("numéro", new Texte(dossier.Numero)),
            ("réception", new Texte(Francais.Date(JourDeParis.De(dossier.DeposeLe!.Value)))),
            ("volet", new Texte($"ITN7, axe 3, volet {reglement.Volet}")),
        }
            .Concat(propres)
            .Select(c => new ChampDeLettre(c.Nom.TrimEnd('?'), c.Nom.TrimEnd('?'), c.Valeur, c.Nom.EndsWith('?')))
            .ToDictionary(c => c.Nom, StringComparer.Ordinal);
}
