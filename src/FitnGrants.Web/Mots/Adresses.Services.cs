namespace FitnGrants.Web.Mots;

/// <summary>Those of the services: instruction, sessions, administration.</summary>
public static partial class Adresses
{
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

    /// <summary>What was written, and whether it left.</summary>
    public static class CourrielsEnvoyes
    {
        public const string Liste = "/administration/courriels";

        public static string Un(Guid courriel) => $"/administration/courriels/{courriel}";

        public static string Renvoi(Guid courriel) => $"/administration/courriels/{courriel}/renvoi";
    }

    public static class Decisions
    {
        public static string Notification(Guid decision) => $"/comite/decisions/{decision}/notification";

        public static string Rectification(Guid decision) => $"/comite/decisions/{decision}/rectification";
    }

    public static class Delegations
    {
        public const string Liste = "/instruction/delegations";

        public static string Cloture(Guid delegation) => $"/instruction/delegations/{delegation}/cloture";
    }

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

        public static string Lettres(string numero) => $"/instruction/{numero}/lettres";

        public static string Prorogation(string numero) => $"/instruction/{numero}/prorogation";

        public static string SignatureDUneLettre(string numero, string reference) => $"/instruction/{numero}/lettres/{reference}/signature";

        public static string EnvoiDUneLettre(string numero, string reference) => $"/instruction/{numero}/lettres/{reference}/envoi";

        public static string ReceptionDUneLettre(string numero, string reference) => $"/instruction/{numero}/lettres/{reference}/reception";

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

    public static class Lots
    {
        public const string Liste = "/instruction/lots";

        public static string Un(Guid lot) => $"/instruction/lots/{lot}";

        public static string Annulation(Guid lot) => $"/instruction/lots/{lot}/annulation";

        public static string Avancement(Guid lot) => $"/instruction/lots/{lot}/avancement";

        public static string Lancement(Guid lot) => $"/instruction/lots/{lot}/lancement";
    }

    public static class Referentiel
    {
        public const string Liste = "/administration/referentiel";
        public const string Import = "/administration/referentiel/import";
        public const string Successions = "/administration/referentiel/successions";
    }

    public static class ReglementsPublies
    {
        public const string Liste = "/administration/reglements";

        public static string Dispositif(string code) => $"/administration/reglements/{code}";

        public static string Nouvelle(string code) => $"/administration/reglements/{code}/nouvelle";

        public static string Publication(string code) => $"/administration/reglements/{code}/nouvelle/publication";

        public static string Version(string code, string version) => $"/administration/reglements/{code}/{version}";
    }

    /// <summary>Sessions, their points and their papers.</summary>
    /// <summary>What a calendar follows.</summary>
    public static class Agenda
    {
        public const string Page = "/comite/agenda";
        public const string Fermeture = "/comite/agenda/fermeture";

        public static string Fichier(string jeton) => $"/agenda/{jeton}.ics";
    }

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

        /// <summary>The letters of its decisions, from their edition to their reception.</summary>
        public static string Lettres(Guid seance) => $"/comite/seances/{seance}/lettres";

        public static string Lettre(Guid seance, string decision) => $"/comite/seances/{seance}/lettres/{decision}/lettre.pdf";

        public static string EditionDesLettres(Guid seance) => $"/comite/seances/{seance}/lettres/edition";

        public static string EnvoisDesLettres(Guid seance) => $"/comite/seances/{seance}/lettres/envois";

        public static string ImpressionDesLettres(Guid seance) => $"/comite/seances/{seance}/lettres/impression.pdf";

        public static string ArchiveDesLettres(Guid seance) => $"/comite/seances/{seance}/lettres/archive.zip";

        public static string SignaturesDesLettres(Guid seance) => $"/comite/seances/{seance}/lettres/signatures";

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

        public static string ProcesVerbalSigne(Guid seance) => $"/comite/seances/{seance}/proces-verbal-signe.pdf";

        public static string SignatureDuProcesVerbal(Guid seance) => $"/comite/seances/{seance}/tenue/signature";

        public static string Tenue(Guid seance) => $"/comite/seances/{seance}/tenue";

        public static string Presences(Guid seance) => $"/comite/seances/{seance}/presences";

        public static string ProcesVerbal(Guid seance) => $"/comite/seances/{seance}/proces-verbal.pdf";

        public static string Rapporteur(Guid seance) => $"/comite/seances/{seance}/rapporteur";

        public static string Releve(Guid seance) => $"/comite/seances/{seance}/releve.pdf";

        public static string Retrait(Guid seance) => $"/comite/seances/{seance}/retrait";

        public static string Edition(Guid seance, string papier) => $"/comite/seances/{seance}/{papier}.pdf";
    }

    public static class Vues
    {
        public const string Liste = "/instruction/vues";

        public static string Suppression(Guid vue) => $"/instruction/vues/{vue}/suppression";
    }

    /// <summary>What services say of themselves on their documents, and who signs for them.</summary>
    public static class ServicesEmetteurs
    {
        public const string Liste = "/administration/services";

        public static string Un(string code) => $"/administration/services/{code}";

        public static string Signataires(string code) => $"/administration/services/{code}/signataires";

        public static string Modele(string code, string nature) => $"/administration/services/{code}/modeles/{nature}";

        public static string Fin(string code, Guid signataire) => $"/administration/services/{code}/signataires/{signataire}/fin";
    }
}
