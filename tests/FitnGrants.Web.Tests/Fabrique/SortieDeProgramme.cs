using System.Collections.Concurrent;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>What a program writes, read while it writes: its two streams come from two threads.</summary>
public sealed class SortieDeProgramme
{
    private readonly ConcurrentQueue<string> lignes = new();

    public void Noter(string? ligne)
    {
        if (ligne is not null)
            lignes.Enqueue(ligne);
    }

    public override string ToString() => string.Join('\n', lignes);
}
