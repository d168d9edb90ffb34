namespace Mainstay.Knowledge.Checking;

/// <param name="Grade">Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid et al. 1975).</param>
public readonly record struct ReadingLevel(int Words, int Sentences, int Syllables)
{
    public double WordsPerSentence => (double)Words / Sentences;
    public double Grade => Words == 0 ? 0 : 0.39 * WordsPerSentence + 11.8 * Syllables / Words - 15.59;
}

/// <summary>Measures how hard an English text is to read.</summary>
/// <param name="easy">Words and phrases, lower case, whose words count one syllable each.</param>
public sealed class Readability(IEnumerable<string> easy)
{
    readonly HashSet<string> easyWords = [.. easy.SelectMany(phrase => Tokens(phrase.ToLowerInvariant()).Select(token => token.Word))];

    public ReadingLevel Measure(string text)
    {
        var (words, sentences, syllables) = (0, 0, 0);
        var open = false;
        foreach (var (word, ends) in Tokens(text))
        {
            words++;
            syllables += Count(word);
            open = !ends;
            if (ends) sentences++;
        }
        return new ReadingLevel(words, Math.Max(1, sentences + (open ? 1 : 0)), syllables);
    }

    /// <summary>Up to three words that cost the most.</summary>
    public IEnumerable<string> Hardest(string text) => Tokens(text).Select(token => token.Word.ToLowerInvariant()).Distinct()
        .Select(word => (word, count: Count(word))).Where(pair => pair.count > 2).OrderByDescending(pair => pair.count).Take(3)
        .Select(pair => pair.word);

    int Count(string word) => easyWords.Contains(word.ToLowerInvariant()) ? 1 : Syllables.Count(word);

    static bool Inner(string text, int at) =>
        text[at] is '\'' or '’' or '.' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>Words (letters, digits and inner apostrophes), and whether a sentence ends after each. A line end ends a sentence;
    /// a point between digits does not.</summary>
    static IEnumerable<(string Word, bool Ends)> Tokens(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || Inner(text, i))) i++;
            var word = text[start..i];
            var ends = false;
            while (i < text.Length && !char.IsLetterOrDigit(text[i])) ends |= text[i++] is '.' or '!' or '?' or '\n' or '…';
            yield return (word, ends || i == text.Length);
        }
    }
}
