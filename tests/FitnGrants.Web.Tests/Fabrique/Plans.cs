using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>What PostgreSQL would do of a query.</summary>
public static class Plans
{
    /// <summary>Its plan, as « explain » says it.</summary>
    public static Task<string> ExpliquerAsync<T>(this Instance instance, Func<FitnContext, IQueryable<T>> requete) =>
        instance.LireAsync(async db =>
        {
            await using var commande = requete(db).CreateDbCommand();
            commande.CommandText = "explain " + commande.CommandText;
            await db.Database.OpenConnectionAsync();
            await using var lecteur = await commande.ExecuteReaderAsync();
            var plan = new System.Text.StringBuilder();
            while (await lecteur.ReadAsync())
                plan.AppendLine(lecteur.GetString(0));
            return plan.ToString();
        });
}
