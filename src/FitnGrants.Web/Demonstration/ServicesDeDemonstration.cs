using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Demonstration;

/// <summary>Services that read as true ones, and say that they are not: invented telephones and mailboxes, no person's name.</summary>
public static class ServicesDeDemonstration
{
    /// <summary>Budget that the acts of the demonstration are charged on.</summary>
    public const string Imputation = "programme 363 « Compétitivité » de la mission « Plan de relance »";

    /// <summary>Who pays them.</summary>
    public static string Comptable(bool bretagne) =>
        bretagne
            ? "la direction régionale des finances publiques de Bretagne et d’Ille-et-Vilaine"
            : "la direction régionale des finances publiques du Grand Est et du Bas-Rhin";

    private static readonly DateOnly Depuis = new(2021, 1, 1);

    private const string Rennes = "3 contour de la Motte, CS 44416, 35044 Rennes Cedex";
    private const string Strasbourg = "31 avenue de la Paix, 67070 Strasbourg Cedex";
    private const string Suivi = "le référent transformation numérique des territoires";

    /// <summary>Those that nothing is said of yet.</summary>
    public static async Task CreerAsync(FitnContext db, RegistreDesReglements reglements, DateTimeOffset instant, CancellationToken arret)
    {
        var connus = await db.Services.Select(s => s.Code).ToListAsync(arret);
        var neufs = reglements.Services().Where(s => !connus.Contains(s.Code, StringComparer.Ordinal)).ToList();
        if (neufs.Count > 0)
            await db.ActeAsync(
                Acteur.Systeme,
                instant,
                () =>
                {
                    db.Services.AddRange(neufs.Select((s, i) => Creer(s.Code, s.Nom, i)));
                    return Task.CompletedTask;
                },
                arret
            );
    }

    private static ServiceEmetteur Creer(string code, string nom, int rang)
    {
        var service = ServiceEmetteur.Creer(code);
        var region = code[0] == 'R';
        var bretagne = code is "R53" or "22" or "29" or "35" or "56";
        var (adresse, postal, ville) = Adresse(code);
        service.Decrire(
            new FicheDeService
            {
                Nom = nom,
                Direction = region ? "Secrétariat général pour les affaires régionales" : "Direction des collectivités",
                Lignes = [adresse],
                CodePostal = postal,
                Ville = ville,
                Telephone = $"{(bretagne ? "02 99" : "03 90")} 00 00 {rang:00}",
                Courriel = $"fitn@{(region ? "region" : "departement")}-{code.ToLowerInvariant()}.example",
                Suivi = Suivi,
                Lieu = ville.Split(" Cedex")[0],
                Siret = Siret.SiegePlausible("110002011").Valeur,
                Territoire = nom["Préfecture ".Length..],
                SecondTitre = code switch
                {
                    "R53" => "d’Ille-et-Vilaine",
                    "R44" => "du Bas-Rhin",
                    _ => null,
                },
                Tribunal = $"tribunal administratif de {(bretagne ? "Rennes" : "Strasbourg")}",
                AdresseDuTribunal = bretagne ? Rennes : Strasbourg,
                Ministre = "ministre chargé de la transformation publique",
                Comptable = Comptable(bretagne),
                Imputation = Imputation,
            },
            Depuis,
            Acteur.Systeme
        );
        service.Nommer(Signataire(ModeDeSignature.Titulaire, "préfet"), Acteur.Systeme);
        service.Nommer(
            Signataire(
                ModeDeSignature.Delegation,
                region ? "secrétaire général pour les affaires régionales" : "secrétaire général de la préfecture"
            ) with
            {
                Texte = new TexteDeDelegation("[numéro]", Depuis),
            },
            Acteur.Systeme
        );
        return service;
    }

    private static Signataire Signataire(ModeDeSignature mode, string qualite) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Civilite = Civilite.Monsieur,
            Prenom = "[Prénom",
            Nom = "Nom]",
            Qualite = qualite,
            Mode = mode,
            Natures = [NatureDeSignature.Lettres, NatureDeSignature.Actes, NatureDeSignature.Argent],
            Du = Depuis,
        };

    private static (string Adresse, string CodePostal, string Ville) Adresse(string code) =>
        code switch
        {
            "R53" or "35" => ("3 avenue de la Préfecture", "35026", "Rennes Cedex 9"),
            "22" => ("1 place du Général de Gaulle", "22023", "Saint-Brieuc Cedex 1"),
            "29" => ("42 boulevard Dupleix", "29320", "Quimper Cedex"),
            "56" => ("10 place du Général de Gaulle", "56019", "Vannes Cedex"),
            "68" => ("7 rue Bruat", "68020", "Colmar Cedex"),
            "R44" => ("5 place de la République", "67073", "Strasbourg Cedex"),
            _ => ("1 place de la Préfecture", $"{code[^2..]}000", "Chef-lieu"),
        };
}
