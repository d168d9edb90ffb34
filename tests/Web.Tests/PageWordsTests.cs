using System.Text.RegularExpressions;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Checking;
using YamlDotNet.Serialization;

namespace Mainstay.Web.Tests;

/// <summary>The app's own sentences are held to the same measure as the knowledge. The letter is written for professionals and left out.</summary>
public sealed partial class PageWordsTests
{
    const double HighestGrade = 6;
    const int FewestWords = 10;

    static readonly string Web = Path.Combine(KnowledgeFolder.Find(AppContext.BaseDirectory)!, "..", "src", "Web");

    static readonly Words Words = Read();

    static Words Read()
    {
        var yaml = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<object>>>(File.ReadAllText(Path.Combine(KnowledgeFolder.Find(AppContext.BaseDirectory)!, "words.yaml")));
        return new()
        {
            Avoid = [.. yaml["avoid"].Cast<Dictionary<object, object>>().Select(word => new AvoidedWord
            {
                Word = (string)word["word"], Why = (string)word["why"], Instead = (string)word["instead"],
                Allow = word.TryGetValue("allow", out var allowed) ? [.. ((List<object>)allowed).Cast<string>()] : [],
            })],
            Easy = [.. yaml["easy"].Cast<string>()],
        };
    }

    public static TheoryData<string> Sources => [.. new[] { "*.razor", "*.cs" }
        .SelectMany(kind => Directory.EnumerateFiles(Web, kind, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Web, file).Replace('\\', '/'))
        .Where(file => !Built().IsMatch(file) && !Path.GetFileName(file).StartsWith("Letter", StringComparison.Ordinal) && !file.StartsWith("Letter/", StringComparison.Ordinal))
        .Where(file => Sentences(file).Length > 0).Order(StringComparer.Ordinal)];

    static string[] Sentences(string file) =>
        [.. Said().Matches(File.ReadAllText(Path.Combine(Web, file))).Select(said => Hole().Replace(said.Groups[1].Value, "9")).Where(said => said.Contains(' ', StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Sources))]
    public void What_a_page_says_is_easy_to_read_and_frightens_nobody(string file)
    {
        var text = string.Join('\n', Sentences(file));
        var readability = new Readability(Words.Easy);
        var level = readability.Measure(text);
        // A grade of two or three words says nothing.
        Assert.True(level.Words < FewestWords || level.Grade <= HighestGrade, $"Grade {level.Grade:0.0}: {string.Join(", ", readability.Hardest(text))}");
        Assert.Empty(new Nocebo(Words.Avoid).Find(text).Select(hit => hit.Found));
    }

    [GeneratedRegex("(?:\\bT|\\bSay)\\(\"((?:[^\"\\\\]|\\\\.)+)\"")]
    private static partial Regex Said();

    [GeneratedRegex("\\{\\d\\}")]
    private static partial Regex Hole();

    [GeneratedRegex("(^|/)(bin|obj|client)/")]
    private static partial Regex Built();
}
