using System.Security.Cryptography;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>Public identifiers of drafts: unguessable, short, readable.</summary>
public static class Jetons
{
    public static string Nouveau() => "brouillon-" + RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstvwxyz", 14);
}
