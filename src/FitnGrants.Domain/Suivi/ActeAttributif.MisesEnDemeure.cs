using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>A report formally asked for, where R77 obliges: its laureate has thirty days.</summary>
public sealed partial class ActeAttributif
{
    public ImmutableArray<MiseEnDemeure> MisesEnDemeure { get; private set; } = [];

    /// <summary>The one that waits for its report; null where none does.</summary>
    public MiseEnDemeure? EnDemeure => MisesEnDemeure.LastOrDefault(m => m.CloseLe is null);

    /// <summary>Paris day from which a formal notice may leave; null where no report is due.</summary>
    public DateOnly? EnDemeurePossibleLe => EtatAttenduLe?.AddDays(CalendrierDesEtats.AvantMiseEnDemeure);

    /// <summary>Formally asks for the report that is late.</summary>
    /// <exception cref="ActeImpossibleException">R77 obliges to nothing there, it is not late enough, or one waits already.</exception>
    public Resultat MettreEnDemeure(CadreDeLActe cadre)
    {
        ExigerVivant();
        Exiger(
            cadre.Reglement.Exige<Regles.EtatDesLieuxTrimestriel>(),
            "l’état des lieux est recommandé dans ce dispositif : il ne se met pas en demeure"
        );
        Exiger(EnDemeurePossibleLe is not null, "aucun état des lieux n’est attendu");
        Exiger(
            EnDemeurePossibleLe <= cadre.Jour,
            $"elle est possible à partir du {Francais.Date(EnDemeurePossibleLe!.Value)}, trente jours après l’échéance"
        );
        Exiger(EnDemeure is null, "une mise en demeure attend déjà sa réponse");
        MisesEnDemeure = [.. MisesEnDemeure, new MiseEnDemeure(EtatAttenduLe!.Value, cadre.Instant, cadre.Par.Fonction)];
        Noter(new MettreEnDemeure(cadre.Par.Fonction, DossierId, EtatAttenduLe));
        return Resultat.De([]);
    }

    /// <summary>Says when it was received: first opening here, or first presentation of the registered letter.</summary>
    /// <exception cref="ActeImpossibleException">None waits, or its reception is known.</exception>
    public Resultat RecevoirLaMiseEnDemeure(DateOnly? jour, CadreDeLActe cadre)
    {
        Exiger(EnDemeure is { RecueLe: null }, "aucune mise en demeure n’attend sa réception");
        var envoi = JourDeParis.De(EnDemeure!.Le);
        var manque =
            jour is null ? Manque("Indiquez le jour de la réception.", "recueLe")
            : jour > cadre.Jour ? Manque("Une réception ne se note pas d’avance.", "recueLe")
            : jour < envoi ? Manque($"La mise en demeure est du {Francais.Date(envoi)} : elle se reçoit ensuite.", "recueLe")
            : null;
        if (manque is not null)
            return Resultat.De([manque]);
        MisesEnDemeure = MisesEnDemeure.Replace(EnDemeure, EnDemeure with { RecueLe = jour });
        Noter(new RecevoirLaMiseEnDemeure(cadre.Par.Fonction, DossierId, jour));
        return Resultat.De([]);
    }

    /// <summary>True once its delay is past and the report is still due.</summary>
    public bool DemeurePassee(DateOnly jour) => EnDemeure?.RepondreAvantLe < jour;

    /// <summary>The report came: it has no object any more, and stays in its file.</summary>
    private void CloreLaMiseEnDemeure(DateTimeOffset instant)
    {
        if (EnDemeure is { } attend)
            MisesEnDemeure = MisesEnDemeure.Replace(attend, attend with { CloseLe = instant });
    }
}
