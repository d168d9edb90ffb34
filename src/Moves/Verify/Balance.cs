using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Moves.Verify;

/// <summary>How far the centre of mass is outside of what carries it, seen from above.</summary>
static class Balance
{
    /// <summary>A foot, a knee or a hand is larger than its points of contact. The amount is a judgement.</summary>
    const double Margin = 0.055;

    /// <returns>Metres outside; 0 where it is inside, or where something upright holds the body too.</returns>
    public static double Outside(BodyModel model, Frames frames, ImmutableArray<Support> supports, ImmutableArray<HeldLoad> loads)
    {
        if (supports.Any(support => support.Against is not null || support.Normal[2] < 0.99)) return 0;
        var points = supports.Select(support => model.ContactIds.IndexOf(support.At)).Select(c =>
            frames.Point(model.ContactBody[c], model.ContactLocal[3 * c], model.ContactLocal[3 * c + 1], model.ContactLocal[3 * c + 2])).Select(p => (p.X, p.Y)).ToArray();
        if (points.Length == 0) return double.PositiveInfinity;
        var (x, y) = Centre(model, frames, loads);
        var hull = Hull(points);
        return Math.Max(0, Distance(hull, x, y) - Margin * model.Scale);
    }

    static (double X, double Y) Centre(BodyModel model, Frames frames, ImmutableArray<HeldLoad> loads)
    {
        double mass = 0, x = 0, y = 0;
        void Add(double m, (double X, double Y, double Z) p) => (mass, x, y) = (mass + m, x + m * p.X, y + m * p.Y);
        for (var b = 0; b < model.Mass.Length; b++) Add(model.Mass[b], frames.Point(b, model.Com[3 * b], model.Com[3 * b + 1], model.Com[3 * b + 2]));
        foreach (var load in loads)
        {
            var points = Mainstay.Body.Postures.SupportSetter.Points(model, load.At);
            foreach (var c in points) Add(load.MassKg / points.Length, frames.Point(model.ContactBody[c], model.ContactLocal[3 * c], model.ContactLocal[3 * c + 1], model.ContactLocal[3 * c + 2]));
        }
        return (x / mass, y / mass);
    }

    /// <summary>Counter-clockwise, by Andrew's chain.</summary>
    static List<(double X, double Y)> Hull((double X, double Y)[] points)
    {
        var sorted = points.Distinct().OrderBy(p => p.X).ThenBy(p => p.Y).ToArray();
        if (sorted.Length < 3) return [.. sorted];
        List<(double X, double Y)> Half(IEnumerable<(double X, double Y)> along)
        {
            var half = new List<(double X, double Y)>();
            foreach (var p in along)
            {
                while (half.Count > 1 && Cross(half[^2], half[^1], p) <= 0) half.RemoveAt(half.Count - 1);
                half.Add(p);
            }
            half.RemoveAt(half.Count - 1);
            return half;
        }
        return [.. Half(sorted), .. Half(sorted.Reverse())];
    }

    static double Distance(List<(double X, double Y)> hull, double x, double y)
    {
        if (hull.Count > 2 && Enumerable.Range(0, hull.Count).All(i => Cross(hull[i], hull[(i + 1) % hull.Count], (x, y)) >= 0)) return 0;
        return Enumerable.Range(0, hull.Count).Min(i => Segment(hull[i], hull[(i + 1) % hull.Count], x, y));
    }

    static double Segment((double X, double Y) a, (double X, double Y) b, double x, double y)
    {
        double bx = b.X - a.X, by = b.Y - a.Y, length = bx * bx + by * by;
        var t = length > 0 ? Math.Clamp(((x - a.X) * bx + (y - a.Y) * by) / length, 0, 1) : 0;
        return Math.Sqrt(Math.Pow(x - a.X - t * bx, 2) + Math.Pow(y - a.Y - t * by, 2));
    }

    static double Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
