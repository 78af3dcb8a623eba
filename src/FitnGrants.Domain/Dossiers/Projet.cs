using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What the règlement judges of a project. Null means « not said »; an empty list is an answer.</summary>
public sealed record Projet
{
    public string? Titre { get; init; }
    public string? Resume { get; init; }
    public string? Lieux { get; init; }
    public ImmutableArray<Thematique>? Thematiques { get; init; }
    public ImmutableArray<NatureAppui>? NaturesAppui { get; init; }
    public EtatAvancement? EtatAvancement { get; init; }
    public RegimeDepense? Regime { get; init; }
    public bool? Urbanisme { get; init; }
    public Laboratoire? Laboratoire { get; init; }
    public BaseTaxe? BaseTaxe { get; init; }
    public bool? TvaNonRecuperable { get; init; }
    public ImmutableArray<LigneDepense>? Depenses { get; init; }
    public ImmutableArray<LigneRessource>? Ressources { get; init; }

    /// <summary>Participative method (R50).</summary>
    public string? MethodeParticipative { get; init; }

    /// <summary>Measures (R30).</summary>
    public Indicateurs? Indicateurs { get; init; }

    /// <summary>Priority neighbourhoods (R49).</summary>
    public Qpv? Qpv { get; init; }

    /// <summary>Sharing of initiatives and skills (R46).</summary>
    public string? Mutualisation { get; init; }

    /// <summary>What users gain beyond the paper form: design, accessibility, interfaces (R54).</summary>
    public string? PlusValue { get; init; }

    /// <summary>True when someone keeps an exclusive right on the result (R59).</summary>
    public bool? Exclusivite { get; init; }

    /// <summary>Licence of the code (R59).</summary>
    public string? LicenceCode { get; init; }

    /// <summary>Licence of the documentation (R59).</summary>
    public string? LicenceDocumentation { get; init; }

    /// <summary>Priorities claimed; null when not said.</summary>
    public ImmutableArray<Revendication>? Revendications { get; init; }

    /// <summary>CRTE (R75).</summary>
    public Crte? Crte { get; init; }

    /// <summary>True when quotes are at hand (R29).</summary>
    public bool? Devis { get; init; }

    /// <summary>True when the assembly has deliberated (R29).</summary>
    public bool? Deliberation { get; init; }

    public DateOnly? DateDebutPrevue { get; init; }
    public DateOnly? DateFinPrevue { get; init; }
    public DateOnly? DateEffetConcret { get; init; }

    /// <summary>First legal act (order, signed quote); null when there is none yet (R28).</summary>
    public DateOnly? DatePremierActeJuridique { get; init; }

    /// <summary>The basis of every amount: HT unless TTC is said (A12).</summary>
    public BaseTaxe BaseRetenue => BaseTaxe ?? Dossiers.BaseTaxe.HT;

    /// <summary>
    /// Months it lasts: as it was said, or from its first day to its last, a month begun counting as one; null while neither is known.
    /// </summary>
    public int? DureeEnMois => Indicateurs?.DureeMois ?? Duree.EnMois(DateDebutPrevue, DateFinPrevue);

    /// <summary>Every cost, eligible or not, in euros; null when a line has no amount on the basis.</summary>
    public Euros? TotalDepenses => Somme(Depenses?.AsEnumerable(), d => d.Montant(BaseRetenue));

    /// <summary>Every resource that counts, in euros.</summary>
    public Euros? TotalRessources => Somme(Ressources?.Where(r => r.Compte), r => r.Montant);

    /// <summary>What is asked from the fund, in euros: the sum of its lines (I3).</summary>
    public Euros? MontantDemande => Somme(Ressources?.Where(r => r is { Compte: true, Type: TypeRessource.FITN }), r => r.Montant);

    /// <summary>The same plan asking less: the applicant's own money takes the difference, and the plan stays balanced.</summary>
    /// <param name="montant">What is asked at most, in euros.</param>
    public Projet Ramener(Euros montant)
    {
        if (MontantDemande is not { } demande || demande <= montant || Ressources is not { } lignes)
            return this;
        var fonds = lignes.First(r => r is { Compte: true, Type: TypeRessource.FITN });
        var autres = lignes.RemoveAll(r => r.Type == TypeRessource.FITN);
        var propres = autres.FirstOrDefault(r => r is { Compte: true, Type: TypeRessource.Autofinancement, Montant: not null });
        return this with
        {
            Ressources =
            [
                fonds with
                {
                    Montant = montant,
                },
                .. propres is null
                    ? autres.Add(new LigneRessource(TypeRessource.Autofinancement, null, demande - montant, StatutRessource.Acquis, null))
                    : autres.Replace(propres, propres with { Montant = propres.Montant + (demande - montant) }),
            ],
        };
    }

    /// <summary>
    /// The same plan asking as much as it may: the fund first, the applicant's own money for what is left, the other resources as they are.
    /// </summary>
    /// <param name="plafond">Highest amount that may be asked, in euros.</param>
    /// <param name="apport">What the applicant must bear at least, in euros.</param>
    public Projet AuMaximum(Euros plafond, Euros apport)
    {
        var autres = Ressources?.Where(r => r.Type is not (TypeRessource.FITN or TypeRessource.Autofinancement)).ToImmutableArray() ?? [];
        var reste = (TotalDepenses ?? Euros.Zero).Moins(Somme(autres.Where(r => r.Compte), r => r.Montant) ?? Euros.Zero);
        var fonds = Euros.Min(plafond, reste.Moins(apport));
        return this with
        {
            Ressources =
            [
                new LigneRessource(TypeRessource.FITN, null, fonds, StatutRessource.Sollicite, null),
                .. autres,
                .. reste > fonds
                    ? new[] { new LigneRessource(TypeRessource.Autofinancement, null, reste - fonds, StatutRessource.Acquis, null) }
                    : [],
            ],
        };
    }

    /// <summary>What the porteur says of a priority; null when it says nothing.</summary>
    public Revendication? Revendication(Priorite priorite) => Revendications?.FirstOrDefault(r => r.Priorite == priorite);

    /// <summary>Sum that is unknown as soon as one of its terms is.</summary>
    public static Euros? Somme<T>(IEnumerable<T>? lignes, Func<T, Euros?> montant)
    {
        if (lignes is null)
            return null;
        var montants = lignes.Select(montant).ToList();
        return montants.TrueForAll(m => m is not null) ? Euros.Somme(montants.Select(m => m!.Value)) : null;
    }
}

/// <summary>Who applies, as the décret n° 2018-514 (art. 3) asks. Professional data only.</summary>
public sealed record Identite
{
    public string? Siret { get; init; }
    public string? Adresse { get; init; }
    public string? RepresentantLegal { get; init; }

    /// <summary>How the letters address who represents it; null while it is not said.</summary>
    public Civilite? Civilite { get; init; }

    /// <summary>« maire par intérim »; null for the function that goes with its nature.</summary>
    public string? Qualite { get; init; }
    public string? Contact { get; init; }
    public string? Courriel { get; init; }
    public string? Telephone { get; init; }
}

/// <summary>What the porteur writes: the whole of a dossier's steps.</summary>
public sealed record ContenuDossier
{
    public Identite Identite { get; init; } = new();
    public Projet Projet { get; init; } = new();

    /// <summary>The groupement; null for an individual dossier.</summary>
    public Groupement? Groupement { get; init; }
}
