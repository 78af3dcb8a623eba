using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>An arrêté, or a decision, that the préfet takes alone: visas, articles, signature, appeal routes.</summary>
internal static class ArreteDuPrefet
{
    /// <param name="document">Its type, and what tells it among those of its dossier.</param>
    /// <param name="nom">« Arrêté » or « Décision », its number and its title.</param>
    /// <param name="visas">And what is considered.</param>
    /// <param name="articles">Each by its title.</param>
    /// <param name="par">Who takes it, and the euros that its signatory must be allowed.</param>
    public static DocumentAProduire Produire(
        (string Type, string Reference) document,
        (string Nature, string Numero, string Titre) nom,
        IEnumerable<string> visas,
        IEnumerable<(string titre, string[] textes)> articles,
        (Emetteur Emetteur, Euros Montant) par
    )
    {
        var emetteur = par.Emetteur;
        var signataire = emetteur.Service.SignataireAu(NatureDeSignature.Actes, emetteur.Jour, par.Montant);
        return new DocumentAProduire(document.Type, document.Reference, "acte", code => new
        {
            papier = emetteur.Papier(nom.Numero, code, projet: code.Length == 0),
            nature = Francais.Typographier($"{nom.Nature} n° {nom.Numero} du {Francais.Date(emetteur.Jour)}"),
            titre = Francais.Typographier(nom.Titre),
            parties = Array.Empty<object>(),
            autorite = Francais.Typographier(
                $"Le préfet {emetteur.Fiche.Territoire}{(emetteur.Fiche.SecondTitre is { } second ? $", préfet {second}" : "")},"
            ),
            visas = Delegation(signataire).Concat(visas).Select(Francais.Typographier),
            formule = nom.Nature == "Décision" ? "Décide :" : "Arrête :",
            articles = articles.Select(a => new
            {
                a.titre,
                textes = a.textes.Select(Francais.Typographier),
                tableau = (object?)null,
            }),
            fait = Francais.Typographier($"Fait à {emetteur.Fiche.Lieu}, le {Francais.Date(emetteur.Jour)}"),
            signatures = Array.Empty<object>(),
            signature = new
            {
                formule = signataire is null
                    ? [Francais.Typographier(emetteur.Fiche.Nom!)]
                    : emetteur.Service.Formule(signataire, emetteur.Fiche, emetteur.Jour).Select(Francais.Typographier),
                mention = (string?)null,
                nom = signataire?.NomEntier ?? "",
            },
            recours = emetteur.RecoursContre(nom.Nature == "Décision" ? "la présente décision" : "le présent arrêté"),
            depenses = Array.Empty<string[]>(),
        });
    }

    private static IEnumerable<string> Delegation(Signataire? signataire)
    {
        if (signataire is { Texte: { } texte })
            yield return $"Vu l’arrêté n° {texte.Numero} du {Francais.Date(texte.Date)} portant délégation de signature ;";
    }
}
