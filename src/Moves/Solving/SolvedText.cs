using System.Globalization;
using System.Text;
using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Solving;

/// <summary>Puts solved angles at the end of a motion's file, in place of those that were there. What the author wrote stays as it is.</summary>
public static class SolvedText
{
    const string Heading = "# Below: written by `mainstay moves solve`.";

    public static string Replace(string text, IReadOnlyList<(MotionVariant? Variant, Solved Solved)> solved)
    {
        var end = text.IndexOf("\n" + Heading, StringComparison.Ordinal);
        if (end < 0) end = text.IndexOf("\nsolved:", StringComparison.Ordinal);
        var into = new StringBuilder(end < 0 ? text.TrimEnd() : text[..end].TrimEnd());
        into.Append('\n').Append(Heading).Append('\n');
        into.Append("solved:\n");
        foreach (var (variant, one) in solved) Append(into, variant?.Id, one);
        return into.ToString();
    }

    static void Append(StringBuilder into, string? variant, Solved solved)
    {
        void Line(string text) => into.Append(text).Append('\n');
        Line($"  - stamp: {solved.Stamp}");
        if (variant is not null) Line($"    variant: {variant}");
        Line("    poses:");
        foreach (var pose in solved.Poses)
            Line($"      - {{id: {pose.Id}, angles: {{{string.Join(", ", pose.Angles.Select(angle => $"{angle.Name}: {Number(angle.Value)}"))}}}}}");
        if (solved.Ways.IsEmpty) return;
        Line("    ways:");
        foreach (var way in solved.Ways)
        {
            Line($"      - from: {way.From}");
            Line($"        to: {way.To}");
            Line($"        names: [{string.Join(", ", way.Names)}]");
            Line("        at:");
            foreach (var row in way.At) Line($"          - [{string.Join(", ", row.Select(Number))}]");
        }
    }

    static string Number(double value) => (value == 0 ? 0 : value).ToString("0.####", CultureInfo.InvariantCulture);
}
