using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>Money that comes back, once its beneficiary was heard.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>The first first.</summary>
    public ImmutableArray<Reversement> Reversements { get; private set; } = [];

    /// <summary>Asks the beneficiary for its observations before a reversement.</summary>
    /// <param name="fondement">Why.</param>
    /// <param name="montant">Euros.</param>
    /// <param name="motif">In fact and in law.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <exception cref="ActeImpossibleException">Nothing was paid.</exception>
    public Resultat DemanderUnReversement(FondementDeReversement? fondement, Euros? montant, string? motif, CadreDeLActe cadre)
    {
        var paye = Liquider(cadre.Versements).Paye;
        Exiger(paye > Euros.Zero, "rien n’a été versé");
        var manques = new List<Constat>();
        var possible = paye.Moins(Euros.Somme(Reversements.Select(r => r.Reste)));
        if (fondement is null)
            manques.Add(Manque("Choisissez sur quoi se fonde le reversement.", "fondement"));
        if (montant is null || montant <= Euros.Zero)
            manques.Add(Manque("Indiquez le montant à reverser.", "montant"));
        else if (montant > possible)
            manques.Add(Manque($"{possible} au plus : c’est ce qui est versé et n’est pas déjà demandé.", "montant"));
        if ((motif?.Trim().Length ?? 0) < MotivationMinimale)
            manques.Add(Manque($"Motivez : {MotivationMinimale} caractères au moins. Le bénéficiaire lira ce texte.", "motif"));
        var resultat = Resultat.De(manques);
        if (resultat.EstAccepte)
            OuvrirUnReversement(fondement!.Value, montant!.Value, motif!.Trim(), cadre);
        return resultat;
    }

    /// <summary>Says when that request was received.</summary>
    /// <exception cref="ActeImpossibleException">None of that rank waits for it.</exception>
    public Resultat RecevoirUnReversement(int rang, DateOnly? jour, CadreDeLActe cadre)
    {
        var r = UnReversement(rang, EtatDeReversement.ObservationsDemandees);
        Exiger(r.RecuLe is null, "sa réception est déjà notée");
        var envoi = JourDeParis.De(r.DemandeLe);
        var manque =
            jour is null ? Manque("Indiquez le jour de la réception.", "recuLe")
            : jour > cadre.Jour ? Manque("Une réception ne se note pas d’avance.", "recuLe")
            : jour < envoi ? Manque($"La demande est du {Francais.Date(envoi)} : elle se reçoit ensuite.", "recuLe")
            : null;
        if (manque is not null)
            return Resultat.De([manque]);
        Remplacer(r with { RecuLe = jour });
        Noter(new RecevoirUnReversement(cadre.Par.Fonction, DossierId, rang, jour));
        return Resultat.De([]);
    }

    /// <summary>What the beneficiary answers, before the decision: once.</summary>
    /// <exception cref="ActeImpossibleException">None of that rank waits, or it was answered.</exception>
    public Resultat RepondreAuReversement(int rang, string? texte, CadreDeLActe cadre)
    {
        var r = UnReversement(rang, EtatDeReversement.ObservationsDemandees);
        Exiger(r.Reponse is null, "vos observations sont déjà transmises");
        if (Propre(texte) is not { } reponse)
            return Resultat.De([Manque("Écrivez vos observations.", "motif")]);
        // Who answers has read it.
        Remplacer(r with { Reponse = reponse, RecuLe = r.RecuLe ?? cadre.Jour });
        Noter(new RepondreAuReversement(cadre.Par.Fonction, DossierId, rang));
        return Resultat.De([]);
    }

    /// <summary>Decides it, once the beneficiary had its days: a titre is issued.</summary>
    /// <exception cref="ActeImpossibleException">None of that rank waits, or the beneficiary may still answer.</exception>
    public Resultat DeciderUnReversement(int rang, string? titre, CadreDeLActe cadre)
    {
        var r = UnReversement(rang, EtatDeReversement.ObservationsDemandees);
        Exiger(r.RecuLe is not null, "attendez que le bénéficiaire ait reçu la demande d’observations");
        var possible = r.RecuLe!.Value.AddDays(Regles.ObservationsPrealables.Jours(cadre.Reglement));
        Exiger(cadre.Jour >= possible, $"le bénéficiaire a jusqu’au {Francais.Date(possible.AddDays(-1))} pour présenter ses observations");
        if (Propre(titre) is not { } numero)
            return Resultat.De([Manque("Indiquez le numéro du titre de perception.", "titre")]);
        Remplacer(r with { Etat = EtatDeReversement.Decide, DecideLe = cadre.Jour, Titre = numero });
        Noter(new DeciderUnReversement(cadre.Par.Fonction, DossierId, rang, r.Montant, numero));
        return Resultat.De([]);
    }

    /// <summary>Records money that came back.</summary>
    /// <exception cref="ActeImpossibleException">None of that rank is decided.</exception>
    public Resultat RecouvrerUnReversement(
        int rang,
        DateOnly? jour,
        Euros? montant,
        CadreDeLActe cadre,
        Engagement engagement,
        bool deChorus = false
    )
    {
        var r = UnReversement(rang, EtatDeReversement.Decide);
        var manques = new List<Constat>();
        if (jour is null)
            manques.Add(Manque("Indiquez le jour du recouvrement.", "le"));
        else if (jour > cadre.Jour)
            manques.Add(Manque("Un recouvrement ne se note pas d’avance.", "le"));
        else if (jour < r.DecideLe)
            manques.Add(Manque($"Le titre est du {Francais.Date(r.DecideLe!.Value)} : l’argent revient ensuite.", "le"));
        if (montant is null || montant <= Euros.Zero)
            manques.Add(Manque("Indiquez le montant recouvré.", "montant"));
        else if (montant > r.Reste)
            manques.Add(Manque($"Il reste {r.Reste} à recouvrer.", "montant"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        var recouvre = new Recouvrement(jour!.Value, montant!.Value) { Compte = cadre.Par.Id, DeChorus = deChorus };
        var suite = r with { Recouvrements = [.. r.Recouvrements, recouvre] };
        Remplacer(suite.Reste == Euros.Zero ? suite with { Etat = EtatDeReversement.Recouvre } : suite);
        Attendre(cadre);
        Recompter(cadre, engagement);
        Noter(new RecouvrerUnReversement(cadre.Par.Fonction, DossierId, rang, montant, jour));
        return resultat;
    }

    /// <summary>Takes the last recovery back, that was a wrong record: by another account than the one that made it.</summary>
    /// <exception cref="ActeImpossibleException">None is recorded, Chorus says it, or by the account that recorded it.</exception>
    public Resultat AnnulerUnRecouvrement(int rang, string? motif, CadreDeLActe cadre, Engagement engagement)
    {
        var r = Reversements.ElementAtOrDefault(rang - 1);
        Exiger(
            r is { Etat: EtatDeReversement.Decide or EtatDeReversement.Recouvre, Recouvrements.IsEmpty: false },
            "aucun recouvrement n’est à annuler"
        );
        var dernier = r!.Recouvrements[^1];
        Exiger(!dernier.DeChorus, "ce recouvrement vient de Chorus : il ne s’annule pas ici");
        Exiger(dernier.Compte != cadre.Par.Id, "un enregistrement s’annule par un autre agent que celui qui l’a fait");
        if (Propre(motif) is not { } raison)
            return Resultat.De([Manque("Dites pourquoi cet enregistrement est annulé.", "motif")]);
        Remplacer(r with { Etat = EtatDeReversement.Decide, Recouvrements = r.Recouvrements[..^1] });
        Attendre(cadre);
        Recompter(cadre, engagement);
        Noter(new AnnulerUnRecouvrement(cadre.Par.Fonction, DossierId, rang, dernier.Montant, raison));
        return Resultat.De([]);
    }

    /// <summary>Ends it without the whole sum: no sequel before the titre; annulled, or nothing more to come, after it.</summary>
    /// <param name="rang">From 1.</param>
    /// <param name="fin">« SansSuite », « Annule », « NonValeur ».</param>
    /// <param name="motif">Why.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <exception cref="ActeImpossibleException">None of that rank is there.</exception>
    public Resultat ClasserUnReversement(int rang, EtatDeReversement fin, string? motif, CadreDeLActe cadre)
    {
        Exiger(
            fin is EtatDeReversement.SansSuite or EtatDeReversement.Annule or EtatDeReversement.NonValeur,
            "un reversement ne se classe pas ainsi"
        );
        var r = UnReversement(
            rang,
            fin == EtatDeReversement.SansSuite ? EtatDeReversement.ObservationsDemandees : EtatDeReversement.Decide
        );
        if (Propre(motif) is not { } raison)
            return Resultat.De([Manque("Dites pourquoi. Le bénéficiaire lira ce texte.", "motif")]);
        Remplacer(r with { Etat = fin, MotifDeFin = raison });
        Attendre(cadre);
        Noter(new ClasserUnReversement(cadre.Par.Fonction, DossierId, rang, fin, raison));
        return Resultat.De([]);
    }

    /// <summary>True while money paid has neither its decided reversement nor its closing.</summary>
    private bool ResteAReverser(CadreDeLActe cadre) =>
        Liquider(cadre.Versements).Paye > Euros.Zero && Reversements.All(r => r.Etat == EtatDeReversement.ObservationsDemandees);

    private void OuvrirUnReversement(FondementDeReversement fondement, Euros montant, string motif, CadreDeLActe cadre)
    {
        var reversement = new Reversement(Reversements.Length + 1, fondement, montant, motif, cadre.Instant);
        Reversements = [.. Reversements, reversement];
        Attendre(cadre);
        Noter(new DemanderUnReversement(cadre.Par.Fonction, DossierId, reversement.Rang, fondement, montant, motif));
    }

    /// <summary>The control that opened it is taken back.</summary>
    private void FermerLeTropPercu() =>
        Reversements = [
            .. Reversements.Select(r =>
                r is { Fondement: FondementDeReversement.TropPercu, Etat: EtatDeReversement.ObservationsDemandees }
                    ? r with
                    {
                        Etat = EtatDeReversement.SansSuite,
                        MotifDeFin = "Le contrôle du solde est repris.",
                    }
                    : r
            ),
        ];

    private Reversement UnReversement(int rang, EtatDeReversement etat)
    {
        Exiger(Reversements.ElementAtOrDefault(rang - 1)?.Etat == etat, "ce reversement n’en est pas là");
        return Reversements[rang - 1];
    }

    private void Remplacer(Reversement reversement) => Reversements = Reversements.SetItem(reversement.Rang - 1, reversement);
}
