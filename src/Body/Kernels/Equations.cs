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
        ref var starts = ref MemoryMarshal.GetArrayDataReference(lines.PairStart);
        ref var ends = ref MemoryMarshal.GetArrayDataReference(lines.PairBalanced);
        for (var i = 0; i < lines.Count; i++)
        {
            var sum = Vector256<double>.Zero;
            for (int p = Unsafe.Add(ref starts, i), end = Unsafe.Add(ref ends, i); p < end; p++)
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
        AddByJoint(lines, work.PairPull, work.Activation, -1, g);
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

    /// <summary>into += sign Σ scale of line × pair, joint by joint, so that each sum stays in registers.</summary>
    public static void AddByJoint(Lines lines, double[] pairs, double[] scale, double sign, double[] into)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(pairs);
        ref var scales = ref MemoryMarshal.GetArrayDataReference(scale);
        foreach (var joint in lines.Joints)
        {
            ref var crossing = ref MemoryMarshal.GetArrayDataReference(joint.Pairs);
            var (one, two, n, k) = (Vector256<double>.Zero, Vector256<double>.Zero, joint.Pairs.Length, 0);
            for (; k + 4 <= n; k += 4)
            {
                one = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref scales, Unsafe.Add(ref crossing, k + 1))), Vector256.LoadUnsafe(ref from, (nuint)Unsafe.Add(ref crossing, k)), one);
                two = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref scales, Unsafe.Add(ref crossing, k + 3))), Vector256.LoadUnsafe(ref from, (nuint)Unsafe.Add(ref crossing, k + 2)), two);
            }
            if (k < n) one = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref scales, Unsafe.Add(ref crossing, k + 1))), Vector256.LoadUnsafe(ref from, (nuint)Unsafe.Add(ref crossing, k)), one);
            var sum = one + two;
            for (var hinge = 0; hinge < joint.Hinges; hinge++) into[joint.Row + hinge] += sign * sum[hinge];
        }
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
