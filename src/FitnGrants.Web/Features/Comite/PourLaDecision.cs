using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>What the decision forms offer: already filled from the proposal, or from the decision they rectify.</summary>
public static class PourLaDecision
{
    public static AccordFormulaire Accord(PointPage p) =>
        new()
        {
            Revision = p.Revision,
            Rectifie = p.Decision?.Id,
            Montant = (p.Decision?.MontantAccorde ?? p.P.Proposition?.Montant ?? p.Retenu.Montant) is { } m ? Francais.Saisie(m) : null,
            Conditions = p.Decision?.Conditions,
            Motivation = p.Decision?.Motivation,
            Motifs = Codes(p),
        };

    public static ARevoirFormulaire ARevoir(PointPage p) =>
        new()
        {
            Revision = p.Revision,
            Rectifie = p.Decision?.Id,
            Referent = p.Decision?.Referent ?? p.Reglement.Accompagnement,
            Axes = [.. (p.Decision?.Axes ?? []).Select(a => new AxeFormulaire { Texte = a.Texte, Cible = a.Cible })],
            Similaires = [.. p.Decision?.Similaires ?? []],
            Motivation = p.Decision?.Motivation,
            Motifs = Codes(p),
        };

    public static RefusFormulaire Refus(PointPage p) =>
        new()
        {
            Revision = p.Revision,
            Rectifie = p.Decision?.Id,
            Motivation = p.Decision?.Motivation,
            Motifs = Codes(p),
        };

    /// <summary>What a point to improve may be about: a step of the dossier, or a rule that grounds decisions.</summary>
    public static IEnumerable<Reponse> Cibles(PointPage p) =>
        [
            .. EtapesDuDossier.Toutes.Where(e => e.Cle != "recapitulatif").Select(e => new Reponse(e.Cle, $"Étape : {e.Nom}")),
            .. Motifs
                .Offerts(p.Reglement)
                .Where(m => m.Fondement != Fondement.Exclusion)
                .Select(m => new Reponse(m.Code, $"{Choix.Fondements.Libelle(m.Fondement.ToString())} : {m.Nom} ({m.Code})")),
        ];

    /// <summary>Deposited projects of the région that look like this one, the nearest first, to connect with (R66).</summary>
    public static async Task<IReadOnlyList<Reponse>> ProchesDeAsync(this FitnContext db, Dossier dossier, CancellationToken arret)
    {
        var proches = await (
            from d in db.Dossiers
            where
                d.Region == dossier.Region
                && d.Numero != null
                && d.Id != dossier.Id
                && d.Comparaison != ""
                && EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) > SeuilDeProximite
            join c in db.Collectivites on d.Siren equals c.Siren
            orderby EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) descending, d.Numero
            select new
            {
                d.Numero,
                d.Titre,
                c.Nom,
            }
        )
            .Take(5)
            .ToListAsync(arret);
        return [.. proches.Select(p => new Reponse(p.Numero!, $"{p.Titre}, {p.Nom}", p.Numero))];
    }

    /// <summary>From this share of common trigrams on, two projects may learn from each other.</summary>
    private const double SeuilDeProximite = 0.2;

    private static List<string> Codes(PointPage p) => [.. (p.Decision?.Motifs ?? []).Select(m => m.Code)];
}

/// <summary>Dossiers that a decision may connect with.</summary>
public sealed record DossiersProches(IReadOnlyList<Reponse> Reponses);
