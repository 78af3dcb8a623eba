using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Courriels;

/// <summary>The system's clock, where a test put it.</summary>
public sealed class Pendule : TimeProvider
{
    public DateTimeOffset Maintenant { get; set; } = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Maintenant;
}

/// <summary>An application that writes to a real SMTP server, whose seeded messages have left.</summary>
public class UneDistribution(Serveur serveur) : Instance(serveur)
{
    public ServeurDEssai Smtp { get; private set; } = null!;

    public Pendule Pendule { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Reglages =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Courriels:Serveur"] = "127.0.0.1",
            ["Courriels:Port"] = $"{Smtp.Port}",
            ["Courriels:Tls"] = "false",
            ["Courriels:Capteur"] = "true",
            ["AdressePublique"] = "https://fitn.example",
        };

    public override async ValueTask InitializeAsync()
    {
        Smtp = await ServeurDEssai.DemarrerAsync();
        await base.InitializeAsync();
        await SqlAsync($"delete from courriels");
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }

    /// <summary>One round, as the service runs it.</summary>
    public Task<bool> TourAsync() =>
        FaireAsync(s => ActivatorUtilities.CreateInstance<Distribution>(s, Pendule).FaireUnTourAsync(CancellationToken.None));

    /// <summary>An outbox with nothing in it.</summary>
    public async Task ViderAsync()
    {
        await SqlAsync($"delete from courriels");
        Smtp.Oublier();
    }

    /// <summary>Leaves messages in the outbox; numbers are the end of their subjects.</summary>
    public Task EcrireAsync(params Courriel[] courriels) =>
        LireAsync(async db =>
        {
            foreach (var courriel in courriels)
            {
                db.Courriels.Add(courriel);
                await db.SaveChangesAsync();
            }
            return 0;
        });

    public Task<List<Envoi>> EnvoisAsync() =>
        LireAsync(db => db.Envois.AsNoTracking().Include(e => e.Courriel).OrderBy(e => e.Courriel.Rang).ToListAsync());

    public static Courriel UnCourriel(string destinataire, string objet, bool immediat = true, Guid? dossier = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = "essai",
            Destinataire = destinataire,
            Objet = objet,
            Texte = $"Texte de « {objet} ».",
            Lien = "/mes-dossiers",
            Immediat = immediat,
            DossierId = dossier,
            CreeLe = DateTimeOffset.UnixEpoch,
        };
}
