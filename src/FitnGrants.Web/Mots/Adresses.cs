namespace FitnGrants.Web.Mots;

/// <summary>
/// Where each page is: an address is written here and in the route of its controller, and a test holds the one to the other.
/// What follows a path (a list one comes from, an anchor) is added by who links.
/// </summary>
public static partial class Adresses
{
    public const string Accessibilite = "/accessibilite";
    public const string Accompagnements = "/accompagnement";

    public static string Accompagnement(string numero) => $"/accompagnement/{numero}";

    public const string AdministrationHorloge = "/administration/horloge";
    public const string Cookies = "/cookies";
    public const string DonneesPersonnelles = "/donnees-personnelles";
    public const string MentionsLegales = "/mentions-legales";
    public const string MesDossiers = "/mes-dossiers";
    public const string PlanDuSite = "/plan-du-site";

    public static string Regle(string code) => $"/regles/{code}";

    public const string Simulateur = "/simulateur";
    public const string TableauxDeBord = "/tableaux-de-bord";

    public static class Consommation
    {
        public const string Page = "/tableaux-de-bord/consommation";
        public const string Xlsx = "/tableaux-de-bord/consommation.xlsx";
        public const string Csv = "/tableaux-de-bord/consommation.csv";
    }

    public static class Territoires
    {
        public const string Page = "/tableaux-de-bord/territoires";
        public const string Xlsx = "/tableaux-de-bord/territoires.xlsx";
        public const string Csv = "/tableaux-de-bord/territoires.csv";
    }

    public static class Entreprises
    {
        public const string Page = "/tableaux-de-bord/entreprises";
        public const string Xlsx = "/tableaux-de-bord/entreprises.xlsx";
        public const string Csv = "/tableaux-de-bord/entreprises.csv";
    }

    /// <summary>What everyone may read.</summary>
    public static class Laureats
    {
        public const string Liste = "/laureats";
        public const string Carte = "/laureats/carte";
        public const string Donnees = "/laureats/donnees";

        public static string Un(string numero) => $"/laureats/{numero}";
    }

    public const string Statistiques = "/statistiques";

    public const string Verification = "/verification";

    public static string Reference(string code) => $"/verification/{code}";

    public static class Acces
    {
        public const string Liste = "/compte/acces";

        public static string AccordDeDemande(Guid demande) => $"/compte/acces/demandes/{demande}/accord";

        public static string RefusDeDemande(Guid demande) => $"/compte/acces/demandes/{demande}/refus";

        public const string Invitation = "/compte/acces/invitation";

        public static string Retrait(string siren, Guid compte) => $"/compte/acces/{siren}/{compte}/retrait";

        public static string Role(string siren, Guid compte) => $"/compte/acces/{siren}/{compte}/role";
    }

    /// <summary>What follows an accord.</summary>
    public static class Suivi
    {
        public const string Liste = "/suivi";
        public const string ExportXlsx = "/suivi/export.xlsx";
        public const string ExportCsv = "/suivi/export.csv";
        public const string Chorus = "/suivi/chorus";
        public const string ApplicationDeChorus = "/suivi/chorus/application";
        public const string ChoixDeChorus = "/suivi/chorus/choix";
        public const string LignesEcartees = "/suivi/chorus/ecart";

        public static string Un(string numero) => $"/suivi/{numero}";

        public static string Acte(string numero) => $"/suivi/{numero}/acte";

        public static string SiretsConfirmes(string numero) => $"/suivi/{numero}/acte/sirets/confirmation";

        public static string Sirets(string numero) => $"/suivi/{numero}/sirets";

        public static string Condition(string numero, int rang) => $"/suivi/{numero}/acte/conditions/{rang}";

        public static string Edition(string numero) => $"/suivi/{numero}/acte/edition";

        public static string Engagements(string numero) => $"/suivi/{numero}/acte/engagements";

        public static string Reprise(string numero) => $"/suivi/{numero}/acte/reprise";

        public static string Signature(string numero) => $"/suivi/{numero}/acte/signature";

        public static string Envoi(string numero) => $"/suivi/{numero}/acte/envoi";

        public static string Reception(string numero) => $"/suivi/{numero}/acte/reception";

        public static string Papier(string numero) => $"/suivi/{numero}/acte.pdf";

        public static string PapierRemplace(string numero, int edition) => $"/suivi/{numero}/acte-{edition}.pdf";

        public static string LettreDeNotification(string numero) => $"/suivi/{numero}/lettres/notification.pdf";

        public static string LettreDeProrogation(string numero, int rang) => $"/suivi/{numero}/lettres/prorogation-{rang}.pdf";

        public static string LettreDObservations(string numero, int rang) => $"/suivi/{numero}/lettres/observations-{rang}.pdf";

        public static string LettreDeReversement(string numero, int rang) => $"/suivi/{numero}/lettres/reversement-{rang}.pdf";

        public static string ArreteDeReversement(string numero, int rang) => $"/suivi/{numero}/lettres/arrete-de-reversement-{rang}.pdf";

        public static string Decompte(string numero) => $"/suivi/{numero}/achevement/decompte.pdf";

        public static string ReponseAuReversement(string numero, int rang) => $"/suivi/{numero}/reversements/{rang}/observations";

        public static string AnnulationDeRecouvrement(string numero, int rang) =>
            $"/suivi/{numero}/reversements/{rang}/recouvrement/annulation";

        public static string ObservationsParCourrier(string numero, int rang) => $"/suivi/{numero}/reversements/{rang}/courrier";

        public static string ArreteDeFin(string numero) => $"/suivi/{numero}/lettres/fin.pdf";

        public static string Plan(string numero) => $"/suivi/{numero}/plan";

        public static string CorrectionDuCommencement(string numero) => $"/suivi/{numero}/commencement/correction";

        public const string Campagnes = "/suivi/campagnes";

        public const string Relances = "/suivi/relances";

        public static string EtatsDesLieux(string numero) => $"/suivi/{numero}/etats-des-lieux";

        /// <summary>The report to write.</summary>
        public static string ProchainEtat(string numero) => $"/suivi/{numero}/etats-des-lieux/prochain";

        public static string EtatDesLieux(string numero, int rang) => $"/suivi/{numero}/etats-des-lieux/{rang}";

        public static string LectureDEtat(string numero, int rang) => $"/suivi/{numero}/etats-des-lieux/{rang}/lecture";

        public static string RenvoiDEtat(string numero, int rang) => $"/suivi/{numero}/etats-des-lieux/{rang}/renvoi";

        public static string ConstatLeve(string numero, int rang) => $"/suivi/{numero}/etats-des-lieux/{rang}/constat";

        public static string MiseEnDemeure(string numero) => $"/suivi/{numero}/etats-des-lieux/demeure";

        public static string ReceptionDeLaDemeure(string numero) => $"/suivi/{numero}/etats-des-lieux/demeure/reception";

        public static string LettreDEtat(string numero) => $"/suivi/{numero}/lettres/etat-des-lieux.pdf";

        public static string LettreDeDemeure(string numero, int rang) => $"/suivi/{numero}/lettres/mise-en-demeure-{rang}.pdf";

        public static string DemandeDEtat(string numero) => $"/suivi/{numero}/etats-des-lieux/demande";

        public static string Versements(string numero) => $"/suivi/{numero}/versements";

        public static string Versement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}";

        public static string Certificat(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/certificat.pdf";

        public static string EtatRecapitulatif(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/etat-recapitulatif.pdf";

        public static string TransmissionDeVersement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/transmission";

        public static string EffacementDeVersement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/effacement";

        public static string RepriseDeVersement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/reprise";

        public static string RetourDeVersement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/retour";

        public static string ControleDeVersement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/controle";

        public static string Ordonnancement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/ordonnancement";

        public static string EcartRegle(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/ecart";

        public static string Visa(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/visa";

        public static string VisaNumerise(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/visa.pdf";

        public static string Paiement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/paiement";

        public static string RejetDeVersement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/rejet";

        public static string AnnulationDeVersement(string numero, int rang) => $"/suivi/{numero}/versements/{rang}/annulation";

        public static string Achevement(string numero) => $"/suivi/{numero}/achevement";

        public static string RenvoiDeLAchevement(string numero) => $"/suivi/{numero}/achevement/renvoi";

        public static string Solder(string numero) => $"/suivi/{numero}/achevement/solde";

        public static string Reversements(string numero) => $"/suivi/{numero}/reversements";

        public static string ReceptionDeReversement(string numero, int rang) => $"/suivi/{numero}/reversements/{rang}/reception";

        public static string TitreDeReversement(string numero, int rang) => $"/suivi/{numero}/reversements/{rang}/titre";

        public static string Recouvrement(string numero, int rang) => $"/suivi/{numero}/reversements/{rang}/recouvrement";

        public static string FinDeReversement(string numero, int rang) => $"/suivi/{numero}/reversements/{rang}/fin";

        public static string Avenants(string numero) => $"/suivi/{numero}/avenants";

        public static string DemandeDAvenant(string numero) => $"/suivi/{numero}/avenants/demande";

        public static string EditionDAvenant(string numero) => $"/suivi/{numero}/avenants/edition";

        public static string RepriseDAvenant(string numero) => $"/suivi/{numero}/avenants/reprise";

        public static string SignatureDAvenant(string numero) => $"/suivi/{numero}/avenants/signature";

        public static string EnvoiDAvenant(string numero) => $"/suivi/{numero}/avenants/envoi";

        public static string ReceptionDAvenant(string numero) => $"/suivi/{numero}/avenants/reception";

        public static string ClassementDAvenant(string numero) => $"/suivi/{numero}/avenants/classement";

        public static string PlanDAvenantAccepte(string numero) => $"/suivi/{numero}/avenants/plan/accord";

        public static string PlanDAvenantRendu(string numero) => $"/suivi/{numero}/avenants/plan/retour";

        public static string PapierDAvenant(string numero, int rang) => $"/suivi/{numero}/avenants/{rang}.pdf";

        public static string PlanAccepte(string numero) => $"/suivi/{numero}/plan/accord";

        public static string PlanRendu(string numero) => $"/suivi/{numero}/plan/retour";

        public static string Prorogation(string numero) => $"/suivi/{numero}/prorogation";

        public static string Commencement(string numero) => $"/suivi/{numero}/commencement";

        public static string Renonciation(string numero) => $"/suivi/{numero}/renonciation";

        public static string Observations(string numero) => $"/suivi/{numero}/observations";

        public static string Caducite(string numero) => $"/suivi/{numero}/caducite";

        public static string Retrait(string numero) => $"/suivi/{numero}/retrait";

        public static string ObservationsAvantLaFin(string numero) => $"/suivi/{numero}/caducite/observations";

        public static string ObservationsAvantLeRetrait(string numero) => $"/suivi/{numero}/retrait/observations";

        public static string AbandonDeLaFin(string numero) => $"/suivi/{numero}/caducite/abandon";

        public static string AbandonDuRetrait(string numero) => $"/suivi/{numero}/retrait/abandon";

        public static string ReceptionAvantLaFin(string numero) => $"/suivi/{numero}/caducite/reception";

        public static string ReceptionAvantLeRetrait(string numero) => $"/suivi/{numero}/retrait/reception";
    }

    public static class Compte
    {
        public const string Attente = "/compte/attente";
        public const string Code = "/compte/code";
        public const string Connexion = "/compte/connexion";
        public const string Deconnexion = "/compte/deconnexion";
        public const string Demonstration = "/compte/demonstration";
        public const string Inscription = "/compte/inscription";
        public const string ConfirmationDInscription = "/compte/inscription/confirmation";
        public const string InscriptionEnvoyee = "/compte/inscription/envoye";
        public const string MotDePasseOublie = "/compte/mot-de-passe-oublie";
        public const string MotDePasseOublieEnvoye = "/compte/mot-de-passe-oublie/envoye";
        public const string NouveauMotDePasse = "/compte/nouveau-mot-de-passe";
        public const string Securite = "/compte/securite";
        public const string ChangementDeMotDePasse = "/compte/securite/mot-de-passe";
        public const string CodeDeSecurite = "/compte/securite/code";
        public const string CodesDeSecours = "/compte/securite/codes";
        public const string ChoixDesCourriels = "/compte/securite/courriels";
        public const string Desactivation = "/compte/securite/desactivation";
    }

    public static class Dispositifs
    {
        public const string Liste = "/dispositifs";

        public static string Un(string code) => $"/dispositifs/{code}";

        public static string Reglement(string code) => $"/dispositifs/{code}/reglement";
    }

    /// <summary>A dossier, for who bears it and who reads it; by its number, or its token before the deposit.</summary>
    public static class Dossiers
    {
        public const string Nouveau = "/dossiers/nouveau";

        public static string Un(string reference) => $"/dossiers/{reference}";

        public static string Completer(string reference) => $"/dossiers/{reference}/completer";

        public static string Copier(string reference) => $"/dossiers/{reference}/copier";

        public static string LettreDeDemande(string reference, string demande) => $"/dossiers/{reference}/demandes/{demande}/lettre.pdf";

        public static string Lettre(string reference, Guid decision) => $"/dossiers/{reference}/decisions/{decision}/lettre.pdf";

        public static string Deposer(string reference) => $"/dossiers/{reference}/deposer";

        public static string Differences(string reference) => $"/dossiers/{reference}/differences";

        public static string Dossier(string reference) => $"/dossiers/{reference}/dossier.pdf";

        public static string Messages(string reference) => $"/dossiers/{reference}/messages";

        public static string MessageSansReponse(string reference) => $"/dossiers/{reference}/messages/sans-reponse";

        public static string Collectivite(string reference) => $"/dossiers/{reference}/modifier/collectivite";

        public static string Criteres(string reference) => $"/dossiers/{reference}/modifier/criteres";

        public static string Calcul(string reference) => $"/dossiers/{reference}/modifier/financement/calcul";

        public static string Pieces(string reference) => $"/dossiers/{reference}/modifier/pieces";

        public static string Presence(string reference) => $"/dossiers/{reference}/modifier/presence";

        public static string Projet(string reference) => $"/dossiers/{reference}/modifier/projet";

        public static string Recapitulatif(string reference) => $"/dossiers/{reference}/modifier/recapitulatif";

        public static string Etape(string reference, string etape) => $"/dossiers/{reference}/modifier/{etape}";

        public static string Notification(string reference) => $"/dossiers/{reference}/notification.pdf";

        public static string Piece(string reference, Guid piece) => $"/dossiers/{reference}/pieces/{piece}";

        public static string Recepisse(string reference) => $"/dossiers/{reference}/recepisse.pdf";

        public static string Retirer(string reference) => $"/dossiers/{reference}/retirer";

        public static string Suppression(string reference) => $"/dossiers/{reference}/suppression";
    }
}
