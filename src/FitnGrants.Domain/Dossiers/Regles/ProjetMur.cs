using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R29: ready projects come first: quotes, deliberation, start date. A count of three, never a block.</summary>
public sealed class ProjetMur : Regle
{
    public override string Nom => "Projet mûr";

    public override string Phrase => "Les projets mûrs, prêts à démarrer, sont privilégiés : devis, délibération, date de démarrage.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Devis en main, délibération prise, démarrage daté.", p => p with { Devis = true, Deliberation = true }),
            modele.Projet("Ni devis, ni délibération, ni date de démarrage.", p =>
                p with
                {
                    Devis = false,
                    Deliberation = false,
                    DateDebutPrevue = null,
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var p = examen.Projet;
        (string Mot, bool Vrai)[] signes =
        [
            ("devis", p.Devis == true),
            ("délibération", p.Deliberation == true),
            ("date de démarrage", p.DateDebutPrevue is not null),
        ];
        if (p is { Devis: null, Deliberation: null, DateDebutPrevue: null })
            return [juge.Inconnu("Dites si vous avez des devis, une délibération, une date de démarrage.", "devis")];
        var presents = signes.Where(s => s.Vrai).Select(s => s.Mot).ToList();
        return
        [
            (
                presents.Count == 0
                    ? juge.SansObjet("Ni devis, ni délibération, ni date de démarrage : cette priorité ne joue pas.")
                    : juge.Conforme($"{presents.Count} signe{(presents.Count > 1 ? "s" : "")} sur 3 : {Francais.Liste(presents)}.")
            ).Avec("maturite", $"{presents.Count}/3"),
        ];
    }
}
