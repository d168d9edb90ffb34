using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Products with B, whose column i is the moments of line i at full activation, or a support's push. B is never written out.</summary>
static class Equations
{
    /// <summary>into = Bᵀ v.</summary>
    public static void Pulls(BodyModel model, Workspace work, double[] v, double[] into)
    {
        var lines = model.Lines;
        ref var pulls = ref MemoryMarshal.GetArrayDataReference(work.PairPull);
        ref var from = ref MemoryMarshal.GetArrayDataReference(v);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(lines.PairRow);
        for (var i = 0; i < lines.Count; i++)
        {
            var sum = Vector256<double>.Zero;
            for (var p = lines.PairStart[i]; p < lines.PairBalanced[i]; p++)
                sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref pulls, (nuint)(4 * p)), Vector256.LoadUnsafe(ref from, (nuint)Unsafe.Add(ref rows, p)), sum);
            into[i] = Vector256.Sum(sum);
        }
        for (var c = 0; c < work.Contacts; c++)
        {
            var column = work.ContactColumn.AsSpan(c * work.Stride, model.BalancedRows);
            var sum = 0.0;
            for (var j = 0; j < column.Length; j++) sum += column[j] * v[j];
            into[lines.Count + c] = sum;
        }
        // Loops run in fours; what lies behind the last column must count for nothing.
        for (var i = lines.Count + work.Contacts; (i & 3) != 0; i++) into[i] = 0;
    }

    /// <summary>a = clip(pull / w, low, high).</summary>
    public static void Clip(BodyModel model, Workspace work)
    {
        var n = model.MuscleCount + work.Contacts;
        for (var i = 0; i < n; i += 4)
        {
            var a = Load(work.Pull, i) * Load(work.InverseEffort, i);
            Store(Vector256.Min(Vector256.Max(a, Load(work.Low, i)), Load(work.High, i)), work.Activation, i);
        }
    }

    /// <summary>g = τ − D λ − B a; returns its largest entry.</summary>
    public static double Gradient(BodyModel model, Workspace work, double reserve)
    {
        var (lines, m) = (model.Lines, model.BalancedRows);
        var g = work.Gradient;
        work.Need.AsSpan(0, m).CopyTo(g);
        Slack.Subtract(model, reserve, work.Multiplier, g);
        ref var pulls = ref MemoryMarshal.GetArrayDataReference(work.PairPull);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(lines.PairRow);
        // Neighbouring lines write to the same rows, and each write waits for the last; so they take turns between four sums.
        var sums = work.Sums;
        Array.Clear(sums);
        var width = sums.Length / 4;
        ref var into = ref MemoryMarshal.GetArrayDataReference(sums);
        for (var i = 0; i < lines.Count; i++)
        {
            var a = Vector256.Create(work.Activation[i]);
            ref var own = ref Unsafe.Add(ref into, (i & 3) * width);
            for (var p = lines.PairStart[i]; p < lines.PairBalanced[i]; p++)
            {
                ref var cell = ref Unsafe.Add(ref own, Unsafe.Add(ref rows, p));
                Vector256.FusedMultiplyAdd(a, Vector256.LoadUnsafe(ref pulls, (nuint)(4 * p)), Vector256.LoadUnsafe(ref cell)).StoreUnsafe(ref cell);
            }
        }
        for (var j = 0; j < m; j++) g[j] -= sums[j] + sums[width + j] + (sums[2 * width + j] + sums[3 * width + j]);
        for (var c = 0; c < work.Contacts; c++)
        {
            var column = work.ContactColumn.AsSpan(c * work.Stride, m);
            var a = work.Activation[lines.Count + c];
            for (var j = 0; j < m; j++) g[j] -= a * column[j];
        }
        var largest = 0.0;
        for (var j = 0; j < m; j++) largest = Math.Max(largest, Math.Abs(g[j]));
        return largest;
    }

    public static void Advance(BodyModel model, Workspace work, double t)
    {
        var step = Vector256.Create(t);
        for (var i = 0; i < model.MuscleCount + work.Contacts; i += 4)
            Store(Vector256.FusedMultiplyAdd(step, Load(work.PullStep, i), Load(work.Pull, i)), work.Pull, i);
    }

    static Vector256<double> Load(double[] from, int i) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)i);
    static void Store(Vector256<double> value, double[] to, int i) => value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(to), (nuint)i);
}
