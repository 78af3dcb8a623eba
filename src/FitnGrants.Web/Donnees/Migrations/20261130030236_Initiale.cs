using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Initiale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "collectivites",
                columns: table => new
                {
                    siren = table.Column<string>(type: "character(9)", fixedLength: true, maxLength: 9, nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    code_insee = table.Column<string>(type: "text", nullable: true),
                    epci = table.Column<string>(type: "character(9)", fixedLength: true, maxLength: 9, nullable: true),
                    departement = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    recherche = table.Column<string>(type: "text", nullable: false),
                    taille = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collectivites", x => x.siren);
                });

            migrationBuilder.CreateTable(
                name: "compteurs",
                columns: table => new
                {
                    dispositif = table.Column<string>(type: "text", nullable: false),
                    annee = table.Column<int>(type: "integer", nullable: false),
                    dernier = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compteurs", x => new { x.dispositif, x.annee });
                });

            migrationBuilder.CreateTable(
                name: "courriels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    modele = table.Column<string>(type: "text", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seance_id = table.Column<Guid>(type: "uuid", nullable: true),
                    destinataire = table.Column<string>(type: "text", nullable: false),
                    objet = table.Column<string>(type: "text", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    lien = table.Column<string>(type: "text", nullable: false),
                    joint = table.Column<string>(type: "text", nullable: true),
                    immediat = table.Column<bool>(type: "boolean", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reparti_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courriels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    objet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    empreinte = table.Column<string>(type: "text", nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "enveloppes",
                columns: table => new
                {
                    dispositif = table.Column<string>(type: "text", nullable: false),
                    montant = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    version = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enveloppes", x => x.dispositif);
                    table.CheckConstraint("ck_enveloppes_montant", "montant >= 0");
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    instant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    utilisateur = table.Column<Guid>(type: "uuid", nullable: true),
                    acte = table.Column<string>(type: "text", nullable: false),
                    entite = table.Column<string>(type: "text", nullable: false),
                    entite_id = table.Column<Guid>(type: "uuid", nullable: false),
                    avant = table.Column<string>(type: "text", nullable: true),
                    apres = table.Column<string>(type: "text", nullable: true),
                    details = table.Column<string>(type: "text", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: true),
                    precedent = table.Column<string>(type: "text", nullable: false),
                    empreinte = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parametres",
                columns: table => new
                {
                    cle = table.Column<string>(type: "text", nullable: false),
                    valeur = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parametres", x => x.cle);
                });

            migrationBuilder.CreateTable(
                name: "seances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dispositifs = table.Column<string[]>(type: "text[]", nullable: false),
                    instance = table.Column<string>(type: "text", nullable: false),
                    nom_instance = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    au_mois = table.Column<bool>(type: "boolean", nullable: false),
                    initiale = table.Column<DateOnly>(type: "date", nullable: true),
                    motif_report = table.Column<string>(type: "text", nullable: true),
                    deplacements = table.Column<string>(type: "jsonb", nullable: false),
                    motif_annulation = table.Column<string>(type: "text", nullable: true),
                    etat = table.Column<string>(type: "text", nullable: false),
                    ouverte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cloturee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    membres = table.Column<string>(type: "jsonb", nullable: false),
                    point_courant = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seances", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "utilisateurs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fonction = table.Column<string>(type: "text", nullable: false),
                    organisme = table.Column<string>(type: "text", nullable: false),
                    nouvelles_aussitot = table.Column<bool>(type: "boolean", nullable: false),
                    colonnes = table.Column<string>(type: "text", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateurs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "versions_de_reglement",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    contenu = table.Column<string>(type: "text", nullable: false),
                    publiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    en_vigueur_le = table.Column<DateOnly>(type: "date", nullable: false),
                    publiee_par = table.Column<string>(type: "text", nullable: false),
                    enveloppe = table.Column<decimal>(type: "numeric(14,2)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_versions_de_reglement", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "demandes_d_acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false),
                    siren = table.Column<string>(type: "character(9)", nullable: false),
                    fonction = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    invite_par = table.Column<string>(type: "text", nullable: true),
                    confirmee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    close_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accordee = table.Column<bool>(type: "boolean", nullable: false),
                    close_par = table.Column<string>(type: "text", nullable: true),
                    motif = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demandes_d_acces", x => x.id);
                    table.ForeignKey(
                        name: "fk_demandes_d_acces_collectivites_siren",
                        column: x => x.siren,
                        principalTable: "collectivites",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reponse_attendue_depuis = table.Column<DateOnly>(type: "date", nullable: true),
                    demandes = table.Column<string>(type: "jsonb", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: true),
                    jeton = table.Column<string>(type: "text", nullable: false),
                    dispositif = table.Column<string>(type: "text", nullable: false),
                    version_reglement = table.Column<string>(type: "text", nullable: false),
                    volet = table.Column<int>(type: "integer", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    departement = table.Column<string>(type: "text", nullable: false),
                    siren = table.Column<string>(type: "character(9)", fixedLength: true, maxLength: 9, nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    nombre_a_revoir = table.Column<int>(type: "integer", nullable: false),
                    notification_en_attente = table.Column<bool>(type: "boolean", nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false),
                    titre = table.Column<string>(type: "text", nullable: false),
                    montant_demande = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    assiette = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    porteur = table.Column<string>(type: "jsonb", nullable: true),
                    membres = table.Column<string>(type: "jsonb", nullable: false),
                    sirens = table.Column<string[]>(type: "text[]", nullable: false),
                    departements = table.Column<string[]>(type: "text[]", nullable: false),
                    avis_rendus = table.Column<string[]>(type: "text[]", nullable: false),
                    origines = table.Column<string[]>(type: "text[]", nullable: false),
                    individuel = table.Column<bool>(type: "boolean", nullable: false),
                    comparaison = table.Column<string>(type: "text", nullable: false),
                    recevabilite = table.Column<string>(type: "text", nullable: false),
                    avis = table.Column<string>(type: "jsonb", nullable: false),
                    rapprochements = table.Column<string>(type: "jsonb", nullable: false),
                    issue = table.Column<string>(type: "jsonb", nullable: true),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dernier_depot_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    echeance_le = table.Column<DateOnly>(type: "date", nullable: true),
                    recherche = table.Column<string>(type: "text", nullable: false),
                    instructeur = table.Column<Guid>(type: "uuid", nullable: true),
                    synthese = table.Column<string>(type: "text", nullable: true),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    modifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    derniere_page = table.Column<string>(type: "text", nullable: true),
                    ecartees = table.Column<string>(type: "jsonb", nullable: false),
                    montant_propose = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    instruit_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reouverture = table.Column<string>(type: "jsonb", nullable: true),
                    recevabilite_avant_le = table.Column<DateOnly>(type: "date", nullable: true),
                    rejet_implicite_le = table.Column<DateOnly>(type: "date", nullable: true),
                    suspendu_depuis = table.Column<DateOnly>(type: "date", nullable: true),
                    tri = table.Column<DateOnly>(type: "date", nullable: false, computedColumnSql: "coalesce(reponse_attendue_depuis, echeance_le, date '9000-01-01')", stored: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossiers", x => x.id);
                    table.CheckConstraint("ck_dossiers_depot", "(etat = 'Brouillon') = (numero is null)");
                    table.CheckConstraint("ck_dossiers_montant", "montant_demande is null or montant_demande > 0");
                    table.ForeignKey(
                        name: "fk_dossiers_collectivites_siren",
                        column: x => x.siren,
                        principalTable: "collectivites",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "populations",
                columns: table => new
                {
                    annee = table.Column<int>(type: "integer", nullable: false),
                    siren = table.Column<string>(type: "character(9)", nullable: false),
                    en_vigueur_le = table.Column<DateOnly>(type: "date", nullable: false),
                    municipale = table.Column<int>(type: "integer", nullable: true),
                    totale = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_populations", x => new { x.siren, x.annee });
                    table.ForeignKey(
                        name: "fk_populations_collectivites_siren",
                        column: x => x.siren,
                        principalTable: "collectivites",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "envois",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    courriel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false),
                    du_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    essais = table.Column<int>(type: "integer", nullable: false),
                    erreur = table.Column<string>(type: "text", nullable: true),
                    envoye_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ecarte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_envois", x => x.id);
                    table.ForeignKey(
                        name: "fk_envois_courriels_courriel_id",
                        column: x => x.courriel_id,
                        principalTable: "courriels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegant = table.Column<Guid>(type: "uuid", nullable: false),
                    delegataire = table.Column<Guid>(type: "uuid", nullable: false),
                    du = table.Column<DateOnly>(type: "date", nullable: false),
                    au = table.Column<DateOnly>(type: "date", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    close_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegations", x => x.id);
                    table.CheckConstraint("ck_delegations_jours", "du <= au and delegant <> delegataire");
                    table.ForeignKey(
                        name: "fk_delegations_utilisateurs_delegant",
                        column: x => x.delegant,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_delegations_utilisateurs_delegataire",
                        column: x => x.delegataire,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "habilitations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    siren = table.Column<string>(type: "text", nullable: true),
                    departement = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_habilitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_habilitations_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    acte = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lance_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    liste = table.Column<string>(type: "text", nullable: false),
                    agent = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots", x => x.id);
                    table.ForeignKey(
                        name: "fk_lots_utilisateurs_par",
                        column: x => x.par,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "utilisateurs_attributs",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateurs_attributs", x => x.id);
                    table.ForeignKey(
                        name: "fk_utilisateurs_attributs_utilisateurs_user_id",
                        column: x => x.user_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "utilisateurs_identites",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateurs_identites", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_utilisateurs_identites_utilisateurs_user_id",
                        column: x => x.user_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "utilisateurs_jetons",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateurs_jetons", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_utilisateurs_jetons_utilisateurs_user_id",
                        column: x => x.user_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "vues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vues", x => x.id);
                    table.ForeignKey(
                        name: "fk_vues_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tranches",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    bornes = table.Column<NpgsqlRange<int>>(type: "int4range", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tranches", x => new { x.version, x.code });
                    table.ForeignKey(
                        name: "fk_tranches_versions_de_reglement_version",
                        column: x => x.version,
                        principalTable: "versions_de_reglement",
                        principalColumn: "version",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    avant_le = table.Column<DateOnly>(type: "date", nullable: false),
                    confidentielle = table.Column<bool>(type: "boolean", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    demandee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    relancee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retiree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rendue_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sens = table.Column<string>(type: "text", nullable: true),
                    texte = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultations_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "controles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    regle = table.Column<string>(type: "text", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    groupe = table.Column<string>(type: "text", nullable: false),
                    propose = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    citation = table.Column<string>(type: "text", nullable: true),
                    conclusion = table.Column<string>(type: "text", nullable: true),
                    motif = table.Column<string>(type: "text", nullable: true),
                    cote = table.Column<int>(type: "integer", nullable: true),
                    agent = table.Column<Guid>(type: "uuid", nullable: true),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_controles", x => x.id);
                    table.ForeignKey(
                        name: "fk_controles_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_dossier = table.Column<int>(type: "integer", nullable: false),
                    dispositif = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    motivation = table.Column<string>(type: "text", nullable: false),
                    fondements = table.Column<string[]>(type: "text[]", nullable: false),
                    montant_accorde = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    conditions = table.Column<string>(type: "text", nullable: true),
                    motifs = table.Column<string>(type: "jsonb", nullable: false),
                    axes = table.Column<string>(type: "jsonb", nullable: false),
                    similaires = table.Column<string[]>(type: "text[]", nullable: false),
                    referent = table.Column<string>(type: "text", nullable: true),
                    prise_le = table.Column<DateOnly>(type: "date", nullable: false),
                    enregistree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    enregistree_par = table.Column<string>(type: "text", nullable: false),
                    notifiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    siren_reserve = table.Column<string>(type: "text", nullable: true),
                    annulee_par_id = table.Column<Guid>(type: "uuid", nullable: true),
                    annulee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    motif_rectification = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.CheckConstraint("ck_decisions_montant", "(type = 'Accord') = (montant_accorde is not null) and coalesce(montant_accorde, 1) > 0");
                    table.CheckConstraint("ck_decisions_motivee", "length(btrim(motivation)) > 0 and cardinality(fondements) > 0");
                    table.ForeignKey(
                        name: "fk_decisions_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_decisions_seances_seance_id",
                        column: x => x.seance_id,
                        principalTable: "seances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    du_service = table.Column<bool>(type: "boolean", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_messages_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_notes_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notes_internes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_internes", x => x.id);
                    table.ForeignKey(
                        name: "fk_notes_internes_utilisateurs_auteur",
                        column: x => x.auteur,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notes_internes_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pages_ouvertes",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    etape = table.Column<string>(type: "text", nullable: false),
                    vue_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pages_ouvertes", x => new { x.dossier_id, x.utilisateur_id });
                    table.ForeignKey(
                        name: "fk_pages_ouvertes_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pages_ouvertes_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordre = table.Column<int>(type: "integer", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    motif_retrait = table.Column<string>(type: "text", nullable: true),
                    rapporteur = table.Column<string>(type: "text", nullable: true),
                    appele_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deports = table.Column<string>(type: "jsonb", nullable: false),
                    avis = table.Column<string>(type: "jsonb", nullable: false),
                    proposition = table.Column<string>(type: "jsonb", nullable: true),
                    seance_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_points", x => x.id);
                    table.ForeignKey(
                        name: "fk_points_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_points_seances_seance_id",
                        column: x => x.seance_id,
                        principalTable: "seances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "versions_deposees",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deposee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false),
                    empreinte = table.Column<string>(type: "text", nullable: false),
                    montant_demande = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    assiette = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    titre = table.Column<string>(type: "text", nullable: false),
                    pieces = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_versions_deposees", x => new { x.dossier_id, x.version });
                    table.ForeignKey(
                        name: "fk_versions_deposees_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lots_lignes",
                columns: table => new
                {
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: true),
                    regle = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    recevabilite = table.Column<string>(type: "text", nullable: true),
                    avant = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_lignes", x => new { x.lot_id, x.rang });
                    table.ForeignKey(
                        name: "fk_lots_lignes_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lots_lignes_lots_lot_id",
                        column: x => x.lot_id,
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pieces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    type = table.Column<string>(type: "text", nullable: false),
                    nom_fichier = table.Column<string>(type: "text", nullable: false),
                    taille = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    type_mime = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: true),
                    ajoutee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ajoutee_par = table.Column<string>(type: "text", nullable: false),
                    analysee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    essais = table.Column<int>(type: "integer", nullable: false),
                    analyser_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true),
                    retiree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pieces", x => x.id);
                    table.CheckConstraint("ck_pieces_taille", "taille > 0");
                    table.ForeignKey(
                        name: "fk_pieces_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pieces_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_collectivites_code_insee",
                table: "collectivites",
                column: "code_insee");

            migrationBuilder.CreateIndex(
                name: "ix_collectivites_epci",
                table: "collectivites",
                column: "epci");

            migrationBuilder.CreateIndex(
                name: "ix_collectivites_recherche",
                table: "collectivites",
                column: "recherche")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_consultations_avant_le",
                table: "consultations",
                column: "avant_le",
                filter: "rendue_le is null and retiree_le is null");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_dossier_id_demandee_le",
                table: "consultations",
                columns: new[] { "dossier_id", "demandee_le" });

            migrationBuilder.CreateIndex(
                name: "ix_controles_dossier_id_version_regle",
                table: "controles",
                columns: new[] { "dossier_id", "version", "regle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_courriels_dossier_id",
                table: "courriels",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_courriels_a_repartir",
                table: "courriels",
                column: "rang",
                filter: "reparti_le is null");

            migrationBuilder.CreateIndex(
                name: "ix_courriels_rang",
                table: "courriels",
                column: "rang",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_seance_id",
                table: "decisions",
                column: "seance_id");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_dossier_version",
                table: "decisions",
                columns: new[] { "dossier_id", "version_dossier" },
                unique: true,
                filter: "annulee_par_id is null");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions",
                columns: new[] { "dispositif", "siren_reserve" },
                unique: true,
                filter: "siren_reserve is not null and annulee_par_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_delegations_delegant",
                table: "delegations",
                column: "delegant");

            migrationBuilder.CreateIndex(
                name: "ix_delegations_delegataire",
                table: "delegations",
                column: "delegataire");

            migrationBuilder.CreateIndex(
                name: "ix_demandes_d_acces_adresse_cree_le",
                table: "demandes_d_acces",
                columns: new[] { "adresse", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "ix_demandes_d_acces_siren",
                table: "demandes_d_acces",
                column: "siren",
                filter: "close_le is null");

            migrationBuilder.CreateIndex(
                name: "ix_documents_code",
                table: "documents",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_objet_id_type_reference",
                table: "documents",
                columns: new[] { "objet_id", "type", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_comparaison",
                table: "dossiers",
                column: "comparaison")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_departement_etat_tri_id",
                table: "dossiers",
                columns: new[] { "departement", "etat", "tri", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_etat",
                table: "dossiers",
                column: "etat",
                filter: "volet = 2");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_jeton",
                table: "dossiers",
                column: "jeton",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_numero",
                table: "dossiers",
                column: "numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_recevabilite_avant_le",
                table: "dossiers",
                column: "recevabilite_avant_le",
                filter: "recevabilite = 'EnAttente' and etat in ('Depose', 'EnInstruction')");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_recherche",
                table: "dossiers",
                column: "recherche")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_region_etat_tri_id",
                table: "dossiers",
                columns: new[] { "region", "etat", "tri", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_siren",
                table: "dossiers",
                column: "siren");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_sirens",
                table: "dossiers",
                column: "sirens")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_version_reglement_numero",
                table: "dossiers",
                columns: new[] { "version_reglement", "numero" },
                filter: "numero is not null");

            migrationBuilder.CreateIndex(
                name: "ix_envois_adresse_envoye_le",
                table: "envois",
                columns: new[] { "adresse", "envoye_le" });

            migrationBuilder.CreateIndex(
                name: "ix_envois_courriel_id",
                table: "envois",
                column: "courriel_id");

            migrationBuilder.CreateIndex(
                name: "ix_envois_ecartes",
                table: "envois",
                column: "ecarte_le",
                filter: "ecarte_le is not null");

            migrationBuilder.CreateIndex(
                name: "ix_envois_en_attente",
                table: "envois",
                columns: new[] { "adresse", "id" },
                filter: "envoye_le is null and ecarte_le is null");

            migrationBuilder.CreateIndex(
                name: "ix_habilitations_siren",
                table: "habilitations",
                column: "siren");

            migrationBuilder.CreateIndex(
                name: "ix_habilitations_utilisateur_id",
                table: "habilitations",
                column: "utilisateur_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entite_id_id",
                table: "journal",
                columns: new[] { "entite_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_precedent",
                table: "journal",
                column: "precedent",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lots_par_cree_le",
                table: "lots",
                columns: new[] { "par", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "ix_lots_lignes_dossier_id",
                table: "lots_lignes",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_dossier_id_le",
                table: "messages",
                columns: new[] { "dossier_id", "le" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_dossier_id_le",
                table: "notes",
                columns: new[] { "dossier_id", "le" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_internes_auteur",
                table: "notes_internes",
                column: "auteur");

            migrationBuilder.CreateIndex(
                name: "ix_notes_internes_dossier_id_le",
                table: "notes_internes",
                columns: new[] { "dossier_id", "le" });

            migrationBuilder.CreateIndex(
                name: "ix_pages_ouvertes_utilisateur_id",
                table: "pages_ouvertes",
                column: "utilisateur_id");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_analyser_le",
                table: "pieces",
                column: "analyser_le",
                filter: "etat in ('EnAnalyse', 'NonAnalysee')");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_dossier_id_ajoutee_le",
                table: "pieces",
                columns: new[] { "dossier_id", "ajoutee_le" });

            migrationBuilder.CreateIndex(
                name: "ix_pieces_message_id",
                table: "pieces",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_points_dossier_id",
                table: "points",
                column: "dossier_id",
                unique: true,
                filter: "etat = 'Inscrit'");

            migrationBuilder.CreateIndex(
                name: "ix_points_seance_id",
                table: "points",
                column: "seance_id");

            migrationBuilder.CreateIndex(
                name: "ux_seances_instance_jour",
                table: "seances",
                columns: new[] { "instance", "jour", "au_mois" },
                unique: true,
                filter: "etat <> 'Annulee'");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "utilisateurs",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "utilisateurs",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_utilisateurs_attributs_user_id",
                table: "utilisateurs_attributs",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_utilisateurs_identites_user_id",
                table: "utilisateurs_identites",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_versions_de_reglement_code_en_vigueur_le_publiee_le",
                table: "versions_de_reglement",
                columns: new[] { "code", "en_vigueur_le", "publiee_le" });

            migrationBuilder.CreateIndex(
                name: "ix_vues_utilisateur_id_nom",
                table: "vues",
                columns: new[] { "utilisateur_id", "nom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "compteurs");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "controles");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropTable(
                name: "demandes_d_acces");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "enveloppes");

            migrationBuilder.DropTable(
                name: "envois");

            migrationBuilder.DropTable(
                name: "habilitations");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "lots_lignes");

            migrationBuilder.DropTable(
                name: "notes");

            migrationBuilder.DropTable(
                name: "notes_internes");

            migrationBuilder.DropTable(
                name: "pages_ouvertes");

            migrationBuilder.DropTable(
                name: "parametres");

            migrationBuilder.DropTable(
                name: "pieces");

            migrationBuilder.DropTable(
                name: "points");

            migrationBuilder.DropTable(
                name: "populations");

            migrationBuilder.DropTable(
                name: "tranches");

            migrationBuilder.DropTable(
                name: "utilisateurs_attributs");

            migrationBuilder.DropTable(
                name: "utilisateurs_identites");

            migrationBuilder.DropTable(
                name: "utilisateurs_jetons");

            migrationBuilder.DropTable(
                name: "versions_deposees");

            migrationBuilder.DropTable(
                name: "vues");

            migrationBuilder.DropTable(
                name: "courriels");

            migrationBuilder.DropTable(
                name: "lots");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "seances");

            migrationBuilder.DropTable(
                name: "versions_de_reglement");

            migrationBuilder.DropTable(
                name: "utilisateurs");

            migrationBuilder.DropTable(
                name: "dossiers");

            migrationBuilder.DropTable(
                name: "collectivites");
        }
    }
}
