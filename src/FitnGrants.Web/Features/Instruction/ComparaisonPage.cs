using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Securite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>Two deposited dossiers side by side, line by line.</summary>
public sealed record ComparaisonPage(ComparaisonPage.Cote Ici, ComparaisonPage.Cote Autre, IReadOnlyList<ComparaisonPage.Ligne> Lignes)
{
    /// <summary>One of the two.</summary>
    public sealed record Cote(string Numero, string Titre, string Porteur, string Dispositif, EtatDossier Etat, VersionDeposee Version)
    {
        public IReadOnlyList<string[]> Plan => LignesDuDossier.Plan(Version.Contenu.Projet);
    }

    /// <summary>What each says of one thing.</summary>
    public sealed record Ligne(string Nom, string Ici, string Autre)
    {
        public bool Differe => !string.Equals(Francais.Normaliser(Ici), Francais.Normaliser(Autre), StringComparison.Ordinal);
    }

    public static async Task<ComparaisonPage?> ChargerAsync(FitnContext db, string numero, string autre, Acteur acteur, CancellationToken arret)
    {
        var lus = await (from d in db.Dossiers.AsNoTracking().VisiblesPar(acteur, Droit.LireListeDeTravail)
                         where d.Numero == numero || d.Numero == autre
                         join c in db.Collectivites on d.Siren equals c.Siren
                         select new { d.Numero, d.Titre, c.Nom, d.Dispositif, d.Etat, d.NotificationEnAttente, Version = d.Versions.OrderByDescending(v => v.Version).First() }).ToListAsync(arret);
        Cote? De(string lequel) => lus.Find(l => l.Numero == lequel) is { } l
            ? new Cote(l.Numero!, l.Titre, l.Nom, l.Dispositif, ListeDeTravail.Montre(l.Etat, l.NotificationEnAttente, acteur.LitAvantNotification()), l.Version) : null;
        return numero != autre && De(numero) is { } ici && De(autre) is { } la ? new ComparaisonPage(ici, la, Rapprocher(ici, la)) : null;
    }

    private static List<Ligne> Rapprocher(Cote ici, Cote autre)
    {
        var (a, b) = (Lire(ici), Lire(autre));
        return [.. a.Keys.Concat(b.Keys).Distinct(StringComparer.Ordinal).Select(nom => new Ligne(nom, a.GetValueOrDefault(nom, "–"), b.GetValueOrDefault(nom, "–")))];
    }

    private static Dictionary<string, string> Lire(Cote cote)
    {
        var lignes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Porteur"] = cote.Porteur,
            ["Titre"] = cote.Titre,
            ["Résumé"] = cote.Version.Contenu.Projet.Resume ?? "–",
            ["Coût éligible"] = cote.Version.Assiette?.ToString() ?? "–",
            ["Montant demandé"] = cote.Version.MontantDemande?.ToString() ?? "–",
        };
        foreach (var (nom, valeur) in LignesDuDossier.De(cote.Version.Contenu))
            lignes.TryAdd(nom, valeur);
        return lignes;
    }
}
