using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace FitnGrants.Web.Pieces;

/// <summary>
/// A store in a bucket, of Amazon or of anyone who speaks like it: one object per key, the server answers once it is kept.
/// </summary>
public sealed class EntrepotS3(OptionsDeS3 options) : IEntrepot, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly AmazonS3Client client = new(
        new BasicAWSCredentials(options.Cle, options.Secret),
        new AmazonS3Config
        {
            ServiceURL = options.Adresse,
            AuthenticationRegion = options.Region,
            ForcePathStyle = true,
            MaxErrorRetry = 2,
            // Servers other than Amazon's know neither its checksums nor its chunks.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        }
    );

    public Task EcrireAsync(Guid cle, Stream contenu, CancellationToken arret) =>
        client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = options.Seau,
                Key = Nom(cle),
                InputStream = contenu,
                AutoCloseStream = false,
                UseChunkEncoding = false,
            },
            arret
        );

    public async Task<Stream?> LireAsync(Guid cle, CancellationToken arret)
    {
        try
        {
            return (await client.GetObjectAsync(options.Seau, Nom(cle), arret)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task EffacerAsync(Guid cle, CancellationToken arret) => client.DeleteObjectAsync(options.Seau, Nom(cle), arret);

    public async IAsyncEnumerable<Guid> AnterieuresAAsync(
        DateTimeOffset instant,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken arret
    )
    {
        var pages = client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = options.Seau, Prefix = options.Prefixe + "/" });
        await foreach (var objet in pages.S3Objects.WithCancellation(arret))
            if (
                objet.LastModified?.ToUniversalTime() < instant.UtcDateTime
                && Guid.TryParseExact(objet.Key[(options.Prefixe!.Length + 1)..], "N", out var cle)
            )
                yield return cle;
    }

    public async Task<bool> RepondAsync(CancellationToken arret)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(arret);
        limite.CancelAfter(Patience);
        try
        {
            await client.HeadBucketAsync(new HeadBucketRequest { BucketName = options.Seau }, limite.Token);
            return true;
        }
        catch (Exception e)
            when (e is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException
                && !arret.IsCancellationRequested
            )
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Under the prefix of this instance alone: the collector erases what it does not know.</summary>
    private string Nom(Guid cle) => $"{options.Prefixe}/{cle:N}";
}
