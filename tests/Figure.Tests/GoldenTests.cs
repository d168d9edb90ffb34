using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Figure.Drawing;

namespace Mainstay.Figure.Tests;

/// <summary>A few drawings as they are meant to be, committed, so that a change of how people are drawn is seen in a review. To write them anew:
/// MAINSTAY_WRITE_DRAWINGS=1.</summary>
public sealed partial class GoldenTests
{
    /// <summary>In units of the drawing, 400 a metre: another processor may round otherwise.</summary>
    const double Most = 1.5;

    [Theory]
    [InlineData("standing-front", "man", 0, "front", "psoas")]
    [InlineData("squat-side", "woman", 1, "side", "gluteus-maximus")]
    [InlineData("kneeling-side", "heavy-man", 3, "side", "back")]
    [InlineData("leg-raised-side", "heavy-woman", 4, "side", "hamstrings_r")]
    public void A_drawing_is_as_it_was(string name, string build, int pose, string view, string target)
    {
        var skin = Drawn.Builds.Of(build, Drawn.Reference);
        Same(name, FigureDrawing.Svg(skin, Drawn.Frames(Drawn.Reference, Drawn.Poses[pose]), [], [new(target)], view));
    }

    [Fact]
    public void The_spine_and_the_ropes_are_as_they_were()
    {
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        var inside = InsideDrawing.Of(skin, Drawn.Frames(Drawn.Reference, Drawn.Poses[3]), [], "side");
        Same("inside-kneeling-side", inside.Svg(new Dictionary<string, double> { ["il-l1-r"] = 0.4, ["psoas-1-r"] = 0.9, ["semimembranosus-r"] = 0.2, ["semimembranosus-l"] = 1 }, [0.2, 0.4, 0.6, 0.8, 1, 0]));
    }

    [Fact]
    public void Only_ropes_that_pull_and_of_a_side_view_only_the_near_ones_are_drawn()
    {
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        var inside = InsideDrawing.Of(skin, Drawn.Frames(Drawn.Reference, Drawn.Poses[0]), [], "side");
        int Ropes(params (string, double)[] pulls) => Regex.Count(inside.Svg(pulls.ToDictionary(one => one.Item1, one => one.Item2), []), "mi-rope");
        Assert.Equal(0, Ropes());
        Assert.Equal(1, Ropes(("semimembranosus-r", 0.5)));
        Assert.Equal(0, Ropes(("semimembranosus-l", 0.5)));
        Assert.Equal(0, Ropes(("semimembranosus-r", 0.005)));
        Assert.Equal(6, Regex.Count(inside.Svg(new Dictionary<string, double>(), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]), "mi-load"));
    }

    static void Same(string name, string svg)
    {
        var file = Path.Combine(Folder(), $"{name}.svg");
        if (Environment.GetEnvironmentVariable("MAINSTAY_WRITE_DRAWINGS") == "1") File.WriteAllText(file, Rounded(svg) + "\n");
        Assert.True(File.Exists(file), $"{name}.svg is not there; write it with MAINSTAY_WRITE_DRAWINGS=1");
        var (was, now) = (File.ReadAllText(file).TrimEnd(), Rounded(svg));
        Assert.True(Number().Replace(was, "#") == Number().Replace(now, "#"), $"{name}.svg has other shapes than it had. If that is meant, write it anew with MAINSTAY_WRITE_DRAWINGS=1 and look at it");
        foreach (var (before, after) in Numbers(was).Zip(Numbers(now)))
            Assert.True(Math.Abs(before - after) <= Most, $"{name}.svg has moved: {before} is now {after}. If that is meant, write it anew with MAINSTAY_WRITE_DRAWINGS=1 and look at it");
    }

    static string Rounded(string svg) => Number().Replace(svg.Replace("><", ">\n<", StringComparison.Ordinal), number => Math.Round(double.Parse(number.Value, CultureInfo.InvariantCulture), 1).ToString(CultureInfo.InvariantCulture));

    static IEnumerable<double> Numbers(string svg) => Number().Matches(svg).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture));

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Drawings");

    [GeneratedRegex(@"-?\d*\.?\d+")]
    private static partial Regex Number();
}
