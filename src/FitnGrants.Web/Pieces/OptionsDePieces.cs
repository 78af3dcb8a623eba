using FitnGrants.Web.Temps;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Pieces;

/// <summary>Settings of the pieces: where they are kept, how large they may be.</summary>
public sealed class OptionsDePieces
{
    /// <summary>Bytes of one sending, at most: several files at once, where no script sends them one by one.</summary>
    public const int OctetsParEnvoi = 110 * 1024 * 1024;

    private const long Mo = 1024 * 1024;

    /// <summary>Folder of the disk store.</summary>
    public string? Dossier { get; set; }

    /// <summary>Mo of one piece, at most.</summary>
    public int TailleMaximaleMo { get; set; } = 25;

    /// <summary>Mo of all the pieces of a dossier, at most.</summary>
    public int TotalMaximalMo { get; set; } = 100;

    /// <summary>Seconds between two rounds of the antivirus; 0 for none.</summary>
    public double Secondes { get; set; } = 1;

    /// <summary>Hours after which a file that no row names is erased.</summary>
    public int HeuresDOrphelin { get; set; } = 24;

    /// <summary>Bytes of one piece, at most.</summary>
    public long TailleMaximale => TailleMaximaleMo * Mo;

    /// <summary>Bytes of all the pieces of a dossier, at most.</summary>
    public long TotalMaximal => TotalMaximalMo * Mo;
}

/// <summary>Settings of the antivirus.</summary>
public sealed class OptionsDAntivirus
{
    /// <summary>Host of clamd; none in a demonstration.</summary>
    public string? Serveur { get; set; }

    public int Port { get; set; } = 3310;

    /// <summary>Seconds after which clamd is taken for away.</summary>
    public int DelaiSecondes { get; set; } = 60;

    /// <summary>True to accept pieces that nothing examines, outside a demonstration.</summary>
    public bool Absent { get; set; }

    public bool EstRegle => !string.IsNullOrEmpty(Serveur);
}

/// <summary>Refuses to open files that nothing examines without being told to.</summary>
public sealed class ValidationDeLAntivirus(IOptions<OptionsDemonstration> demonstration) : IValidateOptions<OptionsDAntivirus>
{
    public ValidateOptionsResult Validate(string? name, OptionsDAntivirus options) =>
        options.EstRegle || options.Absent || demonstration.Value.Active
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Indiquez Antivirus__Serveur, ou dites par Antivirus__Absent=true que les pièces ne sont pas analysées.");
}
