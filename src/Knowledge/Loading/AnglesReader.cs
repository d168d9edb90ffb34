using System.Globalization;
using Mainstay.Body.Motions;

namespace Mainstay.Knowledge.Loading;

/// <summary>Named angles of a pose, each checked by name and range, so that a mistake is told with its own line.</summary>
sealed class AnglesReader : Reader
{
    public override object Empty => Angles.None;

    public override object? Read(Node node, Traces traces)
    {
        if (node is not Node.Mapping map)
        {
            traces.Error(node, $"is {node.Shown}; named angles are expected: {{hip_flexion: 80, knee_r_flexion: 10}}");
            return null;
        }
        var values = new List<(string, double)>();
        var whole = true;
        foreach (var entry in map.Entries)
        {
            if (Value(entry, traces) is { } value) values.Add((entry.Key, value));
            else whole = false;
        }
        return whole ? new Angles(values) : null;
    }

    static double? Value(Node.Entry entry, Traces traces)
    {
        void Error(string message) => traces.Errors.Add(new ContentError(entry.Value.File, entry.Line, message));
        if (PoseTerms.Of(entry.Key) is not [var term, ..])
        {
            Error($"'{entry.Key}' is not an angle{Near(entry.Key)}");
            return null;
        }
        if (entry.Value is not Node.Scalar { Quoted: false } scalar || !double.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Error($"'{entry.Key}' is {entry.Value.Shown}; a number of {(PoseTerms.IsMetres(term) ? "metres" : "degrees")} is expected");
            return null;
        }
        if (value >= PoseTerms.Min(term) && value <= PoseTerms.Max(term)) return value;
        var unit = PoseTerms.IsMetres(term) ? " m" : "°";
        Error(string.Create(CultureInfo.InvariantCulture, $"{entry.Key} of {value}{unit} is impossible; it goes from {PoseTerms.Min(term)}{unit} to {PoseTerms.Max(term)}{unit}"));
        return null;
    }

    /// <summary>Names of the same joint, else all joints.</summary>
    internal static string Near(string name)
    {
        var joint = name.Split('_')[0];
        var same = PoseTerms.Names.Where(known => known.StartsWith(joint + "_", StringComparison.Ordinal)).ToArray();
        return same.Length > 0 ? $"; of {joint} there are: {string.Join(", ", same)}"
            : $"; joints are: {string.Join(", ", PoseTerms.Names.Select(known => known.Split('_')[0]).Distinct())}";
    }
}
