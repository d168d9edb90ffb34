using System.Collections.Frozen;

namespace Mainstay.Knowledge.Checking;

/// <summary>Counts the syllables of an English word: groups of vowels, less silent endings, with the common exceptions by name.</summary>
public static class Syllables
{
    static readonly FrozenDictionary<string, int> Exceptions = new Dictionary<string, int>
    {
        ["area"] = 3, ["areas"] = 3, ["idea"] = 3, ["ideas"] = 3, ["being"] = 2, ["doing"] = 2, ["going"] = 2, ["seeing"] = 2, ["create"] = 2, ["creates"] = 2,
        ["diet"] = 2, ["diets"] = 2, ["quiet"] = 2, ["science"] = 2, ["lion"] = 2, ["trial"] = 2, ["trials"] = 2, ["via"] = 2, ["real"] = 1, ["really"] = 2,
        ["people"] = 2, ["every"] = 2, ["everyday"] = 3, ["everyone"] = 3, ["everything"] = 3, ["sometimes"] = 2, ["something"] = 2, ["someone"] = 2, ["somewhere"] = 2,
        ["maybe"] = 2, ["evening"] = 2, ["lifetime"] = 2, ["homemade"] = 2, ["safety"] = 2, ["movement"] = 2, ["movements"] = 2, ["muscle"] = 2, ["muscles"] = 2,
        ["hours"] = 1, ["hour"] = 1, ["our"] = 1, ["fire"] = 1, ["tired"] = 1, ["poem"] = 2, ["heard"] = 1, ["business"] = 2, ["different"] = 2, ["several"] = 2,
        ["usually"] = 3, ["usual"] = 2, ["casual"] = 2, ["gradual"] = 3, ["gradually"] = 4, ["actually"] = 4, ["period"] = 3, ["periods"] = 3, ["serious"] = 3,
        ["physio"] = 3, ["anxious"] = 2, ["medicine"] = 3, ["vegetable"] = 4, ["comfortable"] = 4, ["recipe"] = 3, ["giant"] = 2, ["react"] = 2, ["client"] = 2,
        ["reality"] = 4, ["aches"] = 1, ["ache"] = 1, ["headache"] = 2, ["headaches"] = 2, ["backache"] = 2, ["toes"] = 1, ["shoes"] = 1, ["does"] = 1, ["goes"] = 1,
        ["eyes"] = 1, ["eye"] = 1, ["moves"] = 1, ["lives"] = 1, ["radio"] = 3, ["video"] = 3, ["ratio"] = 3, ["studio"] = 3, ["cardio"] = 3, ["heel"] = 1, ["used"] = 1,
        ["naked"] = 2, ["hundred"] = 2, ["sacred"] = 2, ["forehead"] = 2, ["therefore"] = 2, ["likely"] = 2, ["barely"] = 2, ["nobody"] = 3, ["anyone"] = 3,
        ["whole"] = 1, ["bowel"] = 2, ["towel"] = 2, ["towels"] = 2, ["vowel"] = 2, ["forearm"] = 2, ["forearms"] = 2, ["therapy"] = 3, ["pelvis"] = 2,
    }.ToFrozenDictionary();

    /// <summary>1 or more. A number counts as one syllable: its digits are read at a glance.</summary>
    public static int Count(string word)
    {
        var letters = new string([.. word.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
        if (letters.Length <= 3)
            return letters is "age" or "use" or "" ? 1 : Math.Max(1, Groups(letters) - (letters.EndsWith('e') && Groups(letters) > 1 ? 1 : 0));
        if (Exceptions.TryGetValue(letters, out var known)) return known;
        return Math.Max(1, Groups(letters) - SilentEnding(letters) + Split(letters));
    }

    static int Groups(string word)
    {
        var (count, inside) = (0, false);
        foreach (var letter in word)
        {
            var vowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            if (vowel && !inside) count++;
            inside = vowel;
        }
        return count;
    }

    static bool Vowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>make, makes, baked: the e is silent. table, wanted, faces: it is not.</summary>
    static int SilentEnding(string word)
    {
        var stem = word;
        foreach (var suffix in (string[])["ly", "ment", "ments", "less", "ful", "ness"])
            if (word.Length > suffix.Length + 3 && word.EndsWith(suffix, StringComparison.Ordinal) && word[^(suffix.Length + 1)] == 'e')
                stem = word[..^suffix.Length];
        if (stem.EndsWith("ed", StringComparison.Ordinal) && !Vowel(stem[^3]))
            return stem[^3] is 't' or 'd' || (stem[^3] is 'l' && !Vowel(stem[^4]) && stem[^4] != 'l') ? 0 : 1;
        if (stem.EndsWith("es", StringComparison.Ordinal) && !Vowel(stem[^3]))
            return stem[^3] is 's' or 'x' or 'z' or 'c' or 'g' || stem[^4..^2] is "ch" or "sh"
                || (stem[^3] is 'l' && !Vowel(stem[^4])) ? 0 : 1;
        if (stem[^1] == 'e' && !Vowel(stem[^2])) return stem[^2] == 'l' && !Vowel(stem[^3]) ? 0 : 1;
        return 0;
    }

    /// <summary>Neighbouring vowels that are two syllables: di-alogue, ra-di-o, flu-id, mus-cu-lar needs none; but sta-tion, spe-cial are
    /// one.</summary>
    static int Split(string word)
    {
        var extra = 0;
        for (var i = 0; i + 1 < word.Length; i++)
        {
            var pair = (word[i], word[i + 1]);
            var before = i > 0 ? word[i - 1] : ' ';
            extra += pair switch
            {
                ('i', 'a') when before is not ('t' or 'c' or 's' or 'r') || i + 2 == word.Length => 1,
                ('i', 'a') when before is 'r' && !(i + 3 < word.Length && word[i + 2] == 'g') => 1,
                ('i', 'o') when before is not ('t' or 's' or 'c' or 'g' or 'x' or 'n' or 'l') || i + 2 == word.Length
                    || word[i + 2] is not ('n' or 'u') => 1,
                ('i', 'u') => 1,
                ('e', 'o') when i > 0 && before is not ('p' or 'g') => 1,
                ('u', 'o') when before is not 'q' => 1,
                ('u', 'a') when before is not ('q' or 'g' or 's') => 1,
                ('y', 'i') => 1,
                _ => 0,
            };
        }
        return extra;
    }
}
