using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dispositifs.Traces;

/// <param name="Par">Function of who acts.</param>
/// <param name="Code">Of the dispositif.</param>
/// <param name="EnVigueurLe">Paris day from which it judges.</param>
/// <param name="Enveloppe">Budget that it sets.</param>
public sealed record PublierReglement(string? Par, string? Code, DateOnly? EnVigueurLe, Euros? Enveloppe)
    : Trace(Acte.PublierReglement, Par);

/// <param name="Collectivites">How many there are.</param>
/// <param name="Empreinte">SHA-256 of the file.</param>
/// <param name="EnVigueurLe">Paris day from which its figures judge.</param>
public sealed record ImporterMillesime(int Collectivites, string? Empreinte, DateOnly? EnVigueurLe) : Trace(Acte.ImporterMillesime, null);

public sealed record AjouterCollectivite(string? Nom) : Trace(Acte.AjouterCollectivite, null);

public sealed record RenvoyerCourriel() : Trace(Acte.RenvoyerCourriel, null);

public sealed record AvancerHorloge() : Trace(Acte.AvancerHorloge, null);
