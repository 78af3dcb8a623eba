using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Habilitations.Traces;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Identity;

namespace FitnGrants.Web;

/// <summary>
/// « admin creer ADRESSE » makes an administrator, and prints the link where a password is chosen: none is ever typed here.
/// </summary>
public static class CommandeAdmin
{
    private const string Usage = "Indiquez l’adresse électronique de l’administrateur : admin creer adresse@service.fr";

    /// <returns>The path where the new account chooses its password, under the public address when it is set.</returns>
    /// <exception cref="ReglageInvalideException">Nothing was created; the message says why.</exception>
    public static async Task<string> ExecuterAsync(IServiceProvider services, IConfiguration configuration, string[] args)
    {
        if (
            args.SkipWhile(a => a != "admin").Skip(1).ToArray() is not ["creer", var saisie, ..]
            || AdresseElectronique.Nette(saisie) is not { } adresse
        )
            throw new ReglageInvalideException(Usage);
        if (AdresseElectronique.Faute(adresse) is { } faute)
            throw new ReglageInvalideException($"« {saisie} » : {faute}");
        await using var portee = services.CreateAsyncScope();
        var (db, utilisateurs) = (
            portee.ServiceProvider.GetRequiredService<FitnContext>(),
            portee.ServiceProvider.GetRequiredService<UserManager<Utilisateur>>()
        );
        if (await utilisateurs.FindByEmailAsync(adresse) is not null)
            throw new ReglageInvalideException($"Un compte existe déjà à l’adresse {adresse} : rien n’est créé.");
        var instant = services.GetRequiredService<Horloge>().Maintenant;
        var admin = new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            UserName = adresse,
            Email = adresse,
            Agent = true,
            Organisme = "Administration",
            Fonction = "Administrateur",
        };
        admin.Habilitations.Add(
            new HabilitationAccordee
            {
                Role = Role.Admin,
                DepuisLe = instant,
                Par = "Installation",
            }
        );
        var fait = new Fait(new CreerAdministrateur(), nameof(Utilisateur), admin.Id);
        await db.ActeAsync(Acteur.Systeme, instant, () => CreerAsync(utilisateurs, admin), fait: fait);
        return configuration["AdressePublique"]?.TrimEnd('/')
            + await portee.ServiceProvider.GetRequiredService<LiensDeCompte>().PourAsync(admin);
    }

    private static async Task<bool> CreerAsync(UserManager<Utilisateur> utilisateurs, Utilisateur admin)
    {
        var resultat = await utilisateurs.CreateAsync(admin);
        return resultat.Succeeded ? true : throw new ReglageInvalideException(string.Join(' ', resultat.Errors.Select(e => e.Description)));
    }
}
