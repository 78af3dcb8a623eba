namespace FitnGrants.Web.Mots;

/// <summary>
/// Where each page is: an address is written here and in the route of its controller, and a test holds the one to the other.
/// What follows a path (a list one comes from, an anchor) is added by who links.
/// </summary>
public static class Adresses
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
    public const string Suivi = "/suivi";
    public const string TableauxDeBord = "/tableaux-de-bord";
    public const string Verification = "/verification";

    public static string Reference(string code) => $"/verification/{code}";

    /// <summary>Who acts for a collectivité.</summary>
    public static class Acces
    {
        public const string Liste = "/compte/acces";

        public static string AccordDeDemande(Guid demande) => $"/compte/acces/demandes/{demande}/accord";

        public static string RefusDeDemande(Guid demande) => $"/compte/acces/demandes/{demande}/refus";

        public const string Invitation = "/compte/acces/invitation";

        public static string Retrait(string siren, Guid compte) => $"/compte/acces/{siren}/{compte}/retrait";

        public static string Role(string siren, Guid compte) => $"/compte/acces/{siren}/{compte}/role";
    }

    /// <summary>Agents and their roles.</summary>
    public static class Agents
    {
        public const string Liste = "/administration/agents";

        public static string Un(Guid agent) => $"/administration/agents/{agent}";

        public static string Code(Guid agent) => $"/administration/agents/{agent}/code";

        public static string Fermeture(Guid agent) => $"/administration/agents/{agent}/fermeture";

        public static string Fonction(Guid agent) => $"/administration/agents/{agent}/fonction";

        public static string Renvoi(Guid agent) => $"/administration/agents/{agent}/renvoi";

        public static string Reouverture(Guid agent) => $"/administration/agents/{agent}/reouverture";

        public static string Roles(Guid agent) => $"/administration/agents/{agent}/roles";

        public static string RetraitDeRole(Guid agent, int role) => $"/administration/agents/{agent}/roles/{role}/retrait";

        public static string Suspension(Guid agent) => $"/administration/agents/{agent}/suspension";

        public static string Acte(Guid agent, string acte) => $"/administration/agents/{agent}/{acte}";
    }

    /// <summary>One's own account.</summary>
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
        public const string CodeDeSecurite = "/compte/securite/code";
        public const string CodesDeSecours = "/compte/securite/codes";
        public const string ChoixDesCourriels = "/compte/securite/courriels";
        public const string Desactivation = "/compte/securite/desactivation";
    }

    /// <summary>What was written, and whether it left.</summary>
    public static class CourrielsEnvoyes
    {
        public const string Liste = "/administration/courriels";

        public static string Un(Guid courriel) => $"/administration/courriels/{courriel}";

        public static string Renvoi(Guid courriel) => $"/administration/courriels/{courriel}/renvoi";
    }

    /// <summary>A decision, once recorded.</summary>
    public static class Decisions
    {
        public static string Notification(Guid decision) => $"/comite/decisions/{decision}/notification";

        public static string Rectification(Guid decision) => $"/comite/decisions/{decision}/rectification";
    }

    /// <summary>Who acts for whom.</summary>
    public static class Delegations
    {
        public const string Liste = "/instruction/delegations";

        public static string Cloture(Guid delegation) => $"/instruction/delegations/{delegation}/cloture";
    }

    /// <summary>Dispositifs and their règlements.</summary>
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

    /// <summary>Who may do what.</summary>
    public static class Habilitations
    {
        public const string Matrice = "/administration/habilitations/matrice";
    }

    /// <summary>The work of a service, on its list and on one dossier.</summary>
    public static class Instruction
    {
        public const string Liste = "/instruction";
        public const string Acces = "/instruction/acces";
        public const string Charge = "/instruction/charge";
        public const string Colonnes = "/instruction/colonnes";
        public const string ExportCsv = "/instruction/export.csv";
        public const string ExportXlsx = "/instruction/export.xlsx";
        public const string Syntheses = "/instruction/syntheses.pdf";

        public static string Un(string numero) => $"/instruction/{numero}";

        public static string AccordDAcces(Guid demande) => $"/instruction/acces/{demande}/accord";

        public static string RefusDAcces(Guid demande) => $"/instruction/acces/{demande}/refus";

        public static string Avis(string numero) => $"/instruction/{numero}/avis";

        public static string Cloture(string numero) => $"/instruction/{numero}/cloture";

        public static string Collectivite(string numero) => $"/instruction/{numero}/collectivite";

        public static string Conclusions(string numero) => $"/instruction/{numero}/conclusions";

        public static string Consultations(string numero) => $"/instruction/{numero}/consultations";

        public static string RelanceDAvis(string numero, Guid consultation) =>
            $"/instruction/{numero}/consultations/{consultation}/relance";

        public static string RetraitDAvis(string numero, Guid consultation) =>
            $"/instruction/{numero}/consultations/{consultation}/retrait";

        public static string Depenses(string numero) => $"/instruction/{numero}/depenses";

        public static string EcartDeDepense(string numero) => $"/instruction/{numero}/depenses/ecart";

        public static string ReintegrationDeDepense(string numero) => $"/instruction/{numero}/depenses/reintegration";

        public static string Irrecevabilite(string numero) => $"/instruction/{numero}/irrecevabilite";

        public static string Notes(string numero) => $"/instruction/{numero}/notes";

        public static string Pieces(string numero) => $"/instruction/{numero}/pieces";

        public static string PiecesZip(string numero) => $"/instruction/{numero}/pieces.zip";

        public static string Reprise(string numero) => $"/instruction/{numero}/pieces/reprise";

        public static string PriseEnCharge(string numero) => $"/instruction/{numero}/prise-en-charge";

        public static string Rapprochements(string numero) => $"/instruction/{numero}/rapprochements";

        public static string Rapprochement(string numero, string autre) => $"/instruction/{numero}/rapprochements/{autre}";

        public static string Reorientation(string numero) => $"/instruction/{numero}/reorientation";

        public static string Reouverture(string numero) => $"/instruction/{numero}/reouverture";

        public static string Synthese(string numero) => $"/instruction/{numero}/synthese.pdf";
    }

    /// <summary>Acts on several dossiers at once.</summary>
    public static class Lots
    {
        public const string Liste = "/instruction/lots";

        public static string Un(Guid lot) => $"/instruction/lots/{lot}";

        public static string Annulation(Guid lot) => $"/instruction/lots/{lot}/annulation";

        public static string Avancement(Guid lot) => $"/instruction/lots/{lot}/avancement";

        public static string Lancement(Guid lot) => $"/instruction/lots/{lot}/lancement";
    }

    /// <summary>Collectivités and populations.</summary>
    public static class Referentiel
    {
        public const string Liste = "/administration/referentiel";
        public const string Import = "/administration/referentiel/import";
    }

    /// <summary>Versions of the règlements.</summary>
    public static class ReglementsPublies
    {
        public const string Liste = "/administration/reglements";

        public static string Dispositif(string code) => $"/administration/reglements/{code}";

        public static string Nouvelle(string code) => $"/administration/reglements/{code}/nouvelle";

        public static string Publication(string code) => $"/administration/reglements/{code}/nouvelle/publication";

        public static string Version(string code, string version) => $"/administration/reglements/{code}/{version}";
    }

    /// <summary>Sessions, their points and their papers.</summary>
    public static class Seances
    {
        public const string Liste = "/comite/seances";
        public const string Agenda = "/comite/seances.ics";
        public const string Nouvelle = "/comite/seances/nouvelle";

        public static string Une(Guid seance) => $"/comite/seances/{seance}";

        public static string Annulation(Guid seance) => $"/comite/seances/{seance}/annulation";

        public static string Appel(Guid seance) => $"/comite/seances/{seance}/appel";

        public static string Cloture(Guid seance) => $"/comite/seances/{seance}/cloture";

        public static string Deplacement(Guid seance) => $"/comite/seances/{seance}/deplacement";

        public static string Deport(Guid seance) => $"/comite/seances/{seance}/deport";

        public static string Direct(Guid seance) => $"/comite/seances/{seance}/direct";

        public static string EtatDuDirect(Guid seance) => $"/comite/seances/{seance}/direct/etat";

        public static string Livret(Guid seance) => $"/comite/seances/{seance}/livret.pdf";

        public static string Notification(Guid seance) => $"/comite/seances/{seance}/notification";

        public static string Ordre(Guid seance) => $"/comite/seances/{seance}/ordre";

        public static string OrdreDuJour(Guid seance) => $"/comite/seances/{seance}/ordre-du-jour";

        public static string Ouverture(Guid seance) => $"/comite/seances/{seance}/ouverture";

        public static string Point(Guid seance, string numero) => $"/comite/seances/{seance}/points/{numero}";

        public static string ARevoir(Guid seance, string numero) => $"/comite/seances/{seance}/points/{numero}/a-revoir";

        public static string Accord(Guid seance, string numero) => $"/comite/seances/{seance}/points/{numero}/accord";

        public static string Proposition(Guid seance, string numero) => $"/comite/seances/{seance}/points/{numero}/proposition";

        public static string Refus(Guid seance, string numero) => $"/comite/seances/{seance}/points/{numero}/refus";

        public static string Presences(Guid seance) => $"/comite/seances/{seance}/presences";

        public static string ProcesVerbal(Guid seance) => $"/comite/seances/{seance}/proces-verbal.pdf";

        public static string Rapporteur(Guid seance) => $"/comite/seances/{seance}/rapporteur";

        public static string Releve(Guid seance) => $"/comite/seances/{seance}/releve.pdf";

        public static string Retrait(Guid seance) => $"/comite/seances/{seance}/retrait";

        public static string Edition(Guid seance, string papier) => $"/comite/seances/{seance}/{papier}.pdf";
    }

    /// <summary>Lists that one keeps.</summary>
    public static class Vues
    {
        public const string Liste = "/instruction/vues";

        public static string Suppression(Guid vue) => $"/instruction/vues/{vue}/suppression";
    }
}
