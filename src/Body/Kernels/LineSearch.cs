using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>How far to go along a Newton step: where the dual stops rising.</summary>
/// <remarks>Its slope s(t) = d·(τ − D (λ + t d)) − Σ clip((z + t y)/w) y falls monotonically and is piecewise linear; Newton's method on it,
/// kept inside a bracket, ends on the right piece after a few looks.</remarks>
static class LineSearch
{
    const double Enough = 1e-3;

    public static double Find(BodyModel model, Workspace work, double reserve)
    {
        // s(0)'s linear part d·(τ − D λ), and the quadratic dᵀD d, by way of D d.
        var m = model.BalancedRows;
        Span<double> slack = stackalloc double[m];
        work.Need.AsSpan(0, m).CopyTo(slack);
        Slack.Subtract(model, reserve, work.Multiplier, slack);
        double linear = 0, square = 0;
        for (var j = 0; j < m; j++) linear += work.Step[j] * slack[j];
        slack.Clear();
        Slack.Subtract(model, reserve, work.Step, slack);
        for (var j = 0; j < m; j++) square -= work.Step[j] * slack[j];
        var (start, _) = Slope(model, work, linear, square, 0);
        if (!(start > 0)) return 1;
        double below = 0, above = double.PositiveInfinity, t = 1;
        for (var look = 0; look < 40; look++)
        {
            var (slope, fall) = Slope(model, work, linear, square, t);
            if (Math.Abs(slope) <= Enough * start) return t;
            if (slope > 0) below = t;
            else above = t;
            var next = t + slope / fall;
            t = next > below && next < above ? next : double.IsPositiveInfinity(above) ? 2 * t : (below + above) / 2;
        }
        return t;
    }

    static (double Slope, double Fall) Slope(BodyModel model, Workspace work, double linear, double quadratic, double t)
    {
        var (sum, bend, step) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256.Create(t));
        var n = model.MuscleCount + work.Contacts;
        for (var i = 0; i < n; i += 4)
        {
            var (y, inverse, low, high) = (Load(work.PullStep, i), Load(work.InverseEffort, i), Load(work.Low, i), Load(work.High, i));
            var a = Vector256.FusedMultiplyAdd(step, y, Load(work.Pull, i)) * inverse;
            var clipped = Vector256.Min(Vector256.Max(a, low), high);
            sum = Vector256.FusedMultiplyAdd(clipped, y, sum);
            bend += Vector256.ConditionalSelect(Vector256.Equals(a, clipped), y * y * inverse, Vector256<double>.Zero);
        }
        return (linear - t * quadratic - Vector256.Sum(sum), quadratic + Vector256.Sum(bend));
    }

    static Vector256<double> Load(double[] from, int i) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)i);
}
