using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>How compression at every level answers to every line's tightness and strength, all at once.</summary>
/// <remarks>C = Σ c T + rest with T = a F + P. At the optimum g(λ, p) = 0, so dC/dp = ∂C/∂p + y·∂τ/∂p with H y = Σ_free b c F / w (the
/// adjoint). A newton of passive tension adds ∂ℓ/∂q to τ: dC/dP = c + y·∂ℓ/∂q. Tightness t works through P alone: dC/dt = dC/dP · ∂P/∂t.
/// Strength s scales b: dC/ds = κ a (F/s) dC/dP, κ = 2 between the bounds (stronger, and used more for its lower price) and 1 at a bound.
/// One-sided where a muscle just reaches a bound. The stiffness of the discs and the belly's pressure follow from loads alone; where the trunk is
/// supported they follow from what the supports carry too, and <see cref="SupportFeedback"/> adds that.</remarks>
public static class Sensitivity
{
    const int Width = 8;

    public static void AllLevels(Workspace work)
    {
        var model = work.Model;
        var (lines, n, m, levels) = (model.Lines, model.MuscleCount, model.BalancedRows, model.LevelBody.Length);
        Curvature.Update(model, work);
        if (!Cholesky.Factor(Curvature.ByRows(model, work), work.Factor, m, work.Stride)) throw new BodyException("the curvature of the load-sharing is not positive");
        // dC/dP = c first: c = disc normal · unit force of the line across the level.
        var direct = work.TensionSensitivity;
        Array.Clear(direct);
        for (var k = 0; k < levels; k++)
        {
            double x = work.DiscUp[3 * k], y = work.DiscUp[3 * k + 1], z = work.DiscUp[3 * k + 2];
            foreach (var (line, pair) in model.LevelPairs[k])
                direct[Width * line + k] = x * work.PairForce[4 * pair] + y * work.PairForce[4 * pair + 1] + z * work.PairForce[4 * pair + 2];
        }
        RightSides(model, work);
        SolveAll(work, work.Adjoint, m);
        if (work.TrunkSupported) SupportFeedback.Add(model, work);
        ref var arms = ref MemoryMarshal.GetArrayDataReference(work.PairArm);
        ref var adjoint = ref MemoryMarshal.GetArrayDataReference(work.Adjoint);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(lines.PairRow);
        for (var i = 0; i < n; i++)
        {
            var (s, t) = (Load(direct, Width * i), Load(direct, Width * i + 4));
            for (int p = lines.PairStart[i], end = lines.PairBalanced[i]; p < end; p++)
            {
                // Three hinges always: a joint with fewer has zeros in its arms, and the rows behind are somebody's.
                ref var arm = ref Unsafe.Add(ref arms, 4 * p);
                ref var y = ref Unsafe.Add(ref adjoint, Width * Unsafe.Add(ref rows, p));
                var (a, b, c) = (Vector256.Create(arm), Vector256.Create(Unsafe.Add(ref arm, 1)), Vector256.Create(Unsafe.Add(ref arm, 2)));
                s = Vector256.FusedMultiplyAdd(a, Vector256.LoadUnsafe(ref y), s);
                t = Vector256.FusedMultiplyAdd(a, Vector256.LoadUnsafe(ref y, 4), t);
                s = Vector256.FusedMultiplyAdd(b, Vector256.LoadUnsafe(ref y, 8), s);
                t = Vector256.FusedMultiplyAdd(b, Vector256.LoadUnsafe(ref y, 12), t);
                s = Vector256.FusedMultiplyAdd(c, Vector256.LoadUnsafe(ref y, 16), s);
                t = Vector256.FusedMultiplyAdd(c, Vector256.LoadUnsafe(ref y, 20), t);
            }
            Store(s, direct, Width * i);
            Store(t, direct, Width * i + 4);
            var tight = Vector256.Create(work.PassiveSlope[i]);
            var strong = Vector256.Create((work.Free[i] == 1 ? 2 : 1) * work.Activation[i] * work.ActiveForce[i] / work.Strength[i]);
            Store(s * tight, work.TightnessSensitivity, Width * i);
            Store(t * tight, work.TightnessSensitivity, Width * i + 4);
            Store(s * strong, work.StrengthSensitivity, Width * i);
            Store(t * strong, work.StrengthSensitivity, Width * i + 4);
        }
    }

    static void RightSides(BodyModel model, Workspace work)
    {
        var lines = model.Lines;
        var right = work.Adjoint;
        Array.Clear(right);
        ref var pulls = ref MemoryMarshal.GetArrayDataReference(work.PairPull);
        for (var i = 0; i < lines.Count; i++)
        {
            if (work.Free[i] == 0) continue;
            var scale = Vector256.Create(work.ActiveForce[i] * work.InverseEffort[i]);
            var (s, t) = (Load(work.TensionSensitivity, Width * i) * scale, Load(work.TensionSensitivity, Width * i + 4) * scale);
            for (int p = lines.PairStart[i], end = lines.PairBalanced[i]; p < end; p++)
                for (int r = 0, hinges = lines.PairHinges[p], row = lines.PairRow[p]; r < hinges; r++)
                    Add(right, Width * (row + r), Vector256.Create(Unsafe.Add(ref pulls, 4 * p + r)), s, t);
        }
        Span<double> direct = stackalloc double[Width];
        for (var c = 0; c < work.Contacts; c++)
        {
            if (work.Free[lines.Count + c] == 0) continue;
            direct.Clear();
            var scale = -work.InverseEffort[lines.Count + c] * model.Weight;
            for (var k = 0; k < model.LevelBody.Length; k++)
                direct[k] = scale * Contacts.Crossing(model, work, c, model.LevelBody[k])
                    * (work.DiscUp[3 * k] * work.ContactDirection[3 * c] + work.DiscUp[3 * k + 1] * work.ContactDirection[3 * c + 1] + work.DiscUp[3 * k + 2] * work.ContactDirection[3 * c + 2]);
            var (s, t) = (Vector256.Create<double>(direct), Vector256.Create<double>(direct[4..]));
            for (var j = 0; j < model.BalancedRows; j++)
                Add(right, Width * j, Vector256.Create(work.ContactColumn[c * work.Stride + j]), s, t);
        }
    }

    static void Add(double[] right, int at, Vector256<double> factor, Vector256<double> s, Vector256<double> t)
    {
        Store(Vector256.FusedMultiplyAdd(factor, s, Load(right, at)), right, at);
        Store(Vector256.FusedMultiplyAdd(factor, t, Load(right, at + 4)), right, at + 4);
    }

    /// <summary>All right sides at once, eight lanes abreast.</summary>
    internal static void SolveAll(Workspace work, double[] x, int m)
    {
        var stride = work.Stride;
        ref var factor = ref MemoryMarshal.GetArrayDataReference(work.Factor);
        for (var i = 0; i < m; i++)
        {
            ref var u = ref Unsafe.Add(ref factor, i * stride);
            var inverse = Vector256.Create(Unsafe.Add(ref u, stride - 1));
            var (s, t) = (Load(x, Width * i) * inverse, Load(x, Width * i + 4) * inverse);
            Store(s, x, Width * i);
            Store(t, x, Width * i + 4);
            for (var j = i + 1; j < m; j++)
                if (Unsafe.Add(ref u, j) is not 0 and var f) Add(x, Width * j, Vector256.Create(-f), s, t);
        }
        for (var i = m - 1; i >= 0; i--)
        {
            ref var u = ref Unsafe.Add(ref factor, i * stride);
            var (s, t) = (Load(x, Width * i), Load(x, Width * i + 4));
            for (var j = i + 1; j < m; j++)
            {
                var f = Vector256.Create(-Unsafe.Add(ref u, j));
                s = Vector256.FusedMultiplyAdd(f, Load(x, Width * j), s);
                t = Vector256.FusedMultiplyAdd(f, Load(x, Width * j + 4), t);
            }
            var inverse = Vector256.Create(Unsafe.Add(ref u, stride - 1));
            Store(s * inverse, x, Width * i);
            Store(t * inverse, x, Width * i + 4);
        }
    }

    static Vector256<double> Load(double[] from, int i) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)i);
    static void Store(Vector256<double> value, double[] to, int i) => value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(to), (nuint)i);
}
