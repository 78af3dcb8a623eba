using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The path of the money, and until when.</summary>
public sealed partial record UnSuivi
{
    /// <summary>The steps of the money, each with its amount and its day.</summary>
    public IReadOnlyList<Pas> Chemin
    {
        get
        {
            var a = Acte;
            if (a.Commencement is not null)
                return CheminDeLArgent;
            var rang = a.Etape switch
            {
                EtapeDeSuivi.AEditer => 1,
                EtapeDeSuivi.ASigner => 2,
                EtapeDeSuivi.ANotifier or EtapeDeSuivi.EnAttenteDeReception => 3,
                EtapeDeSuivi.ACommencer => 4,
                _ => 0,
            };
            string? Le(DateOnly? jour) => jour is { } j ? Francais.Date(j) : null;
            (string Nom, string? Fait, string Suite)[] pas =
            [
                ("Accordé", Le(Accord.PriseLe), ""),
                ("Acte édité", Le(a.EditeLe is { } e ? JourDeParis.De(e) : null), "par le service"),
                (
                    "Acte signé",
                    Le(a.DerniereSignature),
                    a.Termes?.Type switch
                    {
                        TypeActe.Convention => "par les deux parties",
                        TypeActe.Arrete => "par le préfet",
                        _ => "à signer",
                    }
                ),
                ("Acte reçu", Le(a.RecuLe), "les délais du projet en partent"),
                (
                    "Projet commencé",
                    Le(a.Commencement?.Le),
                    a.CommencerAvantLe is { } c ? $"avant le {Francais.Date(c.AddDays(1))}" : "à déclarer"
                ),
                ("Premier versement", null, "après le commencement"),
                ("Solde", null, "après l’achèvement"),
            ];
            var fini = a.Fin is not null;
            return
            [
                .. pas.Select(
                    (p, i) =>
                        new Pas(
                            p.Nom,
                            p.Nom is "Accordé" or "Acte reçu" ? $"{a.Montant}" : null,
                            fini ? (p.Fait is null ? "avenir" : "fait")
                                : i < rang ? "fait"
                                : i == rang ? "courant"
                                : "avenir",
                            fini ? p.Fait ?? ""
                                : i < rang ? p.Fait ?? ""
                                : i == rang && i < pas.Length - 1 ? $"attendu depuis le {Francais.Date(JourDeParis.De(a.EtapeDepuis))}"
                                : p.Suite
                        )
                ),
            ];
        }
    }

    /// <summary>One line of clocks, each with the act that stops it.</summary>
    public IReadOnlyList<Horloge> Horloges
    {
        get
        {
            var a = Acte;
            var terme = Dossier.RejetImpliciteLe;
            Horloge Une(string nom, DateOnly? avant, DateOnly? arrete, string par, bool court, string sans) =>
                new(
                    nom,
                    avant is { } jour ? $"jusqu’au {Francais.Date(jour)}" : sans,
                    arrete is { } j ? $"fait le {Francais.Date(j)} {par}"
                        : court && avant is { } fin ? Reste(fin)
                        : par,
                    arrete is not null ? "arretee"
                        : court && avant < Aujourdhui ? "passee"
                        : court ? "court"
                        : "avenir"
                );
            var vit = a.Fin is null;
            return
            [
                Une("Recevoir l’acte", terme, a.RecuLe, "par sa réception", vit && a.RecuLe is null, "sans terme"),
                Une(
                    "Commencer",
                    a.CommencerAvantLe,
                    a.Commencement is { } debut ? JourDeParis.De(debut.DeclareLe) : null,
                    "par la déclaration de commencement",
                    vit && a.Etape == EtapeDeSuivi.ACommencer,
                    $"{DelaiDeCommencement.Mois(Reglement)} mois après la réception de l’acte"
                ),
                Une(
                    "Achever",
                    a.Termes?.AchevementPrevu ?? Dossier.ContenuDepose.Projet.DateFinPrevue,
                    a.AcheveLe,
                    "par la déclaration d’achèvement",
                    vit && a.Etape == EtapeDeSuivi.EnExecution,
                    "au jour que dira l’acte"
                ),
                Une(
                    "Déclarer l’achèvement",
                    (a.Termes?.AchevementPrevu ?? Dossier.ContenuDepose.Projet.DateFinPrevue)?.AddMonths(12),
                    a.AcheveLe is null ? null : DeclareLe ?? a.AcheveLe,
                    "par la déclaration d’achèvement",
                    court: false,
                    "douze mois après l’achèvement prévu"
                ),
            ];
        }
    }

    /// <summary>Paris day on which the completion was declared; null where it was not, or is being corrected.</summary>
    private DateOnly? DeclareLe =>
        Versements.FirstOrDefault(d => d.Nature == NatureDeVersement.Solde && d.Compte)?.Transmission is { } t
            ? JourDeParis.De(t.Le)
            : null;

    private string Reste(DateOnly fin) =>
        fin < Aujourdhui ? $"passé depuis {Francais.Compte(Aujourdhui.DayNumber - fin.DayNumber, "jour")}"
        : fin == Aujourdhui ? "dernier jour"
        : $"dans {Francais.Compte(fin.DayNumber - Aujourdhui.DayNumber, "jour")}";

    /// <summary>One step.</summary>
    public sealed record Pas(string Nom, string? Montant, string Classe, string Detail);

    /// <summary>One clock: until when, what stops it, and whether it runs.</summary>
    public sealed record Horloge(string Nom, string Avant, string Arret, string Classe);

    /// <summary>Requests shown one by one; those before are summed.</summary>
    private const int VersementsMontres = 4;

    /// <summary>From the commencement on: each request, and where it is.</summary>
    private List<Pas> CheminDeLArgent
    {
        get
        {
            var (a, demandes) = (Acte, Versements.Where(d => d is { Transmission: not null, Compte: true }).ToList());
            var chemin = new List<Pas>
            {
                new("Accordé", $"{Accord.MontantAccorde}", "fait", Francais.Date(Accord.PriseLe)),
                new("Acte reçu", $"{a.Montant}", "fait", Francais.Date(a.RecuLe!.Value)),
            };
            var avant = demandes.Take(Math.Max(0, demandes.Count - VersementsMontres)).ToList();
            if (avant.Count > 0)
                chemin.Add(
                    new(
                        Francais.Compte(avant.Count, "versement"),
                        $"{Euros.Somme(avant.Select(d => d.Paye ?? Euros.Zero))}",
                        "fait",
                        "versés auparavant"
                    )
                );
            chemin.AddRange(demandes.Skip(avant.Count).Select(PasDe));
            var reste = a.Montant.Moins(Liquidation?.Engage ?? Euros.Zero);
            if (a.Fin is { } fin)
                chemin.Add(
                    new(
                        fin.Etat == EtatDossier.Solde ? "Aide soldée" : Etats.Libelle(fin.Etat),
                        null,
                        "fait",
                        Francais.Date(JourDeParis.De(fin.Le))
                    )
                );
            else if (demandes.TrueForAll(d => d.Nature != NatureDeVersement.Solde))
                chemin.Add(
                    new(
                        "Solde",
                        $"{reste} au plus",
                        demandes.TrueForAll(d => d.Paye is not null) ? "courant" : "avenir",
                        "après l’achèvement"
                    )
                );
            return chemin;
        }
    }

    private Pas PasDe(DemandeDeVersement d)
    {
        var nom = MotsDesVersements.Nom(d, Versements);
        static string Le(PasDeVersement? pas) => pas is null ? "" : Francais.Date(JourDeParis.De(pas.Le));
        var montant = d.Paye ?? d.Montant ?? d.Demande;
        return d.Etat switch
        {
            EtatDeVersement.Payee => new(
                $"{nom}, versé".Replace("Avance, versé", "Avance versée"),
                $"{montant}",
                "fait",
                Francais.Date(d.PayeeLe!.Value)
            ),
            EtatDeVersement.Ordonnancee => new($"{nom} en paiement", $"{montant}", "courant", $"ordonnancement du {Le(d.Ordonnancement)}"),
            EtatDeVersement.Controlee => new(
                $"{nom} en cours",
                $"{montant}",
                d.Montant == Euros.Zero ? "fait" : "courant",
                d.Montant == Euros.Zero ? "rien à verser" : $"contrôle du {Le(d.Controle)}"
            ),
            EtatDeVersement.ACompleter => new(
                $"{nom} à compléter",
                null,
                "courant",
                DuPorteur ? "le service attend votre complément" : "le service attend un complément"
            ),
            _ => new($"{nom} en contrôle", montant?.ToString(), "courant", $"demande du {Le(d.Transmission)}"),
        };
    }
}
