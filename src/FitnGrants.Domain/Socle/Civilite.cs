namespace FitnGrants.Domain.Socle;

/// <summary>How a person is addressed; never guessed from a first name.</summary>
public enum Civilite
{
    Madame,
    Monsieur,
}
