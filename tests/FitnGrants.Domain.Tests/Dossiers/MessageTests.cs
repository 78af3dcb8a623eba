using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class MessageTests
{
    private static readonly DateTimeOffset Juin = Quand.Le(2021, 6, 1);

    [Fact]
    public void Un_message_garde_qui_quand_et_quoi_et_le_journal_ne_garde_que_qui()
    {
        var dossier = UnDossier.EnInstruction();
        var message = Message.Ecrire(dossier, "  Bonjour  ", duService: true, UnDossier.Instructeur, Juin);
        Assert.Equal(
            (dossier.Id, "Bonjour", UnDossier.Instructeur.Fonction, true, Juin),
            (message.DossierId, message.Texte, message.Par, message.DuService, message.Le)
        );
        Assert.Equal(
            $"Message EcrireMessage : – → – [dossier={dossier.Id}, par={UnDossier.Instructeur.Fonction}]".Replace('’', '\''),
            Assert.Single(Journal.Lignes(message))
        );
    }

    [Fact]
    public void Personne_ne_suit_un_brouillon() =>
        Assert.Contains(
            "pas encore déposé",
            Assert
                .Throws<ActeImpossibleException>(() =>
                    Message.Ecrire(UnDossier.Brouillon(), "Bonjour", duService: false, UnDossier.Representant, Juin)
                )
                .Message,
            StringComparison.Ordinal
        );
}
