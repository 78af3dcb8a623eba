using Microsoft.AspNetCore.Identity;

namespace FitnGrants.Web.Features.Compte;

/// <summary>What the account library refuses, in French.</summary>
public sealed class MessagesDIdentite : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Dire(base.PasswordTooShort(length), $"Le mot de passe compte au moins {length} caractères.");

    public override IdentityError PasswordRequiresDigit() =>
        Dire(base.PasswordRequiresDigit(), "Le mot de passe comporte au moins un chiffre.");

    public override IdentityError PasswordRequiresLower() =>
        Dire(base.PasswordRequiresLower(), "Le mot de passe comporte au moins une lettre minuscule.");

    public override IdentityError PasswordRequiresUpper() =>
        Dire(base.PasswordRequiresUpper(), "Le mot de passe comporte au moins une lettre majuscule.");

    public override IdentityError DuplicateUserName(string userName) =>
        Dire(base.DuplicateUserName(userName), "Ce compte existe déjà : connectez-vous.");

    public override IdentityError DuplicateEmail(string email) =>
        Dire(base.DuplicateEmail(email), "Ce compte existe déjà : connectez-vous.");

    private static IdentityError Dire(IdentityError erreur, string phrase) => new() { Code = erreur.Code, Description = phrase };
}
