using System.Text;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Texts;

namespace Mainstay.Web.Tests.Texts;

/// <summary>knowledge/texts/en lists what the app says. It is what a translator copies, and what reading age and frightening words are measured on.
/// With MAINSTAY_WRITE_TEXTS=1 the first test writes the lists anew instead.</summary>
public sealed class PhrasebookTests
{
    static readonly string Knowledge = KnowledgeFolder.Find(AppContext.BaseDirectory)!;

    const string Pages = "pages.yaml";

    [Theory]
    [InlineData(Pages)]
    [InlineData(PhrasebookLoader.LetterFile)]
    public void The_English_list_holds_exactly_the_phrases_of_the_source(string name)
    {
        var path = Path.Combine(Knowledge, "texts", "en", name);
        var expected = Written(name);
        if (Environment.GetEnvironmentVariable("MAINSTAY_WRITE_TEXTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }
        var (now, then) = (File.ReadAllLines(path), expected.TrimEnd('\n').Split('\n'));
        Assert.True(now.SequenceEqual(then), $"""
            {path} is not in step with the source. Write it anew: MAINSTAY_WRITE_TEXTS=1 dotnet test tests/Web.Tests --filter PhrasebookTests
            New: {string.Join(" | ", then.Except(now).Take(8))}
            Gone: {string.Join(" | ", now.Except(then).Take(8))}
            """);
    }

    static string Written(string name)
    {
        var text = new StringBuilder(name == Pages
            ? "# What the pages say, by page. To translate: copy this folder (texts/en to texts/de, say) and write your words after each colon.\n"
              + "# A word in braces is filled in by the app: keep it as it is, in any place. Where a phrase counts, give the forms of your language.\n"
            : "# What only the letter for a professional says. Its terms are a professional's.\n");
        foreach (var file in PhraseList.Read().Where(phrase => PhraseList.IsLetter(phrase.File) == (name != Pages)).GroupBy(phrase => phrase.File))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n# {file.Key}\n");
            foreach (var phrase in file)
                text.Append(phrase.One is null ? $"{Quoted(phrase.English)}: {Quoted(phrase.English)}\n"
                    : $"{Quoted(phrase.English)}:\n  one: {Quoted(phrase.One)}\n  other: {Quoted(phrase.English)}\n");
        }
        return text.ToString();
    }

    static string Quoted(string phrase) => $"\"{phrase.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [Fact]
    public void Every_language_is_whole_and_every_English_phrase_is_easy_and_frightens_nobody()
    {
        var files = KnowledgeFolder.Read(Knowledge);
        var result = PhrasebookLoader.Check(files, LibraryLoader.WordsOf(files)!);
        Assert.True(result.Errors.IsEmpty, string.Join('\n', result.Errors));
        Assert.True(result.Books[0].Wordings.Count > 300);
    }

    [Fact]
    public void Holes_have_names_and_each_stands_once()
    {
        foreach (var phrase in PhraseList.Read())
        {
            var holes = Holes.Of(phrase.English);
            Assert.All(holes, hole => Assert.Matches("^[a-z]+$", hole));
            Assert.Equal(holes.Distinct(), holes);
            if (phrase.One is not null) Assert.Equal(holes, Holes.Of(phrase.One));
        }
    }

    [Theory]
    [InlineData("""@T("Today") @T(x switch { "yes" => "Yes", _ => "Not sure" })""", "Today", "Yes", "Not sure")]
    [InlineData("""T(view == "back" ? "Left" : "Right")""", "Left", "Right")]
    [InlineData("""T("Seen on {day} by {who}.", Phrases.Date(on), "the \"nurse\"")""", "Seen on {day} by {who}.")]
    [InlineData("""Title="@T("A, b (c)")" other("no") new("/me", N("Me"))""", "A, b (c)", "Me")]
    [InlineData("""say.Count(Of("x"), "{n} day", "{n} days")""", "{n} days")]
    public void The_list_finds_what_is_said_and_nothing_else(string source, params string[] phrases) =>
        Assert.Equal(phrases, PhraseList.InSource("x", source).Select(phrase => phrase.English));
}
