using System.Text;

namespace FitnGrants.Web.Donnees;

/// <summary>One record of a CSV file.</summary>
/// <param name="Ligne">Line of the file where it begins, from 1.</param>
/// <param name="Champs">Its values, quotes removed.</param>
/// <param name="Faute">What breaks the format, and the rank of its value; null when nothing does.</param>
public sealed record EnregistrementCsv(int Ligne, IReadOnlyList<string> Champs, (int Rang, string Motif)? Faute);

/// <summary>Reads CSV as RFC 4180 writes it: quoted values may hold the separator, line ends and doubled quotes.</summary>
public sealed class LecteurCsv(string texte, char separateur)
{
    private int position;
    private int ligne = 1;

    /// <summary>The separator of a text, as its first line shows it: « ; » when there is one, else « , ».</summary>
    public static char Separateur(string texte)
    {
        var fin = texte.AsSpan().IndexOfAny('\r', '\n');
        return texte.AsSpan(0, fin < 0 ? texte.Length : fin).Contains(';') ? ';' : ',';
    }

    public IEnumerable<EnregistrementCsv> Lire()
    {
        while (position < texte.Length)
            yield return Enregistrement();
    }

    private EnregistrementCsv Enregistrement()
    {
        var (debut, champs, faute) = (ligne, new List<string>(), ((int, string)?)null);
        do
        {
            var (valeur, motif) = Est('"') ? EntreGuillemets() : Nue();
            if (motif is not null)
                faute ??= (champs.Count, motif);
            champs.Add(valeur);
        } while (Passer(separateur));
        FinDeLigne();
        return new EnregistrementCsv(debut, champs, faute);
    }

    private (string Valeur, string? Motif) Nue()
    {
        var debut = position;
        while (position < texte.Length && !EstUneFin())
            position++;
        var valeur = texte[debut..position];
        return (
            valeur,
            valeur.Contains('"', StringComparison.Ordinal)
                ? "un guillemet est au milieu de la valeur : entourez-la de guillemets et doublez-le."
                : null
        );
    }

    private (string Valeur, string? Motif) EntreGuillemets()
    {
        var valeur = new StringBuilder();
        position++;
        while (position < texte.Length)
        {
            if (!Est('"'))
            {
                Compter();
                valeur.Append(texte[position++]);
            }
            else if (++position < texte.Length && Est('"'))
                valeur.Append(texte[position++]);
            else
                return Nue().Valeur.Trim().Length == 0
                    ? (valeur.ToString(), null)
                    : (valeur.ToString(), "du texte suit le guillemet fermant.");
        }
        return (valeur.ToString(), "un guillemet est ouvert et jamais refermé : la suite du fichier n’a pas pu être lue.");
    }

    private bool Est(char c) => position < texte.Length && texte[position] == c;

    private bool EstUneFin() => texte[position] == separateur || texte[position] is '\r' or '\n';

    private bool Passer(char c)
    {
        if (!Est(c))
            return false;
        position++;
        return true;
    }

    private void FinDeLigne()
    {
        if (position == texte.Length)
            return;
        ligne++;
        if (!Passer('\r') || Est('\n'))
            position++;
    }

    /// <summary>A line end inside quotes counts as one, whether « \r\n », « \n » or « \r ».</summary>
    private void Compter()
    {
        if (Est('\n') || (Est('\r') && (position + 1 == texte.Length || texte[position + 1] != '\n')))
            ligne++;
    }
}
