using System.Globalization;

namespace Mainstay.Figure.Drawing;

/// <summary>From where the eye looks, along parallel rays.</summary>
/// <param name="Right">To the right in the picture; <paramref name="Up"/> up in it; <paramref name="Toward"/> from the figure to the eye.</param>
public sealed record View(string Id, Vec Right, Vec Up, Vec Toward)
{
    /// <summary>Names and their degrees: how far the eye has gone round to the person's front, and how far up.</summary>
    static readonly Dictionary<string, (double Around, double Up)> Named = new()
    {
        ["side"] = (0, 0), ["front"] = (90, 0), ["back"] = (-90, 0), ["three-quarter"] = (38, 12), ["three-quarter-back"] = (-40, 14), ["other-side"] = (180, 0), ["side-left"] = (180, 0), ["top"] = (0, 90),
    };

    public static IEnumerable<string> Names => Named.Keys;

    /// <param name="id">side (the right side, facing right), front, back, three-quarter, three-quarter-back, other-side (or side-left), top, or degrees
    /// around and up: "38 16".</param>
    /// <exception cref="FigureException">It is none of these.</exception>
    public static View Of(string id)
    {
        if (!Named.TryGetValue(id, out var angles))
        {
            var parts = id.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 2 || !Degrees(parts[0], 360, out var around) || !Degrees(parts[1], 90, out var up))
                throw new FigureException($"'{id}' is not a view; there are: {string.Join(", ", Names)}, or degrees around and up: '38 16'");
            angles = (around, up);
        }
        var (yaw, pitch) = (angles.Around * Math.PI / 180, angles.Up * Math.PI / 180);
        var toward = new Vec(Math.Sin(yaw) * Math.Cos(pitch), -Math.Cos(yaw) * Math.Cos(pitch), Math.Sin(pitch));
        var right = new Vec(Math.Cos(yaw), Math.Sin(yaw), 0);
        return new View(id, right, Vec.Cross(toward, right), toward);
    }

    static bool Degrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;

    /// <summary>True where the floor is seen as a line.</summary>
    internal bool IsLevel => Math.Abs(Toward.Z) < 1e-6;
}
