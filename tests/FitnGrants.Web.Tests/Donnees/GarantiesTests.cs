using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>What the database guarantees by itself, whoever asks.</summary>
public sealed class GarantiesTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Le_journal_n_accepte_que_des_ajouts()
    {
        var lignes = await instance.LireAsync(db => db.Journal.CountAsync());
        await RefuserAsync(PostgresErrorCodes.IntegrityConstraintViolation, $"update journal set entite = 'Autre'");
        await RefuserAsync(PostgresErrorCodes.IntegrityConstraintViolation, $"delete from journal");
        await RefuserAsync(PostgresErrorCodes.IntegrityConstraintViolation, $"truncate journal");

        Assert.True(lignes > 0);
        Assert.Equal(lignes, await instance.LireAsync(db => db.Journal.CountAsync(l => l.Entite != "Autre")));
    }

    [Fact]
    public async Task La_chaine_du_journal_se_recalcule_ligne_a_ligne()
    {
        await instance.DeroulerAsync(new("213503527", "Chaîne"));
        var precedent = "";
        var lignes = await instance.LireAsync(db => db.Journal.AsNoTracking().OrderBy(l => l.Id).ToListAsync());

        Assert.NotEmpty(lignes);
        foreach (var ligne in lignes)
        {
            Assert.Equal(precedent, ligne.Precedent);
            Assert.Equal(ChaineDuJournal.Empreinte(ligne), ligne.Empreinte);
            precedent = ligne.Empreinte;
        }
    }

    [Fact]
    public async Task Une_ligne_changee_ne_porte_plus_son_empreinte()
    {
        var ligne = await instance.LireAsync(db => db.Journal.AsNoTracking().OrderBy(l => l.Id).FirstAsync());
        ligne.Apres = "Autre";

        Assert.NotEqual(ChaineDuJournal.Empreinte(ligne), ligne.Empreinte);
    }

    [Fact]
    public async Task Deux_lignes_n_ont_pas_la_meme_precedente() =>
        await RefuserAsync(
            PostgresErrorCodes.UniqueViolation,
            $"""
            insert into journal (instant, utilisateur, acte, entite, entite_id, avant, apres, details, adresse, precedent, empreinte)
            select instant, utilisateur, acte, entite, entite_id, avant, apres, details, adresse, precedent, 'x' from journal order by id
            limit 1
            """
        );

    [Fact]
    public async Task Le_depot_ne_change_ni_de_date_ni_de_numero_ni_de_population()
    {
        var numero = await instance.DeroulerAsync(new("213503527", "Immuable") { Jusqua = EtatDossier.Depose });

        await RefuserAsync(
            PostgresErrorCodes.IntegrityConstraintViolation,
            $"update dossiers set depose_le = now() where numero = {numero}"
        );
        await RefuserAsync(
            PostgresErrorCodes.IntegrityConstraintViolation,
            $"update dossiers set numero = 'FITN-X' where numero = {numero}"
        );
        await RefuserAsync(
            PostgresErrorCodes.IntegrityConstraintViolation,
            $"""
            update dossiers set porteur = jsonb_set(porteur, array['PopulationTotale'], '1') || jsonb_build_object('x', 1)
            where numero = {numero}
            """
        );
        Assert.Equal(1, await instance.SqlAsync($"update dossiers set modifie_le = now() where numero = {numero}"));
    }

    [Fact]
    public async Task Un_brouillon_n_a_pas_de_numero_et_un_montant_est_positif()
    {
        var brouillon = await instance.DeroulerAsync(new("213503527", "Brouillon") { Jusqua = EtatDossier.Brouillon });

        await RefuserAsync(PostgresErrorCodes.CheckViolation, $"update dossiers set numero = 'FITN-X' where jeton = {brouillon}");
        await RefuserAsync(PostgresErrorCodes.CheckViolation, $"update dossiers set montant_demande = 0 where jeton = {brouillon}");
        await RefuserAsync(PostgresErrorCodes.CheckViolation, $"update enveloppes set montant = -1");
    }

    [Fact]
    public async Task Deux_tranches_d_un_reglement_ne_se_chevauchent_pas()
    {
        await RefuserAsync(
            PostgresErrorCodes.ExclusionViolation,
            $"insert into tranches (version, code, bornes) select version, 'RX', int4range(999, 1001) from tranches limit 1"
        );
        Assert.Equal(
            1,
            await instance.SqlAsync(
                $"insert into tranches (version, code, bornes) select version, 'RX', int4range(100000, null) from tranches limit 1"
            )
        );
    }

    [Fact]
    public async Task Un_dossier_n_est_qu_a_un_ordre_du_jour_a_la_fois()
    {
        var numero = await instance.DeroulerAsync(new("213503527", "Un seul ordre du jour"));
        var autre = await instance.SeanceAsync("2021-09-14");

        await RefuserAsync(
            PostgresErrorCodes.UniqueViolation,
            $"""
            insert into points (id, dossier_id, ordre, etat, seance_id, deports, avis) select gen_random_uuid(), id, 9, 'Inscrit', {autre},
            '[]', '[]' from dossiers where numero = {numero}
            """
        );
    }

    private async Task RefuserAsync(string code, FormattableString sql) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<PostgresException>(() => instance.SqlAsync(sql))).SqlState);
}
