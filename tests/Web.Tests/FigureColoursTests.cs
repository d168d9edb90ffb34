using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Figure.Drawing;

namespace Mainstay.Web.Tests;

/// <summary>Drawings that stand alone have their colours from a palette; the figure in the browser and the page's drawings have theirs from the style
/// sheet. A person must not change their clothes between the two.</summary>
public sealed partial class FigureColoursTests
{
    static readonly string[] Same = ["skin", "shorts", "socks", "hair", "mat", "wood", "wall", "ball", "strap", "screen", "weight"];

    [Fact]
    public void The_figure_in_the_browser_wears_what_the_drawings_wear()
    {
        var tokens = Tokens(Sheet("figure.css"));
        foreach (var name in Same) Assert.Equal((name, Palette.Ink.Fills[name], Palette.InkDark.Fills[name]), (name, tokens[name].Light, tokens[name].Dark));
        Assert.Equal((Palette.Ink.Fills["cushion"], Palette.InkDark.Fills["cushion"]), (tokens["soft"].Light, tokens["soft"].Dark));
    }

    [Fact]
    public void Muscles_are_the_same_gold_with_the_same_edge_in_both()
    {
        var sheet = Sheet("figure.css");
        Assert.Contains("--figure-target: var(--rope);", sheet, StringComparison.Ordinal);
        Assert.Contains($"--figure-target-edge: {Palette.Ink.Edge};", sheet, StringComparison.Ordinal);
        Assert.Contains($"--figure-fibre: {Palette.Ink.Fibre};", sheet, StringComparison.Ordinal);
        Assert.Equal(Palette.Ink.Edge, Palette.InkDark.Edge);
        var rope = Rope().Match(string.Concat(Directory.GetFiles(Folder(), "*.css").Select(File.ReadAllText)));
        Assert.Equal((Palette.Ink.Accent, Palette.InkDark.Accent), (rope.Groups[1].Value, rope.Groups[2].Value));
    }

    [Fact]
    public void The_body_page_takes_its_colours_from_the_figure() => Assert.DoesNotMatch(Colour(), Sheet("body.css"));

    static Dictionary<string, (string Light, string Dark)> Tokens(string sheet) =>
        Token().Matches(sheet).ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    static string Sheet(string name) => File.ReadAllText(Path.Combine(Folder(), name));

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Web", "wwwroot");

    [GeneratedRegex(@"--figure-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Token();

    [GeneratedRegex(@"--rope:\s+light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Rope();

    [GeneratedRegex("#[0-9a-fA-F]{3,8}\\b")]
    private static partial Regex Colour();
}
