using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>Where a laureate stands for everyone (suivi.md, 8).</summary>
public enum EtatPublic
{
    /// <summary>Notified, under reserve of its act.</summary>
    Accord,

    /// <summary>Its act is received.</summary>
    Attribuee,
    Abandonnee,
    Caduque,
    Retiree,
}

/// <summary>Euros that go to the beneficiaries of one département.</summary>
/// <param name="Departement">Of their siège.</param>
/// <param name="Montant">Their parts; zero where their shares are not said.</param>
public sealed record LieuDeLActe(string Departement, Euros Montant);

/// <summary>What everyone may read: it is stored so that SQL sums it, and follows from the rest.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>Paris day of the accord.</summary>
    public DateOnly DecideLe { get; private set; }

    /// <summary>Names of <see cref="Thematique"/>.</summary>
    public string[] Thematiques { get; private set; } = [];

    /// <summary>Only accords and subsidies stay in the list: those that ended without a project are in the data alone.</summary>
    public EtatPublic EtatPublic
    {
        get =>
            Fin?.Etat switch
            {
                EtatDossier.Abandonne => EtatPublic.Abandonnee,
                EtatDossier.Caduc => EtatPublic.Caduque,
                EtatDossier.Retiree => EtatPublic.Retiree,
                _ => RecuLe is null ? EtatPublic.Accord : EtatPublic.Attribuee,
            };
        private set { }
    }

    /// <summary>Where the money works, members included: by département, that of the porteur first. They sum to the amount.</summary>
    public ImmutableArray<LieuDeLActe> Lieux
    {
        get
        {
            var parts = Parts;
            return
            [
                .. Beneficiaires
                    .Select(
                        (b, i) =>
                            (Departement: b.Departement ?? Departement, Part: parts.IsEmpty ? (i == 0 ? Montant : Euros.Zero) : parts[i], b)
                    )
                    .Where((x, i) => i == 0 || x.b.Part is not 0m)
                    .GroupBy(x => x.Departement, StringComparer.Ordinal)
                    .Select(g => new LieuDeLActe(g.Key, Euros.Somme(g.Select(x => x.Part)))),
            ];
        }
        private set { }
    }

    /// <summary>Those of <see cref="Lieux"/>.</summary>
    public string[] DepartementsServis
    {
        get => [.. Lieux.Select(l => l.Departement)];
        private set { }
    }

    private void Publier(Decision accord, ContenuDossier contenu) =>
        (DecideLe, Thematiques) = (accord.PriseLe, [.. (contenu.Projet.Thematiques ?? []).Select(t => t.ToString())]);
}
