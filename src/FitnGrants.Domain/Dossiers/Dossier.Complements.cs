using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>The service asks for pieces and corrections, the porteur answers (domain.md 3.3). Legal delays stand still meanwhile.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Paris day since which a message of the porteur waits for an answer; null when none does. It makes no open page stale.
    /// </summary>
    public DateOnly? ReponseAttendueDepuis { get; private set; }

    /// <summary>Requests, the first first.</summary>
    public ImmutableArray<Demande> Demandes { get; private set; } = [];

    /// <summary>The request that waits for an answer; null without one.</summary>
    public Demande? DemandeEnCours => Demandes.FirstOrDefault(d => d.CloseLe is null);

    /// <summary>Paris days during which the legal delays stood still.</summary>
    public int JoursSuspendus => Demandes.Sum(d => d.JoursSuspendus);

    /// <summary>True where a part, or a kind of piece, may be written: all of them, or those that the request names.</summary>
    /// <param name="cible">« titre », « pieces.Devis ».</param>
    public bool EstOuverte(string cible) =>
        EstModifiable
        && (Etat != EtatDossier.ACompleter || DemandeEnCours!.Points.Any(p => p.Cible == cible || Suites(p.Cible).Contains(cible)));

    /// <summary>What goes with a part: a plan is corrected on both sides, and who corrects may prove.</summary>
    private static ImmutableArray<string> Suites(string cible) =>
        cible switch
        {
            "depenses" => ["ressources"],
            "ressources" => ["depenses", $"pieces.{TypePiece.PreuveDeFinancement}"],
            "laboratoire" => [$"pieces.{TypePiece.LettreEngagementLaboratoire}"],
            _ => [],
        };

    /// <summary>Asks the porteur for pieces and corrections. Everything that is missing is said at once; nothing is sent then.</summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open.</exception>
    public Resultat DemanderDesComplements(DemandeDeComplements acte)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        var manques = new List<Constat>();
        if (acte.Points.Length == 0)
            manques.Add(Manque(null, "Dites ce que vous demandez : une pièce ou une correction au moins.", "points[0].texte"));
        for (var i = 0; i < acte.Points.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(acte.Points[i].Texte))
                manques.Add(Manque(null, "Dites au porteur ce que vous attendez.", $"points[{i}].texte"));
            if (!acte.Points[i].EstConnu)
                manques.Add(Manque(null, "Choisissez le champ ou la pièce que vous demandez.", $"points[{i}].cible"));
        }
        if (acte.AvantLe is not { } avant)
            manques.Add(Manque(null, "Indiquez pour quand vous attendez la réponse.", "avantLe"));
        else if (avant <= JourDeParis.De(acte.Instant))
            manques.Add(Manque(null, "Fixez la réponse à demain au plus tôt.", "avantLe"));
        else if (RejetImpliciteLe is { } terme && terme > JourDeParis.De(acte.Instant) && avant > terme)
            manques.Add(
                Manque(null, $"Fixez la réponse au {Francais.Date(terme)} au plus tard : une décision est due ce jour-là.", "avantLe")
            );
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        var demande = new Demande(
            Guid.CreateVersion7(),
            acte.Instant,
            acte.Par.Fonction,
            acte.AvantLe!.Value,
            [.. acte.Points.Select(p => p with { Texte = p.Texte.Trim() })]
        )
        {
            Echeance = EcheanceLe,
        };
        Demandes = [.. Demandes, demande];
        (Etat, EcheanceLe) = (EtatDossier.ACompleter, demande.AvantLe);
        CompterLesDelais();
        Noter(
            new DemanderDesComplements(
                acte.Par.Fonction,
                demande.Id,
                string.Join(' ', demande.Points.Select(p => p.Cible)),
                demande.AvantLe
            ),
            EtatDossier.EnInstruction
        );
        return resultat;
    }

    /// <summary>
    /// Answers the request: the same rules as a deposit judge it, and it is kept as a version. Lines of the grid that say
    /// the same keep their conclusion; the others are to be concluded again.
    /// </summary>
    /// <param name="depot">What a deposit needs; it certifies nothing more.</param>
    /// <param name="reponse">What the porteur says with it; null when it says nothing.</param>
    /// <param name="change">True when a piece was joined or taken out since the request.</param>
    /// <exception cref="ActeImpossibleException">No request waits for an answer.</exception>
    public Resultat RepondreALaDemande(Depot depot, string? reponse, bool change)
    {
        Exiger(Etat == EtatDossier.ACompleter);
        var (candidature, examen) = Juger(depot);
        var rien =
            string.IsNullOrWhiteSpace(reponse) && !change && Rubrique.Differentes(Contenu, versions.MaxBy(v => v.Version)!.Contenu).IsEmpty;
        var resultat = Resultat.De(
            rien
                ?
                [
                    Manque(
                        null,
                        "Rien n’a changé : joignez la pièce, corrigez le champ, ou dites au service ce que vous lui répondez.",
                        "reponse"
                    ),
                ]
                // A rule that only a closed field could satisfy is for the grid: the porteur could do nothing of it.
                : examen.Constats.Where(c => Rubrique.DuChamp(c.Champ) is { } cible && EstOuverte(cible))
        );
        if (!resultat.EstAccepte)
            return resultat;
        var ancienne = Grille.ToDictionary(c => c.Regle, StringComparer.Ordinal);
        Clore(depot.Instant, reponse, repondue: true);
        Figer(depot, candidature, examen);
        var instruction = new PriseEnCharge(depot.Par, depot.Instant, depot.Reglement, depot.Situation) { Pieces = candidature.Pieces };
        foreach (var ligne in Controle.DepuisExamen(ExaminerPourLaGrille(instruction), Version))
        {
            ligne.Reprendre(ancienne.GetValueOrDefault(ligne.Regle));
            controles.Add(ligne);
        }
        Noter(
            new RepondreALaDemande(depot.Par.Fonction, Version, depot.Empreinte, Grille.Count(c => !c.EstConclu)),
            EtatDossier.ACompleter
        );
        return resultat;
    }

    /// <summary>Takes the dossier back without an answer: what the porteur was writing is not kept.</summary>
    /// <exception cref="ActeImpossibleException">No request waits for an answer.</exception>
    public void ReprendreSansReponse(Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatDossier.ACompleter);
        Contenu = versions.MaxBy(v => v.Version)!.Contenu;
        Clore(instant, null, repondue: false);
        Noter(new ReprendreSansReponse(par.Fonction), EtatDossier.ACompleter);
    }

    private void Clore(DateTimeOffset instant, string? reponse, bool repondue)
    {
        var close = DemandeEnCours! with
        {
            CloseLe = instant,
            Repondue = repondue,
            Reponse = string.IsNullOrWhiteSpace(reponse) ? null : reponse.Trim(),
        };
        Demandes = [.. Demandes.Where(d => d.CloseLe is not null), close];
        (Etat, EcheanceLe) = (EtatDossier.EnInstruction, close.Echeance?.AddDays(close.JoursSuspendus));
        CompterLesDelais();
    }
}
