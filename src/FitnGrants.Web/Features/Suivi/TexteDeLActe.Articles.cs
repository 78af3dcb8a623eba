using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The numbered articles: object, amount, calendar, payments, duties, reversal.</summary>
internal sealed partial class TexteDeLActe
{
    private string AvecSonSiret(BeneficiaireDeLActe b) =>
        $"{A(b)}{(b.Siren == dossier.Siren && Adresse is { } adresse ? $", {adresse}" : "")} (SIRET "
        + $"{MotsDuSuivi.Siret(b.Siret) ?? "à saisir"})";

    private IEnumerable<(string titre, string[] textes, object? tableau)> Articles()
    {
        var formule =
            $"montant maximum × dépense retenue ÷ {Francais.Saisie(Depense)}, arrondi au centime inférieur, sans dépasser le montant "
            + "maximum";
        yield return (
            "Objet",
            [
                (
                    convention
                        ? $"L’État apporte son soutien au projet « {termes.Objet} »"
                        : $"Une subvention de l’État est attribuée {string.Join(" ; ", acte.Beneficiaires.Select(AvecSonSiret))}, "
                            + $"pour le projet « {termes.Objet} »"
                )
                    + $", que {Beneficiaire} "
                    + $"{(acte.Beneficiaires.Length == 1 ? "réalise sous sa responsabilité" : "réalisent sous leur responsabilité")}.",
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
                $"Le montant maximum de la subvention est fixé à {acte.Montant} ({MontantEnLettres.De(acte.Montant)}), soit "
                    + $"{Taux} de la dépense "
                    + $"subventionnable. Le montant dû se calcule sur la dépense réelle retenue : {formule}. Le total des aides "
                    + "publiques ne "
                    + "dépasse pas le coût prévu du projet.",
            ],
            Parts()
        );
        yield return (
            "Calendrier",
            [
                Nombre(
                    (
                        termes.CommencementAuPlusTard is { } limite
                            ? $"Le projet commence au plus tard le {Francais.Date(limite)}"
                            : $"Le projet commence dans les {MontantEnLettres.De(DelaiDeCommencement.Mois(reglement))} mois de la "
                                + "notification du présent acte"
                    )
                        + " ; à défaut, la caducité de la subvention est constatée, le bénéficiaire ayant été mis à même de présenter ses "
                        + $"observations. L’achèvement est prévu le {(termes.AchevementPrevu is { } fin ? Francais.Date(fin) : "…")}. Le "
                        + "bénéficiaire déclare le commencement et l’achèvement."
                ),
            ],
            null
        );
        yield return ("Versements", [Nombre(Versements)], null);
        if (termes.Imputation is not null || termes.Comptable is not null)
            yield return (
                "Imputation et comptable",
                [
                    string.Join(
                        " ",
                        new[]
                        {
                            termes.Imputation is { } i ? $"Imputation de la dépense : {i}, exercice {termes.Exercice}." : null,
                            termes.Comptable is { } c ? $"Le comptable assignataire est {c}." : null,
                        }.OfType<string>()
                    ),
                ],
                null
            );
        yield return (
            acte.Beneficiaires.Length == 1 ? "Obligations du bénéficiaire" : "Obligations des bénéficiaires",
            [
                .. Paragraphes(termes.Obligations),
                Nombre(
                    "Le bénéficiaire réalise le projet, informe sans délai l’État de ce qui le retarde ou le modifie, et conserve les "
                        + "pièces qui justifient ses dépenses."
                ),
            ],
            null
        );
        if (Suivi().ToArray() is { Length: > 0 } suivi)
            yield return ("Suivi", suivi, null);
        yield return (
            "Contrôle et reversement",
            [
                .. Paragraphes(termes.Reversement),
                Nombre(
                    "Le bénéficiaire est entendu avant toute décision de reversement. Il tient les pièces du projet à la "
                        + "disposition de l’État."
                ),
            ],
            null
        );
        if (convention)
        {
            yield return (
                "Modification",
                [
                    "La présente convention se modifie par avenant, signé avant l’achèvement prévu. Un avenant n’augmente "
                        + "jamais le montant maximum.",
                ],
                null
            );
            yield return (
                "Durée et litiges",
                [
                    "La convention prend effet à sa notification et prend fin au versement du solde. Les parties recherchent un "
                        + "accord amiable ; à "
                        + $"défaut, le litige est porté devant le {emetteur.Fiche.Tribunal}.",
                ],
                null
            );
        }
        else
            yield return ("Exécution", [Execution], null);
    }

    /// <summary>Rank of the article of the duties, from 1: those on the budget come before it, where they are said.</summary>
    internal static int ArticleDesObligations(TermesDeLActe termes) => termes.Imputation is null && termes.Comptable is null ? 6 : 7;

    /// <summary>The reports, where the règlement asks for them (R77).</summary>
    private IEnumerable<string> Suivi()
    {
        if (reglement.Applique<EtatDesLieuxTrimestriel>())
            yield return "Le premier état des lieux est rendu trois mois après la notification du présent acte, les suivants de trois en "
                + "trois mois jusqu’au solde. Il dit l’avancement du projet, les dépenses payées et celles des prochains trimestres, les "
                + "dates du projet, et les entreprises de la commande avec le département de leur siège social.";
        if (termes.PaiementsSuspendus)
            yield return Nombre(
                "Le bénéficiaire qui ne rend pas un état des lieux peut être mis en demeure. Trente jours après la réception de cette mise "
                    + "en demeure, les versements attendent l’état des lieux."
            );
    }

    /// <summary>Who carries the arrêté out: the secretary general, and the accountant where one is named.</summary>
    private string Execution =>
        $"{Francais.Majuscule(SecretaireGeneral)}{(termes.Comptable is { } c ? $" et {c} sont chargés" : " est chargé")}, "
        + $"{(termes.Comptable is null ? "" : "chacun en ce qui le concerne, ")}de l’exécution du présent arrêté, qui est notifié "
        + $"{(acte.Beneficiaires.Length == 1 ? "au bénéficiaire" : "aux bénéficiaires")}.";

    private string SecretaireGeneral =>
        acte.Attribuant == ServiceEmetteur.DeRegion(acte.Region)
            ? "le secrétaire général pour les affaires régionales"
            : "le secrétaire général de la préfecture";

    private string Versements =>
        $"À la demande du bénéficiaire : "
        + (
            termes.AvancePct > 0
                ? $"une avance de {termes.AvancePct} % au plus, soit {acte.Montant.Plafond(new Taux(termes.AvancePct))}, au commencement"
                    + $"{(termes.Garantie ? ", contre garantie de chaque bénéficiaire" : "")} ; "
                : ""
        )
        + $"des acomptes sur dépenses payées, le total versé ne dépassant pas {termes.AcomptesPct} %, soit "
        + $"{acte.Montant.Plafond(new Taux(termes.AcomptesPct))} ; le solde après déclaration d’achèvement, sur état "
        + "récapitulatif des dépenses "
        + "certifié par le bénéficiaire et visé par son comptable public.";

    private object? Parts() =>
        acte.Beneficiaires.Length > 1 && acte.Parts is { IsEmpty: false } parts
            ? new
            {
                tetes = new[] { "Bénéficiaire", "Part", "Montant" },
                lignes = acte.Beneficiaires.Select((b, i) => (string[])[b.Nom, $"{new Taux(b.Part!.Value)}", $"{parts[i]}"]),
                texte = false,
            }
            : null;
}
