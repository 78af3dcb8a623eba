using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>Keys of cookies and tokens, in the database: any number of processes read the same.</summary>
public sealed class ClesDeProtection(IServiceScopeFactory portees) : IXmlRepository
{
    private const string Prefixe = "cle-";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var portee = portees.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<FitnContext>();
        return [.. db.Parametres.AsNoTracking().Where(p => p.Cle.StartsWith(Prefixe)).Select(p => p.Valeur).AsEnumerable().Select(v => XElement.Parse(v))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var portee = portees.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<FitnContext>();
        db.Parametres.Add(new Parametre { Cle = Prefixe + friendlyName, Valeur = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
