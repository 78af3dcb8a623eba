using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>What the service that attributes has that day.</summary>
/// <param name="Siret">Its own; null while it is not said.</param>
/// <param name="Signataire">True when somebody may sign an act of that amount that day.</param>
public sealed record AttribuantDeLActe(string? Siret, bool Signataire);

/// <summary>Edited, signed, sent, received.</summary>
public sealed partial class ActeAttributif
{
    private static readonly Source Mentions = new("Décret n° 2018-514 du 25 juin 2018, art. 8", null, []);

    /// <summary>All that stops its edition, at once, and what is to be looked at.</summary>
    public Resultat Examiner(CadreDeLActe cadre, AttribuantDeLActe attribuant)
    {
        var termes = Termes ?? TermesProposes(cadre.Dossier, cadre.Reglement);
        var manques = ManquesDeLActe(termes, attribuant, cadre).ToList();
        if (ProjetDeLActe(cadre.Dossier, cadre.Reglement) is { } projet)
            manques.AddRange(
                cadre.Examiner(projet, new ActeJuge(termes.Type, Montant, termes, cadre.Dossier.RejetImpliciteLe, cadre.Jour)).Constats
            );
        else
            manques.Add(
                Manque(
                    $"Le plan de financement ne s’équilibre pas sur {Montant} : le porteur le rééquilibre, puis vous l’acceptez.",
                    "plan",
                    Mentions
                )
            );
        if (manques.Exists(c => c.Resultat == ResultatConstat.Alerte) && string.IsNullOrWhiteSpace(termes.MotifDesAlertes))
            manques.Add(Manque("Des alertes restent : dites pourquoi l’acte est édité tel quel.", nameof(TermesDeLActe.MotifDesAlertes)));
        return Resultat.De(manques);
    }

    /// <summary>Freezes the paper.</summary>
    /// <exception cref="ActeImpossibleException">The accord is not notified, has ended, or the act is edited already.</exception>
    public Resultat Editer(CadreDeLActe cadre, AttribuantDeLActe attribuant)
    {
        ExigerProjet();
        var resultat = Examiner(cadre, attribuant);
        if (!resultat.EstAccepte)
            return resultat;
        Termes ??= TermesProposes(cadre.Dossier, cadre.Reglement);
        Depense = cadre.Examiner(ProjetDeLActe(cadre.Dossier, cadre.Reglement)!, null).Assiette;
        (Etat, EditeLe, Editions) = (EtatActe.Edite, cadre.Instant, Editions + 1);
        Passer(EtapeDeSuivi.ASigner, cadre.Instant, EcheanceLe);
        Noter(new EditerLActe(cadre.Par.Fonction, DossierId, Numero, Editions, Montant, Depense), nameof(EtatActe.Projet), Etat.ToString());
        return resultat;
    }

    /// <summary>Takes it back to the draft: the frozen paper stays readable, replaced.</summary>
    /// <exception cref="ActeImpossibleException">Neither edited nor signed.</exception>
    public Resultat Reprendre(string? motif, Acteur par, DateTimeOffset instant)
    {
        Exiger(Fin is null && Etat is EtatActe.Edite or EtatActe.Signe, "l’acte n’est pas en cours de signature");
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites pourquoi l’acte est repris.", "motif")]);
        var avant = Etat;
        (Etat, SigneLe, Signatures, NumeriseId, EnvoyeLe) = (
            EtatActe.Projet,
            null,
            ImmutableDictionary<string, DateOnly>.Empty,
            null,
            null
        );
        Passer(EtapeDeSuivi.AEditer, instant, EcheanceLe);
        Noter(new ReprendreLActe(par.Fonction, DossierId, motif.Trim()), avant.ToString(), Etat.ToString());
        return Resultat.De([]);
    }

    /// <summary>Says on which days it was signed: by the State, and by each beneficiary where it is a convention.</summary>
    /// <param name="le">Paris day of the State.</param>
    /// <param name="signatures">Paris days of the beneficiaries, by SIREN; empty for an arrêté.</param>
    /// <param name="scan">The signed paper, already in its store; null without one.</param>
    /// <param name="par">Who manages.</param>
    /// <param name="instant">When.</param>
    /// <returns>The piece that holds the scan; null without one, or where it is refused.</returns>
    /// <exception cref="ActeImpossibleException">Not edited, or signed already.</exception>
    public (Resultat Resultat, Piece? Scan) Signer(
        DateOnly? le,
        IReadOnlyDictionary<string, DateOnly> signatures,
        FichierRecu? scan,
        Acteur par,
        DateTimeOffset instant
    )
    {
        Exiger(Fin is null && Etat == EtatActe.Edite, "l’acte n’est pas édité, ou il est déjà signé");
        var resultat = Resultat.De(ManquesDeSignature(le, signatures, (JourDeParis.De(EditeLe!.Value), "L’acte"), JourDeParis.De(instant)));
        if (!resultat.EstAccepte)
            return (resultat, null);
        var piece = scan is null ? null : Piece.Numeriser(this, scan, par, instant);
        (Etat, SigneLe, NumeriseId) = (EtatActe.Signe, le, piece?.Id);
        Signatures = Termes!.Type == TypeActe.Convention ? signatures.ToImmutableDictionary(StringComparer.Ordinal) : Signatures;
        Passer(EtapeDeSuivi.ANotifier, instant, EcheanceLe);
        Noter(new SignerLActe(par.Fonction, DossierId, le, scan?.Sha256), nameof(EtatActe.Edite), Etat.ToString());
        return (resultat, piece);
    }

    /// <summary>Types the numbers of its engagements juridiques: Chorus gives them when it wants to, before the act or after it.</summary>
    /// <param name="numeros">Ten digits each.</param>
    /// <param name="par">Who manages.</param>
    /// <exception cref="ActeImpossibleException">Not edited yet, where they are typed with the rest, or ended.</exception>
    public void NoterLesEngagements(ImmutableArray<string> numeros, Acteur par)
    {
        Exiger(Fin is null && Etat != EtatActe.Projet, "l’acte n’est pas édité, ou l’accord a pris fin");
        Termes = Termes! with { Ej = numeros };
        Noter(new NoterLesEngagements(par.Fonction, DossierId, string.Join(' ', numeros)));
    }

    /// <summary>Sends it: its beneficiary reads it from now on, and its first opening is its reception.</summary>
    /// <param name="terme">Last Paris day to notify it (A31); null where none runs.</param>
    /// <param name="motif">Why it leaves past that day; null before.</param>
    /// <param name="par">Who manages.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">Not signed, or sent already.</exception>
    public Resultat Envoyer(DateOnly? terme, string? motif, Acteur par, DateTimeOffset instant)
    {
        Exiger(Fin is null && Etat == EtatActe.Signe && EnvoyeLe is null, "l’acte n’est pas signé, ou il est déjà envoyé");
        if (terme < JourDeParis.De(instant) && string.IsNullOrWhiteSpace(motif))
            return Resultat.De([
                Manque($"Le délai pour notifier l’acte a pris fin le {Francais.Date(terme.Value)} : dites pourquoi il part.", "motif"),
            ]);
        EnvoyeLe = instant;
        Passer(EtapeDeSuivi.EnAttenteDeReception, instant, EcheanceLe);
        Noter(new EnvoyerLActe(par.Fonction, DossierId, Numero, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Says when it was received on paper.</summary>
    /// <param name="jour">Paris day.</param>
    /// <param name="preuve">What proves it.</param>
    /// <param name="cadre">Its dossier, its règlement, who, when.</param>
    /// <param name="engagement">What it takes from the envelope.</param>
    /// <exception cref="ActeImpossibleException">Not sent, or received already.</exception>
    public Resultat Recevoir(DateOnly? jour, string? preuve, CadreDeLActe cadre, Engagement engagement)
    {
        Exiger(Fin is null && EnvoyeLe is not null && RecuLe is null, "l’acte n’est pas envoyé, ou il est déjà reçu");
        var resultat = Resultat.De(ManquesDeReception(jour, preuve, (DerniereSignature!.Value, "L’acte"), cadre.Jour));
        if (resultat.EstAccepte)
            Notifier(jour!.Value, preuve!.Trim(), cadre, engagement);
        return resultat;
    }

    /// <summary>Its first opening here by who may write for its beneficiary: the day of its reception. The next ones say nothing.</summary>
    /// <returns>True for the opening that made it received.</returns>
    public bool Ouvrir(CadreDeLActe cadre, Engagement engagement)
    {
        if (Fin is not null || EnvoyeLe is null || RecuLe is not null)
            return false;
        Notifier(cadre.Jour, PremiereOuverture, cadre, engagement);
        return true;
    }

    /// <summary>The last day on which somebody signed.</summary>
    public DateOnly? DerniereSignature => SigneLe is { } le ? Signatures.Values.Append(le).Max() : null;

    private void Notifier(DateOnly jour, string preuve, CadreDeLActe cadre, Engagement engagement)
    {
        (Etat, RecuLe, PreuveDeReception) = (EtatActe.Notifie, jour, preuve);
        CommencerAvantLe = Termes!.CommencementAuPlusTard ?? Regles.DelaiDeCommencement.Terme(jour, cadre.Reglement);
        engagement.Imputer(Termes.Exercice);
        Clore(ObjetDesObservations.RejetImplicite, cadre.Instant);
        Passer(EtapeDeSuivi.ACommencer, cadre.Instant, CommencerAvantLe);
        Reviser();
        cadre.Dossier.Suivre(EtatDossier.Conventionne, new RecevoirLActe(cadre.Par.Fonction, Numero, jour, preuve));
    }

    private IEnumerable<Constat> ManquesDeLActe(TermesDeLActe termes, AttribuantDeLActe attribuant, CadreDeLActe cadre)
    {
        foreach (var (condition, rang) in Conditions.Select((c, i) => (c, i)).Where(c => c.c.LeveeLe is null))
            yield return Manque($"Condition de l’accord à lever : « {condition.Texte} »", $"conditions[{rang}]");
        if (PlanAAccepter)
            yield return Manque("Un plan rééquilibré attend : acceptez-le, ou rendez-le au porteur.", "plan");
        if (attribuant.Siret is null)
            yield return Manque("Le SIRET du service attribuant manque à sa fiche.", "service", Mentions);
        if (!attribuant.Signataire)
            yield return Manque($"Personne n’a la signature d’un acte de {Montant} pour ce service aujourd’hui.", "service");
        foreach (var b in Beneficiaires)
        {
            if (b.Siret is null)
                yield return Manque($"SIRET de {b.Nom} : son représentant légal ne l’a pas saisi.", "sirets", Mentions);
            else if (b.ConfirmePar is null)
                yield return Manque($"SIRET de {b.Nom} : confirmez-le.", "sirets", Mentions);
            if (termes.Type == TypeActe.Convention && b.Deliberation is null)
                yield return Manque($"Délibération de {b.Nom} : jour et numéro.", $"deliberations[{b.Siren}]");
            else if (termes.Type == TypeActe.Convention && b.Deliberation!.Le > cadre.Jour)
                yield return Manque($"La délibération de {b.Nom} est postérieure à l’édition.", $"deliberations[{b.Siren}]");
        }
        if (Beneficiaires.Length > 1 && Parts.IsEmpty)
            yield return Manque("Les parts des bénéficiaires ne font pas 100 %.", "sirets", Mentions);
        if (termes.Type is null)
            yield return Manque("Choisissez la forme de l’acte.", nameof(termes.Type));
        if (string.IsNullOrWhiteSpace(termes.Objet))
            yield return Manque("L’objet de l’aide manque.", nameof(termes.Objet), Mentions);
        if (termes.AchevementPrevu is null)
            yield return Manque("Le jour d’achèvement prévu manque.", nameof(termes.AchevementPrevu), Mentions);
        else if (termes.DebutPrevu > termes.AchevementPrevu)
            yield return Manque("L’achèvement suit le début.", nameof(termes.AchevementPrevu), Mentions);
        if (string.IsNullOrWhiteSpace(termes.Reversement))
            yield return Manque("Les conditions de reversement manquent.", nameof(termes.Reversement), Mentions);
        if (string.IsNullOrWhiteSpace(termes.Obligations))
            yield return Manque("Les obligations de suivi et de publicité manquent.", nameof(termes.Obligations));
        if (termes.Imputation is null || termes.Comptable is null)
            yield return Manque("L’imputation ou le comptable assignataire ne sont pas dits : l’acte n’en parlera pas.", "imputation") with
            {
                Resultat = ResultatConstat.Alerte,
            };
        if (termes.CommencementAuPlusTard < cadre.Jour)
            yield return Manque("Le délai de commencement est déjà passé.", nameof(termes.CommencementAuPlusTard));
    }

    /// <summary>Days of signature, of an act or of an avenant.</summary>
    private IEnumerable<Constat> ManquesDeSignature(
        DateOnly? le,
        IReadOnlyDictionary<string, DateOnly> signatures,
        (DateOnly Edite, string Papier) sur,
        DateOnly aujourdhui
    )
    {
        Constat? Juger(DateOnly? jour, string qui, string champ) =>
            jour is not { } j ? Manque($"Indiquez le jour de la signature {qui}.", champ)
            : j > aujourdhui ? Manque("Une signature ne se note pas d’avance.", champ)
            : j < sur.Edite ? Manque($"{sur.Papier} est édité le {Francais.Date(sur.Edite)}, il ne se signe pas avant.", champ)
            : null;
        if (Juger(le, "de l’État", "signeLe") is { } etat)
            yield return etat;
        if (Termes!.Type != TypeActe.Convention)
            yield break;
        foreach (var b in Beneficiaires)
            if (Juger(signatures.TryGetValue(b.Siren, out var jour) ? jour : null, $"de {b.Nom}", $"signatures[{b.Siren}]") is { } manque)
                yield return manque;
    }

    /// <summary>A reception on paper, of an act or of an avenant.</summary>
    private static IEnumerable<Constat> ManquesDeReception(
        DateOnly? jour,
        string? preuve,
        (DateOnly Signature, string Papier) sur,
        DateOnly aujourdhui
    )
    {
        if (jour is null)
            yield return Manque("Indiquez le jour de la réception.", "recuLe");
        else if (jour > aujourdhui)
            yield return Manque("Une réception ne se note pas d’avance.", "recuLe");
        else if (jour < sur.Signature)
            yield return Manque($"{sur.Papier} se reçoit après sa dernière signature, le {Francais.Date(sur.Signature)}.", "recuLe");
        if (string.IsNullOrWhiteSpace(preuve))
            yield return Manque("Dites ce qui prouve la réception : numéro de l’avis de réception, remise en main propre.", "preuve");
    }
}
