using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The papers of an act: a draft until its edition, then the bytes that were frozen.</summary>
public sealed class PapiersDuSuivi(FitnContext db, CadresDeSuivi cadres, Archives archives)
{
    public const string TypeDeLActe = "acte";

    /// <summary>The act as it stands that day: what was edited, else a draft, « Projet, sans valeur ».</summary>
    /// <param name="dossier">With its versions.</param>
    /// <param name="acte">Its act.</param>
    /// <param name="jour">Paris day of a draft.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<byte[]> LActeAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret) =>
        acte.Etat != EtatActe.Projet && await archives.LireAsync(dossier.Id, TypeDeLActe, acte.ReferenceDArchive, arret) is { } fige
            ? fige
            : await archives.ProjeterAsync(await ComposerAsync(dossier, acte, jour, arret), arret);

    /// <summary>Freezes the edition that was just made.</summary>
    public async Task FigerAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret) =>
        await archives.ObtenirAsync(dossier.Id, await ComposerAsync(dossier, acte, jour, arret), arret);

    private async Task<DocumentAProduire> ComposerAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret)
    {
        var reglement = await cadres.ReglementAsync(dossier, arret);
        var (emetteur, _) = await cadres.AttribuantAsync(acte, jour, arret);
        var accord = await db.Decisions.SingleAsync(d => d.Id == acte.DecisionId, arret);
        var texte = new TexteDeLActe(dossier, acte, accord, reglement, emetteur);
        return new DocumentAProduire(TypeDeLActe, acte.ReferenceDArchive, "acte", texte.Donnees);
    }
}

/// <summary>What an act says, article by article (documents.md 7.8 and 7.9).</summary>
internal sealed class TexteDeLActe(Dossier dossier, ActeAttributif acte, Decision accord, Reglement reglement, Emetteur emetteur)
{
    private readonly TermesDeLActe termes = acte.Termes ?? acte.TermesProposes(dossier, reglement);
    private readonly Projet projet = acte.ProjetDeLActe(dossier, reglement) ?? dossier.ProjetRetenu(reglement);
    private readonly bool convention = (acte.Termes ?? acte.TermesProposes(dossier, reglement)).Type == TypeActe.Convention;
    private readonly bool investissement = dossier.ContenuDepose.Projet.Regime != RegimeDepense.Fonctionnement;

    private string Ht => projet.BaseRetenue == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises";

    private Euros Depense =>
        acte.Depense ?? Projet.Somme(projet.Depenses?.Where(d => d.Eligible), d => d.Montant(projet.BaseRetenue)) ?? Euros.Zero;

    private string Beneficiaire => acte.Beneficiaires.Length == 1 ? "le bénéficiaire" : "les bénéficiaires";

    public object Donnees(string code)
    {
        var signataire = emetteur.Service.SignataireAu(NatureDeSignature.Actes, emetteur.Jour, acte.Montant);
        var lignes = projet.Depenses ?? [];
        return new
        {
            papier = emetteur.Papier(acte.Numero, code, projet: code.Length == 0),
            nature = $"{(convention ? "Convention" : "Arrêté")} n° {termes.ReferenceDuService ?? acte.Numero}",
            titre = Francais.Typographier(
                $"{(convention ? "Convention attributive d’une" : "Arrêté portant attribution d’une")} subvention de l’État "
                    + $"{A(acte.Beneficiaires[0].Nom)}{(acte.Beneficiaires.Length > 1 ? " et autres" : "")} – Fonds d’innovation et de "
                    + $"transformation numérique (France Relance, ITN7, axe 3, volet {dossier.Volet})"
            ),
            parties = convention ? Parties() : [],
            autorite = Francais.Typographier($"{Le(signataire)},"),
            visas = Visas(signataire).Select(v => Francais.Typographier(v)),
            formule = convention ? "Il est convenu ce qui suit :" : "Arrête :",
            articles = Articles()
                .Select(a => new
                {
                    a.titre,
                    textes = a.textes.Select(Francais.Typographier),
                    a.tableau,
                }),
            fait = Francais.Typographier(
                convention
                    ? $"Fait en {acte.Beneficiaires.Length + 1} exemplaires, à {emetteur.Fiche.Lieu ?? "…"}, le …"
                    : $"Fait à {emetteur.Fiche.Lieu ?? "…"}, le …"
            ),
            signatures = convention ? Signatures(signataire) : [],
            signature = new
            {
                formule = Formule(signataire),
                mention = (string?)null,
                nom = signataire?.NomEntier ?? "",
            },
            recours = convention ? [] : emetteur.Recours,
            depenses = lignes.Select(d =>
                (string[])
                    [
                        d.Libelle + (d.Eligible ? "" : " (hors de la dépense subventionnable)"),
                        MotsDuProjet.Libelle(d.Categorie),
                        d.Montant(projet.BaseRetenue)?.ToString() ?? "–",
                    ]
            ),
            totalDepenses = new[] { $"Total, montants {Ht}", "", projet.TotalDepenses?.ToString() ?? "–" },
            ressources = (projet.Ressources ?? []).Select(r =>
                (string[])
                    [
                        r.Type == TypeRessource.FITN
                            ? "Fonds d’innovation et de transformation numérique"
                            : r.Financeur ?? MotsDuProjet.Libelle(r.Type),
                        r.Type == TypeRessource.FITN
                            ? "Attribuée par le présent acte"
                            : (r.Statut is { } statut ? MotsDuProjet.Libelle(statut) : "–"),
                        r.Montant?.ToString() ?? "–",
                    ]
            ),
            totalRessources = new[] { "Total", "", projet.TotalRessources?.ToString() ?? "–" },
        };
    }

    private IEnumerable<object> Parties()
    {
        yield return new
        {
            nom = "L’État",
            detail = Francais.Typographier(
                $", représenté par {Francais.LeOuLa(Prefet, feminin: false)}, {emetteur.Fiche.Adresse} (SIRET {emetteur.Fiche.Siret}), "
                    + "ci-après « l’État »,"
            ),
            part = "d’une part,",
        };
        foreach (var (b, rang) in acte.Beneficiaires.Select((b, i) => (b, i)))
            yield return new
            {
                nom = Francais.Typographier(Destinataire(b) is { } d ? Francais.Majuscule(Nomme(d)) : b.Nom),
                detail = Francais.Typographier(
                    $"{(rang == 0 && Adresse is { } adresse ? $", {adresse}" : "")} (SIRET {b.Siret ?? "à saisir"}), représentée par "
                        + $"{(rang == 0 ? Representant : "son représentant légal")}"
                        + (
                            b.Deliberation is { } x
                                ? $", autorisé{(dossier.ContenuDepose.Identite.Civilite == Civilite.Madame ? "e" : "")} par la délibération n° {x.Numero} du {Francais.Date(x.Le)}"
                                : ""
                        )
                        + ", ci-après « le bénéficiaire »,"
                ),
                part = rang == acte.Beneficiaires.Length - 1 ? "d’autre part," : "",
            };
    }

    private IEnumerable<string> Visas(Signataire? signataire)
    {
        yield return "Vu le code général des collectivités territoriales, notamment son article L. 1111-10 ;";
        if (!convention)
            yield return "Vu le code des relations entre le public et l’administration ;";
        yield return termes.Exercice switch
        {
            2021 => "Vu la loi n° 2020-1721 du 29 décembre 2020 de finances pour 2021 ;",
            2022 => "Vu la loi n° 2021-1900 du 30 décembre 2021 de finances pour 2022 ;",
            var annee => $"Vu la loi de finances pour {annee} ;",
        };
        yield return "Vu le décret n° 2004-374 du 29 avril 2004 modifié relatif aux pouvoirs des préfets, à l’organisation et à l’action des "
            + "services de l’État dans les régions et départements ;";
        yield return "Vu le décret n° 2012-1246 du 7 novembre 2012 relatif à la gestion budgétaire et comptable publique ;";
        if (investissement)
            yield return "Vu le décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement, et "
                + "l’arrêté du 21 août 2018 pris pour son application ;";
        if (signataire is { Texte: { } texte } && !convention)
            yield return $"Vu l’arrêté n° {texte.Numero} du {Francais.Date(texte.Date)} portant délégation de signature ;";
        yield return $"Vu la demande du bénéficiaire, reçue le {Francais.Date(JourDeParis.De(dossier.DeposeLe!.Value))} sous le numéro "
            + $"{dossier.Numero} ;";
        foreach (var b in convention ? [] : acte.Beneficiaires.Where(b => b.Deliberation is not null))
            yield return $"Vu la délibération n° {b.Deliberation!.Numero} du {Francais.Date(b.Deliberation.Le)} de {b.Nom} ;";
        yield return $"Vu la proposition {Francais.De($"{reglement.Instance.Article} {reglement.Instance.Nom}").Replace("de le ", "du ", StringComparison.Ordinal)}, "
            + $"réunie le {Francais.Date(accord.PriseLe)}, et la décision d’accord sous réserve notifiée le "
            + $"{Francais.Date(JourDeParis.De(accord.NotifieeLe!.Value))} ;";
        if (!convention)
            yield return $"Considérant que {Francais.Minuscule(accord.Motivation.Split('\n')[0].TrimEnd('.', ' '))} ;";
    }

    private IEnumerable<(string titre, string[] textes, object? tableau)> Articles()
    {
        var formule =
            $"montant maximum × dépense retenue ÷ {Francais.Saisie(Depense)}, arrondi au centime inférieur, sans dépasser le montant "
            + "maximum";
        yield return (
            "Objet",
            [
                $"L’État apporte son soutien au projet « {termes.Objet} », que {Beneficiaire} "
                    + $"{(acte.Beneficiaires.Length == 1 ? "réalise sous sa responsabilité" : "réalisent sous leur responsabilité")}"
                    + (
                        convention
                            ? "."
                            : $" : {string.Join(" ; ", acte.Beneficiaires.Select(b => $"{b.Nom} (SIRET {b.Siret ?? "à saisir"})"))}."
                    ),
            ],
            null
        );
        yield return (
            "Dépense subventionnable",
            [$"La dépense subventionnable est arrêtée à {Depense} {Ht}. Sa nature et son montant, poste par poste, figurent en annexe."],
            null
        );
        yield return (
            "Montant de la subvention",
            [
                $"Le montant maximum de la subvention est fixé à {acte.Montant} ({MontantEnLettres.De(acte.Montant)}), soit {Taux} de la dépense "
                    + $"subventionnable. Le montant dû se calcule sur la dépense réelle retenue : {formule}. Le total des aides publiques ne "
                    + "dépasse pas le coût prévu du projet.",
            ],
            Parts()
        );
        yield return (
            "Calendrier",
            [
                (
                    termes.CommencementAuPlusTard is { } limite
                        ? $"Le projet commence au plus tard le {Francais.Date(limite)}"
                        : $"Le projet commence dans les deux ans de la notification du présent acte"
                )
                    + " ; à défaut, la caducité de la subvention est constatée, le bénéficiaire ayant été mis à même de présenter ses "
                    + $"observations. L’achèvement est prévu le {(termes.AchevementPrevu is { } fin ? Francais.Date(fin) : "…")}. Le "
                    + "bénéficiaire déclare le commencement et l’achèvement.",
            ],
            null
        );
        yield return ("Versements", [Versements], null);
        if (termes.Imputation is not null || termes.Comptable is not null)
            yield return (
                "Imputation et comptable",
                [
                    string.Join(
                        " ",
                        new[]
                        {
                            termes.Imputation is { } i ? $"La dépense est imputée sur {i}, exercice {termes.Exercice}." : null,
                            termes.Comptable is { } c ? $"Le comptable assignataire est {c}." : null,
                        }.OfType<string>()
                    ),
                ],
                null
            );
        yield return ("Obligations du bénéficiaire", Paragraphes(termes.Obligations), null);
        yield return (
            "Contrôle et reversement",
            [
                .. Paragraphes(termes.Reversement),
                "Le bénéficiaire est entendu avant toute décision de reversement. Il tient les pièces du projet à la disposition de l’État.",
            ],
            null
        );
        if (convention)
        {
            yield return (
                "Modification",
                [
                    "La présente convention se modifie par avenant, signé avant l’achèvement prévu. Un avenant n’augmente jamais le montant maximum.",
                ],
                null
            );
            yield return (
                "Durée et litiges",
                [
                    "La convention prend effet à sa notification et prend fin au versement du solde. Les parties recherchent un accord amiable ; à "
                        + $"défaut, le litige est porté devant le {emetteur.Fiche.Tribunal}.",
                ],
                null
            );
        }
        else
            yield return (
                "Exécution",
                [
                    $"{Le(null)} est chargé de l’exécution du présent arrêté, qui est notifié {(acte.Beneficiaires.Length == 1 ? "au bénéficiaire" : "aux bénéficiaires")}.",
                ],
                null
            );
    }

    private string Versements =>
        $"À la demande du bénéficiaire : "
        + (
            termes.AvancePct > 0
                ? $"une avance de {termes.AvancePct} % au plus, soit {acte.Montant.Plafond(new Taux(termes.AvancePct))}, au commencement"
                    + $"{(termes.Garantie ? ", contre garantie de chaque bénéficiaire" : "")} ; "
                : ""
        )
        + $"des acomptes sur dépenses payées, le total versé ne dépassant pas {termes.AcomptesPct} %, soit "
        + $"{acte.Montant.Plafond(new Taux(termes.AcomptesPct))} ; le solde après déclaration d’achèvement, sur état récapitulatif des dépenses "
        + "certifié par le bénéficiaire et visé par son comptable public.";

    private object? Parts() =>
        acte.Beneficiaires.Length > 1 && acte.Parts is { IsEmpty: false } parts
            ? new
            {
                tetes = new[] { "Bénéficiaire", "Part", "Montant" },
                lignes = acte.Beneficiaires.Select((b, i) => (string[])[b.Nom, $"{new Taux(b.Part!.Value)}", $"{parts[i]}"]),
            }
            : null;

    private IEnumerable<object> Signatures(Signataire? signataire)
    {
        yield return new { formule = Formule(signataire), nom = signataire?.NomEntier ?? "" };
        foreach (var (b, rang) in acte.Beneficiaires.Select((b, i) => (b, i)))
            yield return new
            {
                formule = (string[])
                    [
                        Francais.Typographier($"Pour {b.Nom},"),
                        Francais.Typographier($"{(rang == 0 ? Representant : "son représentant légal")},"),
                    ],
                nom = rang == 0 ? dossier.ContenuDepose.Identite.RepresentantLegal ?? "" : "",
            };
    }

    private IEnumerable<string> Formule(Signataire? signataire) =>
        signataire is null
            ? [Francais.Typographier(emetteur.Fiche.Nom!)]
            : emetteur.Service.Formule(signataire, emetteur.Fiche, emetteur.Jour).Select(Francais.Typographier);

    /// <summary>« préfet de la région Bretagne, préfet d’Ille-et-Vilaine ».</summary>
    private string Prefet => $"préfet {emetteur.Fiche.Territoire}{(emetteur.Fiche.SecondTitre is { } second ? $", préfet {second}" : "")}";

    private string Le(Signataire? signataire) =>
        Francais.Majuscule(Francais.LeOuLa(Prefet, signataire is { Mode: ModeDeSignature.Titulaire, Civilite: Civilite.Madame }));

    private string Taux => acte.Montant.Sur(Depense) is { } taux ? Arrondi(taux) : "";

    /// <summary>An inexact rate says so (A32).</summary>
    internal static string Arrondi(Taux taux) => $"{taux}{(decimal.Round(taux.Pourcentage, 2) == taux.Pourcentage ? "" : " (arrondi)")}";

    private Destinataire? Destinataire(BeneficiaireDeLActe b) =>
        dossier.Membres.Append(dossier.Porteur!).FirstOrDefault(m => m.Siren == b.Siren) is { } membre
            ? new Destinataire(membre.Nom, membre.Nature, dossier.ContenuDepose.Identite.Civilite, dossier.ContenuDepose.Identite.Qualite)
            : null;

    /// <summary>« la commune de Vern-sur-Seiche », « Rennes Métropole ».</summary>
    private static string Nomme(Destinataire d) => d.Nature == NatureJuridique.Commune ? $"la commune {d.Complement}" : d.Nom;

    private string A(string nom) =>
        Destinataire(acte.Beneficiaires[0]) is { Nature: NatureJuridique.Commune } d ? $"à la commune {d.Complement}" : $"à {nom}";

    private string Representant =>
        Destinataire(acte.Beneficiaires[0]) is { } d
            ? $"{(dossier.ContenuDepose.Identite.Civilite == Civilite.Madame ? "sa" : "son")} {d.Fonction}"
            : "son représentant légal";

    private string? Adresse => dossier.ContenuDepose.Identite.Adresse?.Replace("\n", ", ", StringComparison.Ordinal);

    private static string[] Paragraphes(string? texte) =>
        (texte ?? "…").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
