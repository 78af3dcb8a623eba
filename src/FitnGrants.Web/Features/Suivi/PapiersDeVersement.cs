using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>
/// The certificate of service fait, and the état récapitulatif that the public accountant signs (documents.md 7.13, 7.14).
/// </summary>
public sealed partial class PapiersDeVersement(Papiers papiers, Archives archives)
{
    /// <summary>Lines beyond which a certificate sums by poste.</summary>
    private const int LignesAuPlus = 300;

    /// <summary>Frozen at its first rendering; null before the control, and where nothing is payable.</summary>
    public async Task<byte[]?> CertificatAsync(UnSuivi s, DemandeDeVersement d, CancellationToken arret)
    {
        if (d is not { EstControlee: true, Controle: { } controle, Montant: { } montant } || montant == Euros.Zero)
            return null;
        var emetteur = await papiers.EmetteurAsync(s.Acte.Attribuant, JourDeParis.De(controle.Le), arret);
        if (emetteur.Service.SignataireAu(NatureDeSignature.Argent, emetteur.Jour, montant) is not { } signataire)
            throw new ActeImpossibleException(
                $"Ce certificat n’est pas encore prêt : personne n’a la signature d’un paiement de {montant} pour ce service ce jour-là."
            );
        var nom = MotsDesVersements.Nom(d, s.Versements);
        var reference = $"{s.Acte.Numero}/{d.Rang}/{controle.Le.UtcTicks}";
        return await archives.ObtenirAsync(s.Dossier.Id, new DocumentAProduire("certificat", reference, "paiement", code => new
            {
                papier = emetteur.Papier($"{s.Acte.Numero}, versement {d.Rang}", code),
                paysage = false,
                titre = Francais.Typographier($"Certificat pour le paiement – {Francais.Minuscule(nom)}"),
                faits = Faits(s).Select(Propre),
                tableaux = Tableaux(s, d),
                textes = new[]
                {
                    Francais.Typographier(
                        (
                            d.Nature == NatureDeVersement.Avance
                                ? "Le soussigné certifie que l’acte est notifié, que le projet est commencé et que la somme"
                                : "Le soussigné certifie que le service est fait et que la somme"
                        )
                            + $" de {montant} ({MontantEnLettres.De(montant)}) peut "
                            + "être payée au bénéficiaire."
                    ),
                    Francais.Typographier(PieceJointe(s, d)),
                },
                fait = Francais.Typographier($"Fait à {emetteur.Fiche.Lieu ?? "…"}, le {Francais.Date(emetteur.Jour)}"),
                signature = new
                {
                    formule = emetteur.Service.Formule(signataire, emetteur.Fiche, emetteur.Jour).Select(Francais.Typographier),
                    mention = (string?)null,
                    nom = signataire.NomEntier,
                },
                visas = Array.Empty<object>(),
            }), arret);
    }

    /// <summary>As it stands: the porteur prints it, has it signed, and sends it back.</summary>
    public async Task<byte[]> EtatRecapitulatifAsync(UnSuivi s, DemandeDeVersement d, DateOnly jour, CancellationToken arret)
    {
        var emetteur = await papiers.EmetteurAsync(s.Acte.Attribuant, jour, arret);
        var nom = MotsDesVersements.Nom(d, s.Versements);
        return await archives.ProjeterAsync(new DocumentAProduire("etat-recapitulatif", "", "paiement", _ => new
            {
                papier = emetteur.Papier($"{s.Acte.Numero}, versement {d.Rang}", "", projet: !d.EstTransmise),
                paysage = true,
                titre = Francais.Typographier($"État récapitulatif des dépenses – {Francais.Minuscule(nom)}"),
                faits = Faits(s).Concat(Periode(d)).Select(Propre),
                tableaux = new[] { Lignes(s, d), ParPoste(s, d) },
                textes = Array.Empty<string>(),
                fait = (string?)null,
                signature = (object?)null,
                visas = new[]
                {
                    new { titre = "Certifié exact par le représentant légal", texte = "Qualité, jour, signature :" },
                    new { titre = "Visa du comptable public", texte = "Jour, cachet, signature :" },
                },
            }), arret);
    }

    /// <summary>
    /// The final account, once the balance is controlled (documents.md 7.21): frozen at its first rendering. Null before.
    /// </summary>
    /// <exception cref="ActeImpossibleException">An earlier request is open, or nobody may sign that amount.</exception>
    public async Task<byte[]?> DecompteAsync(UnSuivi s, CancellationToken arret)
    {
        if (
            s.Versements.FirstOrDefault(d => d is { Nature: NatureDeVersement.Solde, EstControlee: true })
            is not { Controle: { } controle, Montant: { } solde } demande
        )
            return null;
        if (s.Versements.Any(d => d != demande && d.Compte && d.Etat != EtatDeVersement.Payee))
            throw new ActeImpossibleException("Le décompte attend que chaque demande d’avant soit payée, rejetée ou annulée.");
        // Of the day when all that it counts was there, whoever opens it first and whenever.
        var jour = s
            .Versements.Where(d => d != demande)
            .Select(d => d.PayeeLe)
            .OfType<DateOnly>()
            .Append(JourDeParis.De(controle.Le))
            .Max();
        var emetteur = await papiers.EmetteurAsync(s.Acte.Attribuant, jour, arret);
        var definitif = DecompteDefinitif.Montant(s, demande);
        if (emetteur.Service.SignataireAu(NatureDeSignature.Argent, emetteur.Jour, definitif) is not { } signataire)
            throw new ActeImpossibleException(
                $"Ce décompte n’est pas encore prêt : personne n’a la signature de {definitif} pour ce service ce jour-là."
            );
        return await archives.ObtenirAsync(
            s.Dossier.Id,
            new DocumentAProduire("decompte", $"{s.Acte.Numero}/{controle.Le.UtcTicks}", "paiement", code => new
            {
                papier = emetteur.Papier($"{s.Acte.Numero}, décompte", code),
                paysage = false,
                titre = "Décompte définitif",
                faits = Faits(s).Select(Propre),
                tableaux = DecompteDefinitif.Tableaux(s, demande),
                textes = new[]
                {
                    Francais.Typographier(
                        $"Le présent décompte est arrêté à la somme de {definitif} ({MontantEnLettres.De(definitif)})"
                            + (solde == Euros.Zero ? ", sans versement." : $", dont {solde} à verser pour solde.")
                    ),
                },
                fait = Francais.Typographier($"Fait à {emetteur.Fiche.Lieu ?? "…"}, le {Francais.Date(emetteur.Jour)}"),
                signature = new
                {
                    formule = emetteur.Service.Formule(signataire, emetteur.Fiche, emetteur.Jour).Select(Francais.Typographier),
                    mention = (string?)null,
                    nom = signataire.NomEntier,
                },
                visas = Array.Empty<object>(),
            }),
            arret
        );
    }

    private static IEnumerable<string[]> Faits(UnSuivi s) =>
        [
            [
                "Bénéficiaire",
                $"{ChampsDuSuivi.Nomme(s.Dossier, s.Acte.Beneficiaires[0])} "
                    + $"(SIRET {MotsDuSuivi.Siret(s.Acte.Beneficiaires[0].Siret) ?? "à saisir"})",
            ],
            ["Projet", $"{s.Dossier.Titre}, dossier {s.Numero}"],
            ["Acte", $"{Francais.Majuscule(MotsDuSuivi.Nom(s.Acte.Termes!.Type))} n° {s.Acte.Numero}"],
            ["Aide et dépense subventionnable", $"{s.Acte.Montant} sur {s.Acte.Depense} {Base(s)}"],
            ["Engagement juridique", s.Acte.Termes.Ej.IsEmpty ? "non noté" : string.Join(", ", s.Acte.Termes.Ej)],
            .. s.Acte.Termes.Imputation is { } i ? new[] { new[] { "Imputation", i } } : [],
        ];

    /// <summary>What the accountant finds with the certificate.</summary>
    private static string PieceJointe(UnSuivi s, DemandeDeVersement d) =>
        d.Nature == NatureDeVersement.Avance
            ? s.Acte.Commencement is { } c
                ? $"P. J. : la déclaration de commencement du projet, le {Francais.Date(c.Le)}"
                    + (c.SurLHonneur ? ", sur l’honneur." : ", et l’acte qui l’engage.")
                : "P. J. : la déclaration de commencement du projet."
            : "P. J. : l’état récapitulatif des dépenses, certifié par le représentant légal et visé par le comptable public.";

    private static string Base(UnSuivi s) =>
        s.Dossier.ContenuDepose.Projet.BaseRetenue == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises";

    private static string[] Propre(string[] paire) => [.. paire.Select(Francais.Typographier)];

    private static string Poste(UnSuivi s, int rang) =>
        s.Acte.ProjetDeLActe(s.Dossier, s.Reglement)?.Depenses is { } postes && rang >= 0 && rang < postes.Length
            ? postes[rang].Libelle
            : "–";

    /// <summary>The pieces, then the calculation, line by line.</summary>
    private static IEnumerable<object> Tableaux(UnSuivi s, DemandeDeVersement d)
    {
        if (d.Lignes.Length > 0)
            yield return Controlees(s, d);
        var avant = AvantLeControle(s, d);
        var retenu = avant.Retenu + d.Retenu;
        IEnumerable<string[]> calcul =
            d.Nature == NatureDeVersement.Avance
                ?
                [
                    ["Avance prévue par l’acte", $"{s.Acte.Termes!.AvancePct} % de {s.Acte.Montant}, soit {avant.PlafondDAvance} au plus"],
                ]
                :
                [
                    ["Dépenses retenues, celle-ci comprise", $"{retenu}"],
                    ["Montant dû sur ces dépenses", $"{avant.Du(retenu)}"],
                    .. d.Nature == NatureDeVersement.Acompte
                        ? new[] { new[] { "Avance et acomptes, au plus", $"{avant.PlafondDAcomptes}" } }
                        : new[]
                        {
                            new[] { "Autres aides publiques", $"{d.AutresAides}" },
                            ["Montant définitif", $"{avant.Definitif(retenu, d.AutresAides ?? Euros.Zero)}"],
                        },
                ];
        yield return new
        {
            titre = "Calcul",
            poids = new[] { 16, 10 },
            tetes = new[] { "Terme", "Montant" },
            lignes = calcul.Append(["Déjà contrôlé ou versé", $"{avant.Engage}"]).Select(Propre),
            nombres = new[] { 1 },
            total = new[] { "À payer", $"{d.Montant}" },
        };
    }

    /// <summary>What the control of a request found: a certificate asked for later counts nothing that came after it.</summary>
    private static Liquidation AvantLeControle(UnSuivi s, DemandeDeVersement d)
    {
        var le = d.Controle!.Le;
        return s.Liquidation! with
        {
            Demandes = [.. s.Liquidation!.Demandes.Where(x => x.Controle is { } controle && controle.Le < le)],
            Recouvre = Euros.Somme(
                s.Acte.Reversements.SelectMany(r => r.Recouvrements).Where(r => r.Le <= JourDeParis.De(le)).Select(r => r.Montant)
            ),
        };
    }

    private static object Controlees(UnSuivi s, DemandeDeVersement d) =>
        new
        {
            titre = "Pièces",
            poids = new[] { 15, 12, 10, 10, 16 },
            tetes = new[] { "Fournisseur", "Facture", "Déclaré", "Retenu", "Motif" },
            lignes = d.Lignes.Length <= LignesAuPlus
                ? d.Lignes.Select(l =>
                    Propre([
                        l.Fournisseur,
                        $"{l.Facture} du {Francais.Date(l.FactureLe)}",
                        $"{l.Montant}",
                        $"{l.Retenu}",
                        l.MotifDuControle ?? "",
                    ])
                )
                : d
                    .Lignes.GroupBy(l => l.Poste)
                    .Select(g =>
                        Propre([
                            Poste(s, g.Key),
                            Francais.Compte(g.Count(), "pièce"),
                            $"{Euros.Somme(g.Select(l => l.Montant))}",
                            $"{Euros.Somme(g.Select(l => l.Retenu ?? Euros.Zero))}",
                            "",
                        ])
                    ),
            nombres = new[] { 2, 3 },
            total = new[] { "Total", "", $"{d.Depenses}", $"{d.Retenu}", "" },
        };

    private static object Lignes(UnSuivi s, DemandeDeVersement d) =>
        new
        {
            titre = $"Dépenses payées, montants {Base(s)}",
            poids = new[] { 4, 16, 13, 13, 11, 10, 8, 10, 11 },
            tetes = new[] { "N°", "Fournisseur", "SIRET", "Poste", "Facture", "Datée du", "Mandat", "Payée le", "Montant" },
            lignes = d.Lignes.Select(
                (l, i) =>
                    Propre([
                        $"{i + 1}",
                        l.Fournisseur,
                        MotsDuSuivi.Siret(l.Siret) ?? "",
                        Poste(s, l.Poste),
                        l.Facture,
                        Saisie.Texte(l.FactureLe)!,
                        l.Mandat ?? "",
                        Saisie.Texte(l.PayeeLe)!,
                        l.Montant < Euros.Zero ? $"({new Euros(-l.Montant.Montant)})" : $"{l.Montant}",
                    ])
            ),
            nombres = new[] { 8 },
            total = new[] { "", "Total", "", "", "", "", "", "", $"{d.Depenses}" },
        };
}
