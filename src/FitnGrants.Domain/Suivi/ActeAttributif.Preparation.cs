using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>What is written before the edition: by who manages, by who represents the collectivité, by its porteur.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>Writes what the act says. Nothing is judged before the edition: it is a draft.</summary>
    /// <param name="termes">What it says.</param>
    /// <param name="deliberations">By SIREN; those left out are taken back.</param>
    /// <param name="par">Who manages.</param>
    /// <exception cref="ActeImpossibleException">Edited already.</exception>
    public void Ecrire(TermesDeLActe termes, IReadOnlyDictionary<string, DeliberationDuBeneficiaire> deliberations, Acteur par)
    {
        ExigerProjet();
        Termes = termes;
        Beneficiaires = [.. Beneficiaires.Select(b => b with { Deliberation = deliberations.GetValueOrDefault(b.Siren) })];
        Noter(new EcrireLActe(par.Fonction, DossierId, termes.Type));
    }

    /// <summary>Types the SIRET of beneficiaries; one that changes is to be confirmed again.</summary>
    /// <param name="sirets">Fourteen digits each, by SIREN.</param>
    /// <param name="par">Who represents the collectivité.</param>
    /// <exception cref="ActeImpossibleException">Edited already.</exception>
    public Resultat SaisirLesSirets(IReadOnlyDictionary<string, string?> sirets, Acteur par)
    {
        ExigerSiretsOuverts();
        var lus = sirets.ToDictionary(s => s.Key, s => Siret.TryParse(s.Value, out var lu) ? lu : (Siret?)null, StringComparer.Ordinal);
        var resultat = Resultat.De(
            Beneficiaires
                .Where(b => lus.ContainsKey(b.Siren) && lus[b.Siren]?.Siren != b.Siren)
                .Select(b =>
                    Manque(
                        lus[b.Siren] is null
                            ? $"{b.Nom} : ce n’est pas un SIRET, recopiez ses 14 chiffres."
                            : $"{b.Nom} : son SIRET commence par {b.Siren} ; celui-ci est d’un autre organisme.",
                        $"sirets[{b.Siren}]"
                    )
                )
        );
        if (!resultat.EstAccepte)
            return resultat;
        if (!Beneficiaires.Any(b => lus.ContainsKey(b.Siren)))
            return Resultat.De([Manque("Saisissez le SIRET d’un bénéficiaire de cette aide.", "sirets")]);
        Beneficiaires =
        [
            .. Beneficiaires.Select(b =>
                lus.GetValueOrDefault(b.Siren)?.Valeur is { } siret && siret != b.Siret
                    ? b with
                    {
                        Siret = siret,
                        SaisiPar = par.Fonction,
                        ConfirmePar = null,
                    }
                    : b
            ),
        ];
        Noter(new SaisirLesSirets(par.Fonction, DossierId, string.Join(' ', Beneficiaires.Select(b => b.Siret).OfType<string>())));
        return resultat;
    }

    /// <summary>Confirms the SIRET that were typed.</summary>
    /// <exception cref="ActeImpossibleException">Edited already, or one is not typed.</exception>
    public void ConfirmerLesSirets(Acteur par)
    {
        ExigerSiretsOuverts();
        Exiger(Beneficiaires.All(b => b.Siret is not null), "le SIRET d’un bénéficiaire n’est pas saisi par son représentant");
        Beneficiaires = [.. Beneficiaires.Select(b => b with { ConfirmePar = b.ConfirmePar ?? par.Fonction })];
        Noter(new ConfirmerLesSirets(par.Fonction, DossierId));
    }

    /// <summary>Says that a condition of the accord is met, and why.</summary>
    /// <exception cref="ActeImpossibleException">Edited already, no such condition, or it is lifted.</exception>
    public Resultat LeverUneCondition(int rang, string? motif, Acteur par, DateTimeOffset instant)
    {
        ExigerProjet();
        Exiger(rang >= 0 && rang < Conditions.Length && Conditions[rang].LeveeLe is null, "cette condition est déjà levée");
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites ce qui montre que la condition est remplie.", "motif")]);
        Conditions = Conditions.SetItem(rang, Conditions[rang] with { LeveePar = par.Fonction, LeveeLe = instant, Motif = motif.Trim() });
        Noter(new LeverUneCondition(par.Fonction, DossierId, rang + 1, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Proposes a plan balanced on what was granted (A13): judged as at the edition, before anyone reads it.</summary>
    /// <param name="plan">Costs and resources.</param>
    /// <param name="cadre">What it is judged with.</param>
    /// <exception cref="ActeImpossibleException">Edited already.</exception>
    public Resultat ProposerUnPlan(PlanDeLActe plan, CadreDeLActe cadre)
    {
        ExigerPlanOuvert();
        var resultat = Resultat.De(JugerLePlan(plan, cadre));
        if (!resultat.EstAccepte)
            return resultat;
        Garder(plan with { AcceptePar = null, AccepteLe = null, Retour = null, Motif = null });
        PlanAAccepter = true;
        Noter(new ProposerUnPlan(plan.ProposePar, DossierId, Cout(plan, cadre)));
        return resultat;
    }

    /// <summary>Accepts the plan proposed: its eligible cost is what the act subsidises.</summary>
    /// <exception cref="ActeImpossibleException">Edited already, or no plan waits.</exception>
    public Resultat AccepterLePlan(string? motif, CadreDeLActe cadre)
    {
        ExigerPlanOuvert();
        Exiger(PlanPropose is { Attend: true }, "aucun plan n’attend votre accord");
        var manques = JugerLePlan(PlanPropose!, cadre).ToList();
        if (string.IsNullOrWhiteSpace(motif))
            manques.Add(Manque("Dites pourquoi ce plan convient, les deux taux sous les yeux.", "motif"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        Garder(PlanPropose! with { AcceptePar = cadre.Par.Fonction, AccepteLe = cadre.Instant, Motif = motif!.Trim() });
        PlanAAccepter = false;
        Noter(new AccepterLePlan(cadre.Par.Fonction, DossierId, Cout(PlanPropose!, cadre), motif.Trim()));
        return resultat;
    }

    /// <summary>Gives the plan proposed back to its porteur, with what is wrong.</summary>
    /// <exception cref="ActeImpossibleException">Edited already, or no plan waits.</exception>
    public Resultat RendreLePlan(string? motif, Acteur par)
    {
        ExigerPlanOuvert();
        Exiger(PlanPropose is { Attend: true }, "aucun plan n’attend votre accord");
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites au porteur ce qu’il doit corriger.", "motif")]);
        Garder(PlanPropose! with { Retour = motif.Trim() });
        PlanAAccepter = false;
        Noter(new RendreLePlan(par.Fonction, DossierId, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Follows the clock of the dossier, prolonged.</summary>
    internal void Proroger(DateOnly terme)
    {
        EcheanceLe = terme;
        PrevoirLeRappel();
        Reviser();
    }

    private void ExigerProjet()
    {
        Exiger(Fin is null, "cet accord a pris fin");
        Exiger(Etat == EtatActe.Projet, "l’acte est déjà édité, reprenez-le d’abord");
    }

    private void ExigerSiretsOuverts()
    {
        Exiger(Fin is null, "cet accord a pris fin");
        Exiger(SiretsOuverts, "l’acte est déjà édité, reprenez-le d’abord");
    }

    private void ExigerPlanOuvert()
    {
        Exiger(Fin is null, "cet accord a pris fin");
        Exiger(PlanOuvert, "l’acte est édité, et aucun avenant n’attend un plan");
    }

    /// <summary>For the act while it is a draft, then for the avenant under way.</summary>
    private void Garder(PlanDeLActe? plan)
    {
        if (Etat == EtatActe.Projet)
            Plan = plan;
        else
            Avenants = Avenants.SetItem(Avenants.Length - 1, AvenantEnCours! with { Plan = plan });
    }
}
