using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class NoteTests
{
    private static readonly Acteur Labo = UnDossier.Qui("Ti Lab, laboratoire", Role.Labo);
    private static readonly DateTimeOffset Instant = Quand.Le(2021, 7, 2);

    public static TheoryData<EtatDossier> Autres => [.. Enum.GetValues<EtatDossier>().Where(e => e != EtatDossier.EnReconstruction)];

    [Fact]
    public void Une_note_aide_un_dossier_que_son_porteur_reprend_et_le_journal_le_dit()
    {
        var dossier = UnDossier.A(EtatDossier.EnReconstruction);

        var note = Note.Ecrire(dossier, " Rapprochez-vous de Rennes. ", Labo, Instant);

        Assert.Equal(
            (dossier.Id, "Rapprochez-vous de Rennes.", "Ti Lab, laboratoire", Instant),
            (note.DossierId, note.Texte, note.Par, note.Le)
        );
        Assert.Equal($"Note Accompagner : – → – [dossier={dossier.Id}, par=Ti Lab, laboratoire]", Journal.Lignes(note).Single());
    }

    [Theory]
    [MemberData(nameof(Autres))]
    public void Un_dossier_qui_n_est_pas_repris_n_en_reçoit_pas(EtatDossier etat) =>
        Assert.StartsWith(
            Francais.Typographier("Action impossible : ce dossier n’est pas en train"),
            Assert.Throws<ActeImpossibleException>(() => Note.Ecrire(UnDossier.A(etat), "Note", Labo, Instant)).Message
        );

    [Fact]
    public void Une_décision_que_le_porteur_ne_connaît_pas_n_en_appelle_pas() =>
        Assert.Throws<ActeImpossibleException>(() =>
            Note.Ecrire(UnDossier.DecideNonNotifie(UneSeance.ARevoir()).Dossier, "Note", Labo, Instant)
        );
}
