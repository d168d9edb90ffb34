using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Figure.Drawing;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Tests;

/// <summary>Every motion, and every variant, at a glance, as it is meant to be: committed, so that a change of a pose or of how people are drawn
/// is seen in a review. To write them anew: MAINSTAY_WRITE_DRAWINGS=1; then look at them.</summary>
public sealed partial class DrawnMovesTests
{
    /// <summary>In units of the drawing, 400 a metre: another processor may round otherwise.</summary>
    const double Most = 4;
    /// <summary>As on cards: what is finer says nothing about the pose.</summary>
    static readonly DrawingOptions Options = new() { Pixel = 0.006 };

    [Fact]
    public void Every_move_looks_as_it_did()
    {
        var skin = Reference.Skin(Shipped.Anatomy);
        var moves = Shipped.Library.Motions.SelectMany(motion => motion.Variants.Prepend(null).Select(variant => (Motion: motion, Variant: variant))).ToArray();
        var drawn = new string[moves.Length];
        Parallel.For(0, moves.Length, k => drawn[k] = Rounded(MotionDrawings.Of(moves[k].Motion, skin, [Chief(moves[k].Motion, moves[k].Variant)], options: Options, variant: moves[k].Variant)[0]));
        var names = moves.Select(move => move.Variant is null ? move.Motion.Id : $"{move.Motion.Id}~{move.Variant.Id}").ToArray();
        if (Environment.GetEnvironmentVariable("MAINSTAY_WRITE_DRAWINGS") == "1") Write(names, drawn);
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(Folder(), "*.svg").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
        var other = names.Zip(drawn).Where(one => !Same(File.ReadAllText(File_(one.First)), one.Second)).Select(one => one.First).ToArray();
        Assert.True(other.Length == 0, $"These look other than they did: {string.Join(", ", other)}. If that is meant, write them anew with MAINSTAY_WRITE_DRAWINGS=1 and look at them");
    }

    [Fact]
    public void Eyes_are_open_but_where_one_lies_and_rests()
    {
        var skin = Reference.Skin(Shipped.Anatomy);
        bool Open(string id) => MotionDrawings.All(Shipped.Motion(id), skin, "top", Options).Concat(MotionDrawings.All(Shipped.Motion(id), skin, "front", Options)).Any(svg => svg.Contains("mf-eye", StringComparison.Ordinal));
        Assert.True(Open("sit-upright"));
        Assert.True(Open("pelvic-bridge"));
        Assert.False(Open("body-scan"));
        Assert.False(Open("lie-on-back"));
    }

    static string Chief(Motion motion, MotionVariant? variant) => MotionDrawings.Chief(motion with { Steps = variant?.Steps ?? motion.Steps });

    static void Write(string[] names, string[] drawn)
    {
        foreach (var old in Directory.GetFiles(Folder(), "*.svg")) File.Delete(old);
        foreach (var (name, svg) in names.Zip(drawn)) File.WriteAllText(File_(name), svg);
    }

    static bool Same(string was, string now)
    {
        double[] Numbers(string svg) => [.. Number().Matches(svg).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture))];
        return Number().Replace(was, "#") == Number().Replace(now, "#") && Numbers(was).Zip(Numbers(now)).All(pair => Math.Abs(pair.First - pair.Second) <= Most);
    }

    /// <summary>A number a blank, so that each can be told from the next.</summary>
    static string Rounded(string svg) =>
        Number().Replace(svg.Replace("><", ">\n<", StringComparison.Ordinal), number => " " + Math.Round(double.Parse(number.Value, CultureInfo.InvariantCulture), 1).ToString(CultureInfo.InvariantCulture)) + "\n";

    static string File_(string name) => Path.Combine(Folder(), $"{name}.svg");

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Drawings");

    [GeneratedRegex(@"-?\d*\.?\d+")]
    private static partial Regex Number();
}
