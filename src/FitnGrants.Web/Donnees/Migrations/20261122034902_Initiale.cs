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
                    departement = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    recherche = table.Column<string>(type: "text", nullable: false),
                    taille = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collectivites", x => x.siren);
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
                    table.PrimaryKey("PK_compteurs", x => new { x.dispositif, x.annee });
                });

            migrationBuilder.CreateTable(
                name: "courriels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    modele = table.Column<string>(type: "text", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    destinataire = table.Column<string>(type: "text", nullable: false),
                    objet = table.Column<string>(type: "text", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    envoye_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courriels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    empreinte = table.Column<string>(type: "text", nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "enveloppes",
                columns: table => new
                {
                    dispositif = table.Column<string>(type: "text", nullable: false),
                    montant = table.Column<decimal>(type: "numeric(14,2)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enveloppes", x => x.dispositif);
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
                    table.PrimaryKey("PK_journal", x => x.id);
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
                    table.PrimaryKey("PK_parametres", x => x.cle);
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
                    etat = table.Column<string>(type: "text", nullable: false),
                    ouverte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cloturee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seances", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "utilisateurs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fonction = table.Column<string>(type: "text", nullable: false),
                    organisme = table.Column<string>(type: "text", nullable: false),
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
                    table.PrimaryKey("PK_utilisateurs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "versions_de_reglement",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    contenu = table.Column<string>(type: "text", nullable: false),
                    publiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_versions_de_reglement", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    nombre_arevoir = table.Column<int>(type: "integer", nullable: false),
                    notification_en_attente = table.Column<bool>(type: "boolean", nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false),
                    titre = table.Column<string>(type: "text", nullable: false),
                    montant_demande = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    assiette = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    porteur = table.Column<string>(type: "jsonb", nullable: true),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dernier_depot_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    echeance_le = table.Column<DateOnly>(type: "date", nullable: true),
                    instructeur = table.Column<Guid>(type: "uuid", nullable: true),
                    synthese = table.Column<string>(type: "text", nullable: true),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    modifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers", x => x.id);
                    table.CheckConstraint("ck_dossiers_depot", "(etat = 'Brouillon') = (numero is null)");
                    table.CheckConstraint("ck_dossiers_montant", "montant_demande is null or montant_demande > 0");
                    table.ForeignKey(
                        name: "FK_dossiers_collectivites_siren",
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
                    table.PrimaryKey("PK_populations", x => new { x.siren, x.annee });
                    table.ForeignKey(
                        name: "FK_populations_collectivites_siren",
                        column: x => x.siren,
                        principalTable: "collectivites",
                        principalColumn: "siren",
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
                    table.PrimaryKey("PK_habilitations", x => x.id);
                    table.ForeignKey(
                        name: "FK_habilitations_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
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
                    table.PrimaryKey("PK_utilisateurs_attributs", x => x.id);
                    table.ForeignKey(
                        name: "FK_utilisateurs_attributs_utilisateurs_user_id",
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
                    table.PrimaryKey("PK_utilisateurs_identites", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_utilisateurs_identites_utilisateurs_user_id",
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
                    table.PrimaryKey("PK_utilisateurs_jetons", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_utilisateurs_jetons_utilisateurs_user_id",
                        column: x => x.user_id,
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
                    table.PrimaryKey("PK_tranches", x => new { x.version, x.code });
                    table.ForeignKey(
                        name: "FK_tranches_versions_de_reglement_version",
                        column: x => x.version,
                        principalTable: "versions_de_reglement",
                        principalColumn: "version",
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
                    agent = table.Column<Guid>(type: "uuid", nullable: true),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_controles", x => x.id);
                    table.ForeignKey(
                        name: "FK_controles_dossiers_dossier_id",
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
                    axes = table.Column<string[]>(type: "text[]", nullable: false),
                    referent = table.Column<string>(type: "text", nullable: true),
                    prise_le = table.Column<DateOnly>(type: "date", nullable: false),
                    enregistree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    enregistree_par = table.Column<string>(type: "text", nullable: false),
                    notifiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    siren_reserve = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                    table.CheckConstraint("ck_decisions_montant", "(type = 'Accord') = (montant_accorde is not null) and coalesce(montant_accorde, 1) > 0");
                    table.CheckConstraint("ck_decisions_motivee", "length(btrim(motivation)) > 0 and cardinality(fondements) > 0");
                    table.ForeignKey(
                        name: "FK_decisions_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_decisions_seances_seance_id",
                        column: x => x.seance_id,
                        principalTable: "seances",
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
                    seance_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points", x => x.id);
                    table.ForeignKey(
                        name: "FK_points_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_points_seances_seance_id",
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
                    empreinte = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_versions_deposees", x => new { x.dossier_id, x.version });
                    table.ForeignKey(
                        name: "FK_versions_deposees_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_collectivites_code_insee",
                table: "collectivites",
                column: "code_insee");

            migrationBuilder.CreateIndex(
                name: "IX_collectivites_recherche",
                table: "collectivites",
                column: "recherche")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_controles_dossier_id_version_regle",
                table: "controles",
                columns: new[] { "dossier_id", "version", "regle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courriels_cree_le",
                table: "courriels",
                column: "cree_le",
                filter: "envoye_le is null");

            migrationBuilder.CreateIndex(
                name: "IX_courriels_dossier_id",
                table: "courriels",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_seance_id",
                table: "decisions",
                column: "seance_id");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_dossier_version",
                table: "decisions",
                columns: new[] { "dossier_id", "version_dossier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions",
                columns: new[] { "dispositif", "siren_reserve" },
                unique: true,
                filter: "siren_reserve is not null");

            migrationBuilder.CreateIndex(
                name: "IX_documents_code",
                table: "documents",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_dossier_id_type_reference",
                table: "documents",
                columns: new[] { "dossier_id", "type", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_departement_etat_echeance_le_id",
                table: "dossiers",
                columns: new[] { "departement", "etat", "echeance_le", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_jeton",
                table: "dossiers",
                column: "jeton",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_numero",
                table: "dossiers",
                column: "numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_region_etat_echeance_le_id",
                table: "dossiers",
                columns: new[] { "region", "etat", "echeance_le", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_siren",
                table: "dossiers",
                column: "siren");

            migrationBuilder.CreateIndex(
                name: "IX_habilitations_utilisateur_id",
                table: "habilitations",
                column: "utilisateur_id");

            migrationBuilder.CreateIndex(
                name: "IX_journal_entite_id_id",
                table: "journal",
                columns: new[] { "entite_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_precedent",
                table: "journal",
                column: "precedent",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_dossier_id",
                table: "points",
                column: "dossier_id",
                unique: true,
                filter: "etat = 'Inscrit'");

            migrationBuilder.CreateIndex(
                name: "IX_points_seance_id",
                table: "points",
                column: "seance_id");

            migrationBuilder.CreateIndex(
                name: "IX_seances_instance_jour_au_mois",
                table: "seances",
                columns: new[] { "instance", "jour", "au_mois" },
                unique: true);

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
                name: "IX_utilisateurs_attributs_user_id",
                table: "utilisateurs_attributs",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_utilisateurs_identites_user_id",
                table: "utilisateurs_identites",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_versions_de_reglement_code_publiee_le",
                table: "versions_de_reglement",
                columns: new[] { "code", "publiee_le" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "compteurs");

            migrationBuilder.DropTable(
                name: "controles");

            migrationBuilder.DropTable(
                name: "courriels");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "enveloppes");

            migrationBuilder.DropTable(
                name: "habilitations");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "parametres");

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
