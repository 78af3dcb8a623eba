using FitnGrants.Web.Donnees;
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

    /// <summary>Bucket that replaces the folder.</summary>
    public OptionsDeS3 S3 { get; set; } = new();

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

/// <summary>A bucket and how to reach it.</summary>
public sealed class OptionsDeS3
{
    /// <summary>Name of the bucket; none for the disk store.</summary>
    public string? Seau { get; set; }

    /// <summary>Root of the service, as « https://s3.exemple.fr ».</summary>
    public string? Adresse { get; set; }

    /// <summary>Folder of this instance in the bucket; two instances never share one.</summary>
    public string? Prefixe { get; set; }

    public string Region { get; set; } = "us-east-1";

    public string? Cle { get; set; }

    public string? Secret { get; set; }

    public bool EstRegle => !string.IsNullOrEmpty(Seau);
}

/// <summary>Refuses to start with half a bucket.</summary>
public sealed class ValidationDesPieces : IValidateOptions<OptionsDePieces>
{
    public ValidateOptionsResult Validate(string? name, OptionsDePieces options) =>
        !options.S3.EstRegle
        || (
            Uri.TryCreate(options.S3.Adresse, UriKind.Absolute, out _)
            && !string.IsNullOrEmpty(options.S3.Prefixe)
            && !string.IsNullOrEmpty(options.S3.Cle)
            && !string.IsNullOrEmpty(options.S3.Secret)
        )
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Pieces__S3__Seau demande aussi Pieces__S3__Adresse (https://…), Pieces__S3__Prefixe (propre à cette instance), "
                    + "Pieces__S3__Cle et Pieces__S3__Secret."
            );
}

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
            : ValidateOptionsResult.Fail(
                "Indiquez Antivirus__Serveur, ou dites par Antivirus__Absent=true que les pièces ne sont pas analysées."
            );
}
