using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>One angle of a posture changed by name, whatever names the posture was written with.</summary>
public static class AngleEdit
{
    static readonly ImmutableArray<string> Net = ["lumbar_flexion", "lumbar_side", "lumbar_turn", "thorax_flexion", "thorax_side", "thorax_turn", "neck_flexion", "neck_side", "neck_turn"];

    /// <summary>Every name there is: net angles, both of a pair, and the hinges' own.</summary>
    public static IEnumerable<string> Names(BodyModel model) =>
        Net.Concat(model.AngleIds.Where(id => id.Contains("_r_", StringComparison.Ordinal)).Select(id => id.Replace("_r_", "_", StringComparison.Ordinal).Replace("_twist", "_rotation", StringComparison.Ordinal)))
            .Concat(model.AngleIds);

    /// <summary>The posture with angles set, degrees; every other angle, supports and loads as they were.</summary>
    /// <exception cref="BodyException">No such angle, or one that its joint does not reach; the message says what it reaches.</exception>
    public static Posture With(BodyModel model, Posture posture, IEnumerable<(string Angle, double Degrees)> changes)
    {
        var angles = new double[model.AngleIds.Length];
        foreach (var (id, degrees) in posture.Angles) AngleNames.Add(model, angles, id, double.DegreesToRadians(degrees));
        foreach (var (id, degrees) in changes)
        {
            CheckRange(model, id, degrees);
            Set(model, angles, id, double.DegreesToRadians(degrees));
        }
        return posture with { Angles = Written(model, angles) };
    }

    /// <summary>Makes a net angle (or a hinge's, or both of a pair) exactly this, in radians; shares among its joints change evenly.</summary>
    public static void Set(BodyModel model, double[] angles, string id, double radians)
    {
        if (Sides(model, id) is var (right, left))
        {
            Set(model, angles, right, radians);
            Set(model, angles, left, radians);
            return;
        }
        AngleNames.Add(model, angles, id, radians - Get(model, angles, id));
    }

    /// <summary>What a name stands for now, radians; of a pair, the right side.</summary>
    public static double Get(BodyModel model, double[] angles, string id)
    {
        if (Sides(model, id) is var (right, _)) return Get(model, angles, right);
        var unit = new double[angles.Length];
        AngleNames.Add(model, unit, id, 1);
        // Inward rotation of an arm is its turn about itself and its plane together.
        if (id.EndsWith("_rotation", StringComparison.Ordinal) && id.StartsWith("shoulder", StringComparison.Ordinal)) unit[model.Angle(id.Replace("_rotation", "_plane", StringComparison.Ordinal))] = 1;
        return angles.Where((_, h) => unit[h] > 0).Sum();
    }

    /// <summary>How far a name goes when its joints stand at neutral otherwise, degrees.</summary>
    /// <exception cref="BodyException">No such angle.</exception>
    public static (double Min, double Max) Range(BodyModel model, string id)
    {
        var unit = new double[model.AngleIds.Length];
        AngleNames.Add(model, unit, id, 1);
        var (min, max) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var h = 0; h < unit.Length; h++)
        {
            if (!(unit[h] > 0)) continue;
            (min, max) = (Math.Max(min, model.AngleMin[h] / unit[h]), Math.Min(max, model.AngleMax[h] / unit[h]));
        }
        return (double.RadiansToDegrees(min), double.RadiansToDegrees(max));
    }

    /// <exception cref="BodyException">No such angle, no number, or one outside the range.</exception>
    public static void CheckRange(BodyModel model, string id, double degrees)
    {
        if (!double.IsFinite(degrees)) throw new BodyException($"{id} of {degrees}° is not an angle");
        var (min, max) = Range(model, id);
        if (degrees < min - 1e-6 || degrees > max + 1e-6) throw new BodyException(FormattableString.Invariant($"{id} of {degrees:0.#}° is outside the joint's {min:0.#}° to {max:0.#}°"));
    }

    static (string Right, string Left)? Sides(BodyModel model, string id)
    {
        if (id.IndexOf('_', StringComparison.Ordinal) is not (> 0 and var at)) return null;
        var right = $"{id[..at]}_r{id[at..]}";
        return right == "shoulder_r_rotation" || model.AngleIds.Contains(right) ? (right, $"{id[..at]}_l{id[at..]}") : null;
    }

    /// <summary>Hinge by hinge in degrees, in the names that <see cref="AngleNames"/> reads back as the same angles.</summary>
    public static ImmutableDictionary<string, double> Written(BodyModel model, double[] angles)
    {
        var written = ImmutableDictionary.CreateBuilder<string, double>();
        for (var h = 0; h < angles.Length; h++)
        {
            var (id, value) = (model.AngleIds[h], angles[h]);
            // Naming a plane turns the arm back by as much; the rotation is what is left.
            if (id.StartsWith("shoulder", StringComparison.Ordinal) && id.EndsWith("_twist", StringComparison.Ordinal))
                (id, value) = (id.Replace("_twist", "_rotation", StringComparison.Ordinal), value + angles[model.Angle(id.Replace("_twist", "_plane", StringComparison.Ordinal))]);
            if (value != 0) written[id] = double.RadiansToDegrees(value);
        }
        return written.ToImmutable();
    }
}
