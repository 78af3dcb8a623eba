using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The words of a conclusion.</summary>
public static class Conclusions
{
    public static string Libelle(Conclusion conclusion) =>
        conclusion switch
        {
            Conclusion.Conforme => "Conforme",
            Conclusion.NonConforme => "Non conforme",
            _ => "Sans objet",
        };
}
