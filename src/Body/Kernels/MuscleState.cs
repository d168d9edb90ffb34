using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>What each line can pull with and resists with, at its length.</summary>
/// <remarks>Rigid tendon: x = (ℓ − slack) / (fibre · cos α). Active: exp(−(x − 1)² / 0.45) (Thelen's width). Passive, with
/// u = (x − 1 − onset + tightness) / (full − onset): (e^{4u} − 1) / (e⁴ − 1) from u = 0 to 1, then on along the tangent, so that extreme
/// postures stay finite.</remarks>
static class MuscleState
{
    public const double Steepness = 4;
    const double ActiveWidth = 0.45;
    static readonly double Norm = 1 / (Math.Exp(Steepness) - 1);
    static readonly double Tangent = Steepness * Math.Exp(Steepness) * Norm;

    public static void Update(BodyModel model, Workspace work)
    {
        var lines = model.Lines;
        var n = lines.Count;
        var (one, zero) = (Vector256.Create(1.0), Vector256<double>.Zero);
        for (var i = 0; i + 4 <= n; i += 4)
        {
            var x = (Load(work.Length, i) - Load(lines.Slack, i)) / (Load(lines.Fibre, i) * Load(lines.CosPennation, i));
            var range = Load(lines.InverseRange, i);
            var u = (x - one - Load(lines.Onset, i) + Load(work.Tightness, i)) * range;
            var inToe = Vector256.Min(u, one);
            var grow = Exponential.Of(inToe * Steepness);
            var beyond = Vector256.Max(u - one, zero);
            var taut = Vector256.GreaterThan(u, zero);
            var passive = Vector256.ConditionalSelect(taut, (grow - one) * Norm + beyond * Tangent, zero);
            var slope = Vector256.ConditionalSelect(taut, grow * (Steepness * Norm), zero);
            var force = Load(lines.PassiveForce, i) * Load(work.PassiveFactor, i) * Load(lines.CosPennation, i);
            var off = x - one;
            Store(x, work.Stretch, i);
            Store(passive * force, work.Passive, i);
            Store(slope * range * force, work.PassiveSlope, i);
            Store(Exponential.Of(off * off * (-1 / ActiveWidth)) * Load(lines.Force, i) * Load(work.Strength, i) * Load(lines.CosPennation, i), work.ActiveForce, i);
        }
        for (var i = n & ~3; i < n; i++) One(lines, work, i);
        ScalePulls(lines, work);
    }

    static void One(Lines lines, Workspace work, int i)
    {
        var x = (work.Length[i] - lines.Slack[i]) / (lines.Fibre[i] * lines.CosPennation[i]);
        var u = (x - 1 - lines.Onset[i] + work.Tightness[i]) * lines.InverseRange[i];
        var grow = Exponential.Of(Math.Min(u, 1) * Steepness);
        var force = lines.PassiveForce[i] * work.PassiveFactor[i] * lines.CosPennation[i];
        work.Stretch[i] = x;
        work.Passive[i] = u > 0 ? force * ((grow - 1) * Norm + Math.Max(u - 1, 0) * Tangent) : 0;
        work.PassiveSlope[i] = u > 0 ? force * lines.InverseRange[i] * grow * Steepness * Norm : 0;
        work.ActiveForce[i] = Exponential.Of(-(x - 1) * (x - 1) / ActiveWidth) * lines.Force[i] * work.Strength[i] * lines.CosPennation[i];
    }

    /// <summary>Moments at full activation: a line shortens as it pulls, so −∂ℓ/∂q times its force.</summary>
    static void ScalePulls(Lines lines, Workspace work)
    {
        ref var arms = ref MemoryMarshal.GetArrayDataReference(work.PairArm);
        ref var pulls = ref MemoryMarshal.GetArrayDataReference(work.PairPull);
        for (var i = 0; i < lines.Count; i++)
        {
            var force = Vector256.Create(-work.ActiveForce[i]);
            for (var p = lines.PairStart[i]; p < lines.PairBalanced[i]; p++)
                (Vector256.LoadUnsafe(ref arms, (nuint)(4 * p)) * force).StoreUnsafe(ref pulls, (nuint)(4 * p));
        }
    }

    static Vector256<double> Load(double[] from, int i) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)i);
    static void Store(Vector256<double> value, double[] to, int i) => value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(to), (nuint)i);
}
