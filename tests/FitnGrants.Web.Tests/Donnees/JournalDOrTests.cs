using System.Text.Json;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>
/// A journal written before acts were types, one line of each act and of each set of details: it is read and verified for ever.
/// </summary>
public sealed class JournalDOrTests
{
    /// <summary>The only acts that came after it.</summary>
    private static readonly Acte[] Depuis =
    [
        Acte.AnnulerLAttribution,
        Acte.DecrireUnService,
        Acte.NommerUnSignataire,
        Acte.FinirUneSignature,
        Acte.DecrireLaTenue,
        Acte.NoterLaDeliberation,
        Acte.EditerUneLettre,
        Acte.SignerUneLettre,
        Acte.PosterUneLettre,
        Acte.RecevoirUneLettre,
        Acte.OuvrirUneLettre,
        Acte.EcrireUnModele,
        Acte.SignerLeProcesVerbal,
        Acte.EnregistrerUneSuccession,
        .. Enum.GetValues<Acte>().Where(a => a is >= Acte.EcrireLActe and <= Acte.RappelerUnEtat),
    ];

    [Fact]
    public void Sa_chaine_se_recalcule_octet_par_octet()
    {
        var precedent = "";
        foreach (var ligne in JournalDOr.Lignes)
        {
            Assert.Equal((precedent, ligne.Empreinte), (ligne.Precedent, ChaineDuJournal.Empreinte(ligne)));
            precedent = ligne.Empreinte;
        }
    }

    [Fact]
    public void Chaque_acte_y_est() =>
        Assert.Equal(Enum.GetValues<Acte>().Except(Depuis).Order(), JournalDOr.Lignes.Select(l => l.Acte).Distinct().Order());

    /// <summary>What is read then written again is what was written: no key, no value changed of name or of form.</summary>
    [Fact]
    public void Ses_details_se_lisent_et_se_reecrivent_tels_quels() => Assert.All(JournalDOr.Lignes, ligne =>
        {
            var remplaces = JsonSerializer.Deserialize<Dictionary<string, string>>(ligne.Details)!.GetValueOrDefault("remplace") ?? "";
            Assert.Equal(ligne.Details, ChaineDuJournal.Details(ligne.Lire(), remplaces));
        });
}
