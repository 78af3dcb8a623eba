using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>Décret n° 2018-514, art. 3: what a request says of who applies and of its project. Asked at deposit only.</summary>
public sealed class DossierComplet : Regle
{
    public override string Nom => "Dossier complet";

    public override string Phrase => "Le dossier identifie la collectivité, son représentant légal, le projet, ses lieux et ses dates.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override Moment Moments => Moment.Depot | Moment.Instruction;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [modele.Projet("Le dossier a un titre.", p => p), modele.Projet("Le dossier n’a pas de titre.", p => p with { Titre = null })];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var (i, p) = (examen.Candidature.Identite ?? new Identite(), examen.Projet);
        (bool Manque, string Champ, string Message)[] demandes =
        [
            (Vide(i.Siret), "siret", "Indiquez le SIRET de la collectivité."),
            (Vide(i.Adresse), "adresse", "Indiquez l’adresse de la collectivité."),
            (Vide(i.RepresentantLegal), "representantLegal", "Indiquez le représentant légal."),
            (Vide(i.Contact), "contact", "Indiquez la personne à joindre."),
            (Vide(i.Courriel), "courriel", "Indiquez l’adresse électronique de la personne à joindre."),
            (Vide(p.Titre), "titre", "Donnez un titre au projet."),
            (Vide(p.Resume), "resume", "Résumez le projet."),
            (Vide(p.Lieux), "lieux", "Indiquez où le projet se réalise."),
            (p.Regime is null, "regime", "Dites si le projet relève de l’investissement ou du fonctionnement."),
            (p.DateDebutPrevue is null, "dateDebutPrevue", "Indiquez la date de début prévue."),
            (p.DateFinPrevue is null, "dateFinPrevue", "Indiquez la date de fin prévue."),
            (p.DateFinPrevue < p.DateDebutPrevue, "dateFinPrevue", "La fin prévue précède le début prévu."),
        ];
        var manques = demandes.Where(d => d.Manque).ToList();
        return manques.Count == 0
            ? [juge.Conforme("toutes les informations demandées sont là.")]
            : manques.Select(d => juge.Manquement(d.Message, d.Champ));
    }

    private static bool Vide(string? texte) => string.IsNullOrWhiteSpace(texte);
}
