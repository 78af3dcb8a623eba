namespace FitnGrants.Web.Mots;

/// <summary>Agents as others read them: their function. Where several have the same one, a choice also needs their address.</summary>
public static class NomsDesAgents
{
    public static IReadOnlyDictionary<Guid, string> Nommer(IReadOnlyCollection<(Guid Id, string Fonction, string? Adresse)> agents)
    {
        var partagees = agents
            .GroupBy(a => a.Fonction, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return agents.ToDictionary(a => a.Id, a => partagees.Contains(a.Fonction) ? $"{a.Fonction} ({a.Adresse})" : a.Fonction);
    }
}
