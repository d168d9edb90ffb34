using System.Text.RegularExpressions;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests;

/// <summary>The app's own sentences are held to the same words as the knowledge.</summary>
public sealed partial class TextTests
{
    static readonly string Root = Path.GetDirectoryName(KnowledgeFolder.Find(AppContext.BaseDirectory)!)!;

    /// <summary>Every text in quotes that is said through T(…) or Say(…), and the texts of errors and messages.</summary>
    static IEnumerable<(string File, string Text)> Texts() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src", "Web"), "*", SearchOption.AllDirectories)
        where (file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from Match match in Quoted().Matches(File.ReadAllText(file))
        let text = match.Groups[1].Value
        where text.Contains(' ', StringComparison.Ordinal) && char.IsUpper(text[0]) && !text.Contains("SELECT", StringComparison.Ordinal)
        select (Path.GetFileName(file), text);

    [Fact]
    public void The_app_says_no_word_that_frightens()
    {
        var avoided = AvoidedWords().ToArray();
        Assert.True(avoided.Length >= 10, $"{avoided.Length} words were read from knowledge/words.yaml");
        var found = from one in Texts() from word in avoided
                    where Regex.IsMatch(one.Text, $@"\b{Regex.Escape(word.TrimEnd('*'))}{(word.EndsWith('*') ? @"\w*" : "")}\b", RegexOptions.IgnoreCase)
                        && !one.Text.Contains("eak evidence", StringComparison.Ordinal)
                    select $"{one.File}: “{word}” in “{one.Text}”";
        Assert.Empty(found);
    }

    [Fact]
    public void There_are_texts_to_look_at() => Assert.True(Texts().Count() > 200, $"{Texts().Count()} texts were found");

    /// <summary>A sentence of the app is short: a reader of twelve does not get lost in it.</summary>
    [Fact]
    public void No_sentence_of_the_app_has_more_than_twenty_five_words()
    {
        var found = from one in Texts()
                    from sentence in SentenceEnd().Split(one.Text)
                    let words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
                    where words > 25
                    select $"{one.File}: {words} words: {sentence}";
        Assert.Empty(found);
    }

    static IEnumerable<string> AvoidedWords() =>
        from line in File.ReadLines(Path.Combine(Root, "knowledge", "words.yaml"))
        let match = WordLine().Match(line)
        where match.Success
        select match.Groups[1].Value.Trim('"', '\'');

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"word:\s*([^,}]+)")]
    private static partial Regex WordLine();

    [GeneratedRegex(@"(?<=[.!?:])\s")]
    private static partial Regex SentenceEnd();
}
