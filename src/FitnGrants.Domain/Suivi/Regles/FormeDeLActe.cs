using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.Regles;

/// <summary>
/// The form of the act: the one that the règlement requires, or, where it leaves the choice, a convention above an amount. A
/// collectivité is no private body: above it an arrêté is to be looked at, never refused (domain.md 2.3).
/// </summary>
public sealed class FormeDeLActe : Regle
{
    private const int Seuil = 23_000;

    public override string Nom => "Forme de l’acte";

    public override string Phrase => "L’aide est attribuée par une convention ou par un arrêté, comme le dispositif le veut.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Acte;

    public override Moment Moments => Moment.Acte;

    public override ImmutableArray<string> Cles => ["requise$", "conventionAuDela"];

    /// <summary>The form that a règlement requires; null where it leaves the choice.</summary>
    public static TypeActe? Requise(Reglement reglement) =>
        reglement.Trouver<FormeDeLActe>() is { } regle && Enum.TryParse<TypeActe>(regle.Parametres.Texte("requise", ""), out var type)
            ? type
            : null;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var seuil = new Euros(activee.Parametres.Entier("conventionAuDela", Seuil));
        return
        [
            modele.Acter($"Un arrêté de {seuil}.", a => a with { Type = TypeActe.Arrete, Montant = seuil }),
            modele.Acter($"Un arrêté de {seuil + Euros.UnCentime}.", a =>
                a with
                {
                    Type = TypeActe.Arrete,
                    Montant = seuil + Euros.UnCentime,
                }
            ),
            modele.Acter("Une convention.", a => a with { Type = TypeActe.Convention, Montant = seuil + Euros.UnCentime }),
        ];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Acte is not { Type: { } type } acte)
            return [];
        if (Requise(examen.Reglement) is { } requise && type != requise)
            return [juge.Manquement($"Ce dispositif veut {(requise == TypeActe.Convention ? "une convention" : "un arrêté")}.", "type")];
        var seuil = new Euros(juge.Parametres.Entier("conventionAuDela", Seuil));
        return
        [
            type == TypeActe.Arrete && acte.Montant > seuil
                ? juge.Alerte($"Un arrêté de {acte.Montant} : au-delà de {seuil}, une convention est d’usage.", "type")
                : juge.Conforme(type == TypeActe.Convention ? "une convention." : "un arrêté."),
        ];
    }
}
