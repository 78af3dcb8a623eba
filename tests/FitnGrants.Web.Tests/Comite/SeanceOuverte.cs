using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Tests.Comite;

/// <summary>The session of 22 June 2021 in Bretagne, open, with the dossiers that tests put on its agenda.</summary>
public class SeanceOuverte(Serveur serveur) : Instance(serveur)
{
    private List<string> communes = [];

    public Guid Seance { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Seance = await this.SeanceAsync();
        await AlHeureAsync("2021-06-22T09:30:00+02:00");
        await this.OuvrirAsync(Seance);
        communes = await this.CommunesBretonnesAsync(60);
    }

    /// <summary>A commune of which no test has made a laureate.</summary>
    public string Commune()
    {
        var siren = communes[^1];
        communes.RemoveAt(communes.Count - 1);
        return siren;
    }

    /// <summary>A dossier to decide, and its address in the session.</summary>
    public async Task<(string Numero, string Point)> PointAsync(
        string titre,
        decimal cout = 10000m,
        decimal demande = 5000m,
        string? siren = null,
        Groupement? groupement = null
    )
    {
        var numero = await this.DeroulerAsync(
            new DossierVoulu(siren ?? Commune(), titre, cout, demande) { Jusqua = EtatDossier.InscritSeance, Groupement = groupement }
        );
        return (numero, $"/comite/seances/{Seance}/points/{numero}");
    }

    /// <summary>A dossier granted in the session and told to its porteur.</summary>
    public async Task<string> AccorderAsync(
        string titre,
        decimal cout,
        decimal montant,
        string? siren = null,
        Groupement? groupement = null
    )
    {
        var (numero, point) = await PointAsync(titre, cout, montant, siren, groupement);
        var secretaire = await this.EnTantQueAsync("secretaire.bretagne");
        var accord = await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", Motive);
        Assert.True(accord.Code == HttpStatusCode.Redirect, accord.Texte);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        return numero;
    }

    /// <summary>What is left of the envelope becomes this amount.</summary>
    public Task<int> LaisserDansLEnveloppeAsync(decimal reste) =>
        SqlAsync(
            $"""
            update enveloppes set montant = {reste} + (select coalesce(sum(montant), 0) from engagements
            where dispositif = 'BZH-V1') where dispositif = 'BZH-V1'
            """
        );

    public static readonly (string, string?)[] Motive =
    [
        ("Motivation", "Le projet simplifie les démarches des habitants."),
        ("Fondements", "Critere"),
    ];
}
