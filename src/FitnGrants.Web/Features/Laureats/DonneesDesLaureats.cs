using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>A laureate of the open data, those whose accord ended included.</summary>
public sealed record LaureatOuvert
{
    public required string Numero { get; init; }
    public required string Dispositif { get; init; }
    public required string Titre { get; init; }
    public required string Porteur { get; init; }
    public required string Siren { get; init; }
    public required string[] Departements { get; init; }

    /// <summary>Names of <see cref="Thematique"/>.</summary>
    public required string[] Thematiques { get; init; }
    public required ImmutableArray<BeneficiaireDeLActe> Beneficiaires { get; init; }
    public required DateOnly DecideLe { get; init; }
    public required EtatPublic Etat { get; init; }
    public required Euros Montant { get; init; }
    public required Euros? Depense { get; init; }
    public required string NumeroDActe { get; init; }
    public required DateOnly? RecuLe { get; init; }
    public required TermesDeLActe? Termes { get; init; }

    /// <summary>True once its act is received: nothing of a draft is public.</summary>
    public bool ActeConnu => RecuLe is not null;
}

/// <summary>A column of the open data: its name, what it holds, its value.</summary>
public sealed record ColonneOuverte(string Nom, string Description, Func<LaureatOuvert, object?> Valeur);

/// <summary>The laureates as files: one line each, columns said once for the page that describes them.</summary>
public sealed class DonneesDesLaureats(FitnContext db)
{
    /// <summary>Bytes past which what is written leaves memory.</summary>
    private const int Tampon = 32768;

    /// <summary>Comma, dot, UTF-8 without a mark: as open data is read. What a porteur typed is never a formula.</summary>
    public static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with
    {
        Separator = ',',
        Injection = CsvInjection.Escape,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    public static readonly IReadOnlyList<ColonneOuverte> Colonnes =
    [
        new("numero", "Numéro du dossier, unique", l => l.Numero),
        new("dispositif", "Code du dispositif : BZH-V1, HR-V1, GE-V2", l => l.Dispositif),
        new("projet", "Titre du projet, tel que la collectivité l’a déposé", l => l.Titre),
        new("porteur", "Nom de la collectivité, chef de file d’un groupement", l => l.Porteur),
        new("siren", "SIREN de la collectivité, neuf chiffres", l => l.Siren),
        new("beneficiaires", "Nombre de collectivités qui reçoivent l’aide", l => l.Beneficiaires.Count(b => b.Part is not 0m)),
        new("departements", "Codes des départements des bénéficiaires, celui du chef de file d’abord", l => l.Departements),
        new("thematiques", "Thèmes du projet", l => l.Thematiques),
        new("decision_le", "Jour de la décision, AAAA-MM-JJ", l => l.DecideLe),
        new("etat", "Accord, Attribuee, Abandonnee, Caduque ou Retiree", l => l.Etat.ToString()),
        new("montant", "Aide de l’État en euros, avant répartition entre les bénéficiaires", l => l.Montant.Montant),
        new("depense", "Dépense subventionnable en euros ; vide avant l’acte", l => l.ActeConnu ? l.Depense?.Montant : null),
        new("acte", "Numéro de l’acte attributif ; vide avant lui", l => l.ActeConnu ? l.NumeroDActe : null),
        new("acte_recu_le", "Jour de la réception de l’acte, AAAA-MM-JJ", l => l.RecuLe),
        new("achevement_prevu_le", "Jour prévu de l’achèvement, AAAA-MM-JJ", l => l.ActeConnu ? l.Termes?.AchevementPrevu : null),
    ];

    public async Task CsvAsync(Stream sortie, CancellationToken arret)
    {
        await using var csv = CsvWriter.Create(sortie, Csv, leaveOpen: true);
        csv.WriteHeader([.. Colonnes.Select(c => c.Nom)]);
        await foreach (var laureat in Tous.AsAsyncEnumerable().WithCancellation(arret))
        {
            foreach (var colonne in Colonnes)
                csv.WriteField(
                    colonne.Valeur(laureat) is IEnumerable<string> liste ? string.Join(' ', liste) : Ecrit(colonne.Valeur(laureat))
                );
            await csv.EndRecordAsync(arret);
        }
    }

    /// <summary>An object that says its licence and its day, then an array.</summary>
    public async Task JsonAsync(Stream sortie, DateTimeOffset instant, CancellationToken arret)
    {
        await using var json = new Utf8JsonWriter(
            sortie,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = false }
        );
        json.WriteStartObject();
        json.WriteString("licence", "Licence Ouverte 2.0");
        json.WriteString("mise_a_jour", instant);
        json.WriteStartArray("laureats");
        await foreach (var laureat in Tous.AsAsyncEnumerable().WithCancellation(arret))
        {
            json.WriteStartObject();
            foreach (var colonne in Colonnes)
                Ecrire(json, colonne.Nom, colonne.Valeur(laureat));
            json.WriteEndObject();
            if (json.BytesPending > Tampon)
                await json.FlushAsync(arret);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(arret);
    }

    /// <summary>All of them, one after another.</summary>
    private IQueryable<LaureatOuvert> Tous => De(db, db.ActesAttributifs);

    /// <summary>What is public of acts.</summary>
    public static IQueryable<LaureatOuvert> De(FitnContext db, IQueryable<ActeAttributif> actes) =>
        from a in actes
        join d in db.Dossiers on a.DossierId equals d.Id
        join c in db.Collectivites on a.Siren equals c.Siren
        orderby a.Id
        select new LaureatOuvert
        {
            Numero = d.Numero!,
            Dispositif = a.Dispositif,
            Titre = d.Titre,
            Porteur = c.Nom,
            Siren = a.Siren,
            Departements = a.DepartementsServis,
            Thematiques = a.Thematiques,
            Beneficiaires = a.Beneficiaires,
            DecideLe = a.DecideLe,
            Etat = a.EtatPublic,
            Montant = a.Montant,
            Depense = a.Depense,
            NumeroDActe = a.Numero,
            RecuLe = a.RecuLe,
            Termes = a.Termes,
        };

    private static string? Ecrit(object? valeur) =>
        valeur switch
        {
            null => null,
            decimal montant => montant.ToString("0.00", CultureInfo.InvariantCulture),
            DateOnly jour => jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => valeur.ToString(),
        };

    private static void Ecrire(Utf8JsonWriter json, string nom, object? valeur)
    {
        switch (valeur)
        {
            case null:
                json.WriteNull(nom);
                break;
            case decimal montant:
                json.WriteNumber(nom, montant);
                break;
            case int nombre:
                json.WriteNumber(nom, nombre);
                break;
            case IEnumerable<string> liste:
                json.WriteStartArray(nom);
                foreach (var mot in liste)
                    json.WriteStringValue(mot);
                json.WriteEndArray();
                break;
            default:
                json.WriteString(nom, Ecrit(valeur));
                break;
        }
    }
}
