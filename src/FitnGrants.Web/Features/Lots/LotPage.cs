using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Instruction;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lots;

/// <summary>A batch: what would pass and what would not, then what is done.</summary>
public sealed record LotPage(
    Guid Id,
    ActeEnLot Acte,
    bool Lance,
    string Liste,
    IReadOnlyList<LotPage.Ligne> Lignes,
    IReadOnlyList<Reponse> Agents
)
{
    /// <summary>The answer « personne en particulier ».</summary>
    public const string Personne = "personne";

    public sealed record Ligne(
        int Rang,
        EtatDeLigne Etat,
        string Numero,
        string Titre,
        string Porteur,
        string? Regle,
        string? Motif,
        string? Message,
        EtatDossier Dossier,
        bool Intacte,
        string? Synthese,
        Euros? Demande,
        int NonConformes,
        int AvisDefavorables,
        IReadOnlyList<Rapprochement> Rapprochements
    )
    {
        /// <summary>What is worth reading before closing it: « 1 règle non conforme, 1 avis défavorable »; null when nothing is.</summary>
        public string? ARelire =>
            string.Join(
                ", ",
                new[]
                {
                    NonConformes == 0 ? null : Francais.Compte(NonConformes, "règle non conforme", "règles non conformes"),
                    AvisDefavorables == 0 ? null : Francais.Compte(AvisDefavorables, "avis défavorable", "avis défavorables"),
                    Rapprochements.Any(r => r.Identique) ? "jugé identique à un autre projet" : null,
                }.OfType<string>()
            )
                is { Length: > 0 } points
                ? points
                : null;
    }

    public ActeSurUnLot Quoi => ActesEnLot.De(Acte);

    public int Nombre(EtatDeLigne etat) => Lignes.Count(l => l.Etat == etat);

    /// <summary>True when there may be more than a batch takes.</summary>
    public bool EstPlein => Lignes.Count == TraitementEnLot.Maximum;

    public int Restent => Lance ? Nombre(EtatDeLigne.Prevue) : 0;

    public bool SeDefait => Lance && Restent == 0 && Quoi.SeDefait;

    /// <summary>« 18 sur 20 passeront, 2 non. »</summary>
    public string Prevision =>
        Francais.Typographier(
            (Nombre(EtatDeLigne.Prevue), Nombre(EtatDeLigne.Ecartee)) switch
            {
                (0, _) => "Aucun de ces dossiers ne passera.",
                (1, 0) when Lignes.Count == 1 => "Ce dossier passera.",
                (var oui, 0) => $"Les {oui} dossiers passeront.",
                (1, var non) => $"1 sur {Lignes.Count} passera, {non} non.",
                var (oui, non) => $"{oui} sur {Lignes.Count} passeront, {non} non.",
            }
        );

    public static async Task<LotPage?> ChargerAsync(FitnContext db, Guid id, Acteur acteur, CancellationToken arret)
    {
        var lot = await db
            .Lots.Where(l => l.Id == id && l.Par == acteur.Id)
            .Select(l => new
            {
                l.Acte,
                l.LanceLe,
                l.Liste,
            })
            .SingleOrDefaultAsync(arret);
        if (lot is null)
            return null;
        var lignes = await (
            from l in db.Set<LigneDeLot>()
            where l.LotId == id
            // Who lost the perimeter since reads nothing of it any more.
            join d in db.Dossiers.DuServiceDe(acteur, ActesEnLot.De(lot.Acte).Droit) on l.DossierId equals d.Id
            join c in db.Collectivites on d.Siren equals c.Siren
            orderby l.Rang
            select new Ligne(
                l.Rang,
                l.Etat,
                d.Numero!,
                d.Titre,
                c.Nom,
                l.Regle,
                l.Motif,
                l.Message,
                d.Etat,
                l.Revision == d.Revision,
                d.Synthese,
                d.MontantDemande,
                d.Controles.Count(x => x.Version == d.Version && x.Conclusion == Conclusion.NonConforme),
                db.Consultations.Count(x => x.DossierId == d.Id && x.Sens == SensAvis.Defavorable),
                d.Rapprochements
            )
        ).ToListAsync(arret);
        return new LotPage(
            id,
            lot.Acte,
            lot.LanceLe is not null,
            lot.Liste,
            lignes,
            ActesEnLot.De(lot.Acte).DemandeQui && lot.LanceLe is null ? await AgentsAsync(db, acteur, arret) : []
        );
    }

    private static async Task<IReadOnlyList<Reponse>> AgentsAsync(FitnContext db, Acteur acteur, CancellationToken arret)
    {
        var agents = await db
            .Users.AgentsDe(acteur, Droit.Confier)
            .OrderBy(u => u.Organisme)
            .ThenBy(u => u.Fonction)
            .ThenBy(u => u.Email)
            .Select(u => new
            {
                u.Id,
                u.Fonction,
                u.Email,
            })
            .ToListAsync(arret);
        var noms = NomsDesAgents.Nommer([.. agents.Select(a => (a.Id, a.Fonction, a.Email))]);
        return
        [
            .. agents.Select(a => new Reponse($"{a.Id}", a.Id == acteur.Id ? "Moi" : noms[a.Id])),
            new Reponse(Personne, "Personne en particulier"),
        ];
    }
}
