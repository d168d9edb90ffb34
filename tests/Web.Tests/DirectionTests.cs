using System.Text.RegularExpressions;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests;

/// <summary>Style sheets say start and end, so that the layout turns round with the language. Only the body map has a left and a right: the person's own.</summary>
public sealed partial class DirectionTests
{
    static readonly string Root = Path.Combine(KnowledgeFolder.Find(AppContext.BaseDirectory)!, "..", "src", "Web", "wwwroot");

    public static TheoryData<string> Sheets => [.. Directory.EnumerateFiles(Root, "*.css").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_style_sheet_knows_no_left_and_right(string sheet) => Assert.Empty(Physical(File.ReadAllText(Path.Combine(Root, sheet))));

    [Theory]
    [InlineData(".a { margin-left: 1rem; }", 1)]
    [InlineData(".a { text-align: right }", 1)]
    [InlineData(".a { left: 0; }", 1)]
    [InlineData(".a { padding: 1px 2px 3px 4px; }", 1)]
    [InlineData(".a { padding: 1px 2px 3px 2px; inset: 0 auto auto; margin: calc(1px + 2px) 3px; }", 0)]
    [InlineData(".bodymap .a { left: 0; }", 0)]
    [InlineData("use[href$=\"#i-left\"] { margin-inline-start: 1px; }", 0)]
    public void The_search_finds_what_it_should(string css, int hits) => Assert.Equal(hits, Physical(css).Count());

    static IEnumerable<string> Physical(string css)
    {
        css = BodyMap().Replace(Comments().Replace(css, ""), "");
        foreach (Match hit in Words().Matches(css)) yield return hit.Value;
        foreach (Match sides in Sides().Matches(css))
        {
            var values = Values().Matches(sides.Groups[1].Value).Select(value => value.Value).ToArray();
            if (values.Length == 4 && values[1] != values[3]) yield return sides.Value;
        }
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>A rule of the map with the rules nested in it.</summary>
    [GeneratedRegex(@"\.bodymap\b[^{}]*\{(?>[^{}]+|\{(?<open>)|\}(?<-open>))*(?(open)(?!))\}")]
    private static partial Regex BodyMap();

    [GeneratedRegex(@"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right)|(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*([^;}]+)")]
    private static partial Regex Sides();

    [GeneratedRegex(@"(?:[^\s()]+|\((?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\))+")]
    private static partial Regex Values();
}
