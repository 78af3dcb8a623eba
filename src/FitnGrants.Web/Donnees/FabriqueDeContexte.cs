using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FitnGrants.Web.Donnees;

/// <summary>What dotnet-ef asks for a context: no database is reached to write or compare migrations.</summary>
public sealed class FabriqueDeContexte : IDesignTimeDbContextFactory<FitnContext>
{
    public FitnContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<FitnContext>();
        AccesALaBase.Configurer(options, "Host=localhost;Database=fitn");
        return new FitnContext(options.Options);
    }
}
