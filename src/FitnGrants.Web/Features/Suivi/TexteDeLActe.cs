using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What an act says, article by article (documents.md 7.8 and 7.9).</summary>
internal sealed partial class TexteDeLActe(Dossier dossier, ActeAttributif acte, Decision accord, Reglement reglement, Emetteur emetteur)
{
    // A draft says what the page proposes.
    private readonly TermesDeLActe termes = acte.Termes
        ?? acte.TermesProposes(dossier, reglement) with
        {
            Imputation = emetteur.Fiche.Imputation,
            Comptable = emetteur.Fiche.Comptable,
        };
    private readonly Projet projet = acte.ProjetDeLActe(dossier, reglement) ?? dossier.ProjetRetenu(reglement);
    private readonly bool convention = (acte.Termes ?? acte.TermesProposes(dossier, reglement)).Type == TypeActe.Convention;
    private readonly bool investissement = dossier.ContenuDepose.Projet.Regime != RegimeDepense.Fonctionnement;

    private string Ht => projet.BaseRetenue == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises";

    private Euros Depense =>
        acte.Depense ?? Projet.Somme(projet.Depenses?.Where(d => d.Eligible), d => d.Montant(projet.BaseRetenue)) ?? Euros.Zero;

    /// <summary>Where several bear the act, each is bound by what binds one; the chef de file asks and is paid.</summary>
    private string Nombre(string texte) =>
        acte.Beneficiaires.Length == 1
            ? texte
            : texte
                .Replace("À la demande du bénéficiaire", "À la demande du chef de file", StringComparison.Ordinal)
                .Replace(
                    "certifié par le bénéficiaire et visé par son",
                    "certifié par le chef de file et visé par son",
                    StringComparison.Ordinal
                )
                .Replace("Le bénéficiaire", "Chaque bénéficiaire", StringComparison.Ordinal)
                .Replace("le bénéficiaire", "chaque bénéficiaire", StringComparison.Ordinal);

    private string Beneficiaire => acte.Beneficiaires.Length == 1 ? "le bénéficiaire" : "les bénéficiaires";

    public object Donnees(string code)
    {
        var signataire = emetteur.Service.SignataireAu(NatureDeSignature.Actes, emetteur.Jour, acte.Montant);
        return Document(
            (acte.Numero, code),
            (
                $"{(convention ? "Convention" : "Arrêté")} n° {termes.ReferenceDuService ?? acte.Numero}",
                $"{(convention ? "Convention attributive d’une" : "Arrêté portant attribution d’une")} {Intitule}"
            ),
            signataire,
            (Visas(signataire), Articles()),
            // A plan that is not balanced on this amount yet would say another one.
            acte.ProjetDeLActe(dossier, reglement)
        );
    }

    /// <summary>« subvention de l’État à la commune de … – Fonds d’innovation… ».</summary>
    private string Intitule =>
        $"subvention de l’État {A(acte.Beneficiaires[0])}{(acte.Beneficiaires.Length > 1 ? " et autres" : "")} – Fonds d’innovation et "
        + $"de transformation numérique (France Relance, ITN7, axe 3, volet {dossier.Volet})";

    /// <summary>What the act and its avenants have in common: parties, authority, signatures, appeal routes, annex.</summary>
    private object Document(
        (string Numero, string Code) papier,
        (string Nature, string Titre) tete,
        Signataire? signataire,
        (IEnumerable<string> Visas, IEnumerable<(string titre, string[] textes, object? tableau)> Articles) corps,
        Projet? annexe
    ) =>
        new
        {
            papier = emetteur.Papier(papier.Numero, papier.Code, projet: papier.Code.Length == 0),
            nature = Francais.Typographier(tete.Nature),
            titre = Francais.Typographier(tete.Titre),
            parties = convention ? Parties() : [],
            autorite = Francais.Typographier($"{Le(signataire)},"),
            visas = corps.Visas.Select(Francais.Typographier),
            formule = convention ? "Il est convenu ce qui suit :" : "Arrête :",
            articles = corps.Articles.Select(a => new
            {
                a.titre,
                textes = a.textes.Select(Francais.Typographier),
                a.tableau,
            }),
            fait = Francais.Typographier(
                convention
                    ? $"Fait en {acte.Beneficiaires.Length + 1} exemplaires, à {emetteur.Fiche.Lieu ?? "…"}, le {Blanc}"
                    : $"Fait à {emetteur.Fiche.Lieu ?? "…"}, le {Blanc}"
            ),
            signatures = convention ? Signatures(signataire) : [],
            signature = new
            {
                formule = Formule(signataire),
                mention = (string?)null,
                nom = signataire?.NomEntier ?? "",
            },
            recours = convention ? [] : emetteur.RecoursContre("le présent arrêté"),
            depenses = (annexe?.Depenses ?? []).Select(d =>
                (string[])
                    [
                        d.Libelle + (d.Eligible ? "" : " (hors de la dépense subventionnable)"),
                        MotsDuProjet.Libelle(d.Categorie),
                        d.Montant(projet.BaseRetenue)?.ToString() ?? "–",
                    ]
            ),
            totalDepenses = new[] { $"Total, montants {Ht}", "", annexe?.TotalDepenses?.ToString() ?? "–" },
            ressources = (annexe?.Ressources ?? []).Select(r =>
                (string[])
                    [
                        r.Type == TypeRessource.FITN
                            ? "Fonds d’innovation et de transformation numérique"
                            : r.Financeur ?? MotsDuProjet.Libelle(r.Type),
                        r.Type == TypeRessource.FITN
                            ? (acte.Avenants.IsEmpty ? "Attribuée par le présent acte" : "Attribuée par l’acte")
                            : (r.Statut is { } statut ? MotsDuProjet.Libelle(statut) : "–"),
                        r.Montant?.ToString() ?? "–",
                    ]
            ),
            totalRessources = new[] { "Total", "", annexe?.TotalRessources?.ToString() ?? "–" },
        };

    /// <summary>Room for a day that a hand writes.</summary>
    private const string Blanc = "____________________";

    private IEnumerable<object> Parties()
    {
        yield return new
        {
            nom = "L’État",
            detail = Francais.Typographier(
                $", représenté par {Francais.LeOuLa(Prefet, feminin: false)}, {emetteur.Fiche.Adresse} (SIRET "
                    + $"{MotsDuSuivi.Siret(emetteur.Fiche.Siret) ?? "à saisir"}), "
                    + "ci-après « l’État »,"
            ),
            part = "d’une part,",
        };
        foreach (var (b, rang) in acte.Beneficiaires.Select((b, i) => (b, i)))
            yield return new
            {
                nom = Francais.Typographier(Destinataire(b) is { } d ? Francais.Majuscule(d.NomDansUnePhrase) : b.Nom),
                detail = Francais.Typographier(
                    $"{(rang == 0 && Adresse is { } adresse ? $", {adresse}" : "")} (SIRET "
                        + $"{MotsDuSuivi.Siret(b.Siret) ?? "à saisir"}), que représente "
                        + $"{(rang == 0 ? Representant : "son représentant légal")}"
                        + (b.Deliberation is { } x ? $", en vertu de la délibération n° {x.Numero} du {Francais.Date(x.Le)}" : "")
                        + (acte.Beneficiaires.Length == 1 ? ", ci-après « le bénéficiaire »," : ",")
                ),
                part = rang < acte.Beneficiaires.Length - 1 ? ""
                : acte.Beneficiaires.Length == 1 ? "d’autre part,"
                : "ci-après « les bénéficiaires », d’autre part,",
            };
    }

    private IEnumerable<string> Visas(Signataire? signataire)
    {
        yield return "Vu le code général des collectivités territoriales, notamment son article L. 1111-10 ;";
        yield return "Vu le code des relations entre le public et l’administration ;";
        yield return termes.Exercice switch
        {
            2021 => "Vu la loi n° 2020-1721 du 29 décembre 2020 de finances pour 2021 ;",
            2022 => "Vu la loi n° 2021-1900 du 30 décembre 2021 de finances pour 2022 ;",
            var annee => $"Vu la loi de finances pour {annee} ;",
        };
        yield return "Vu le décret n° 2004-374 du 29 avril 2004 modifié relatif aux pouvoirs des préfets, à l’organisation et à "
            + "l’action des "
            + "services de l’État dans les régions et départements ;";
        yield return "Vu le décret n° 2012-1246 du 7 novembre 2012 relatif à la gestion budgétaire et comptable publique ;";
        if (investissement)
            yield return "Vu le décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement, et "
                + "l’arrêté du 21 août 2018 pris pour son application ;";
        if (signataire is { Texte: { } texte })
            yield return $"Vu l’arrêté n° {texte.Numero} du {Francais.Date(texte.Date)} portant délégation de signature ;";
        var reception = Francais.Date(JourDeParis.De(dossier.DeposeLe!.Value));
        yield return $"Vu la demande {(acte.Beneficiaires.Length == 1 ? "du bénéficiaire" : "des bénéficiaires")}, reçue le {reception} "
            + $"sous le numéro {dossier.Numero}, et l’accusé de réception "
            + "qui lui en a été délivré le même jour ;";
        foreach (var b in convention ? [] : acte.Beneficiaires.Where(b => b.Deliberation is not null))
            yield return $"Vu la délibération n° {b.Deliberation!.Numero} du {Francais.Date(b.Deliberation.Le)} "
                + $"{(Destinataire(b) is { } d ? d.Complement : Francais.De(b.Nom))} ;";
        var instance = Francais
            .De($"{reglement.Instance.Article} {reglement.Instance.Nom}")
            .Replace("de le ", "du ", StringComparison.Ordinal);
        yield return $"Vu la proposition {instance}, "
            + $"{(reglement.Instance.Article == "le" ? "réuni" : "réunie")} le {Francais.Date(accord.PriseLe)}, et la décision "
            + "d’accord sous réserve notifiée le "
            + $"{Francais.Date(JourDeParis.De(accord.NotifieeLe!.Value))} ;";
        if (convention)
            yield break;
        foreach (var raison in Paragraphes(accord.Motivation))
            yield return $"Considérant {Francais.Que(raison.TrimEnd('.', ' '))} ;";
        if (accord.Motifs.Length > 0)
            yield return $"Considérant que cette attribution se fonde sur ce qui suit : {Impressions.Fondements(accord)} ;";
        yield return $"Sur proposition du {SecretaireGeneral[3..]},";
    }

    private IEnumerable<object> Signatures(Signataire? signataire)
    {
        yield return new { formule = Formule(signataire), nom = signataire?.NomEntier ?? "" };
        foreach (var (b, rang) in acte.Beneficiaires.Select((b, i) => (b, i)))
            yield return new
            {
                formule = (string[])
                    [
                        Francais.Typographier($"Pour {(Destinataire(b) is { } d ? d.NomDansUnePhrase : b.Nom)},"),
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
        dossier.Membres.Append(dossier.PorteurActuel!).FirstOrDefault(m => m.Siren == b.Siren) is { } membre
            ? new Destinataire(membre.Nom, membre.Nature, dossier.ContenuDepose.Identite.Civilite, dossier.ContenuDepose.Identite.Qualite)
            : null;

    /// <summary>« la commune de Vern-sur-Seiche », « Rennes Métropole ».</summary>
    /// <summary>« à la commune du Guerno », « à Lorient Agglomération », « au syndicat mixte … ».</summary>
    private string A(BeneficiaireDeLActe b)
    {
        var entier = Destinataire(b) is { } d ? d.NomDansUnePhrase : b.Nom;
        return entier.StartsWith("le ", StringComparison.Ordinal) ? $"au {entier[3..]}" : $"à {entier}";
    }

    private string Representant =>
        Destinataire(acte.Beneficiaires[0]) is { } d
            ? $"{(dossier.ContenuDepose.Identite.Civilite == Civilite.Madame ? "sa" : "son")} {d.Fonction}"
            : "son représentant légal";

    private string? Adresse => dossier.ContenuDepose.Identite.Adresse?.Replace("\n", ", ", StringComparison.Ordinal);

    private static string[] Paragraphes(string? texte) =>
        (texte ?? "…").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
