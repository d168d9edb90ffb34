using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>H = D + Σ b bᵀ / w over the lines and supports between their bounds; kept up to date as they reach and leave them.</summary>
/// <remarks>Only the upper triangle. A joint's four lanes may reach over the next joint's columns, with zeros.</remarks>
static class Curvature
{
    /// <param name="everyone">Count all as free: the best first guess when nothing is known.</param>
    public static void Build(BodyModel model, Workspace work, double reserve, bool everyone)
    {
        Array.Clear(work.Hessian);
        Array.Clear(work.Free);
        Slack.AddTo(model, work, reserve);
        Change(model, work, everyone);
    }

    public static bool Update(BodyModel model, Workspace work) => Change(model, work, everyone: false);

    static bool Change(BodyModel model, Workspace work, bool everyone)
    {
        var n = model.MuscleCount;
        var changed = false;
        for (var i = 0; i < n + work.Contacts; i++)
        {
            var a = work.Pull[i] * work.InverseEffort[i];
            var free = everyone || (a > work.Low[i] && a < work.High[i]) ? (byte)1 : (byte)0;
            if (free == work.Free[i]) continue;
            changed = true;
            work.Free[i] = free;
            var weight = free == 1 ? work.InverseEffort[i] : -work.InverseEffort[i];
            if (i < n) AddLine(model, work, i, weight);
            else AddContact(model, work, i - n, weight);
        }
        return changed;
    }

    static void AddLine(BodyModel model, Workspace work, int i, double weight)
    {
        var lines = model.Lines;
        var (start, end, stride) = (lines.PairStart[i], lines.PairBalanced[i], lines.Places);
        ref var places = ref MemoryMarshal.GetArrayDataReference(lines.PlaceOfPair);
        ref var counts = ref MemoryMarshal.GetArrayDataReference(lines.PairHinges);
        ref var pulls = ref MemoryMarshal.GetArrayDataReference(work.PairPull);
        ref var h = ref MemoryMarshal.GetArrayDataReference(work.Hessian);
        for (var p = start; p < end; p++)
        {
            ref var pull = ref Unsafe.Add(ref pulls, 4 * p);
            var count = Unsafe.Add(ref counts, p);
            ref var block = ref Unsafe.Add(ref h, Unsafe.Add(ref places, p) * stride);
            if (count == 3)
            {
                // The usual joint has three hinges: three rows of the block at once.
                var (f0, f1, f2) = (Vector256.Create(weight * pull), Vector256.Create(weight * Unsafe.Add(ref pull, 1)), Vector256.Create(weight * Unsafe.Add(ref pull, 2)));
                for (var q = p; q < end; q++)
                {
                    var other = Vector256.LoadUnsafe(ref pulls, (nuint)(4 * q));
                    ref var cell = ref Unsafe.Add(ref block, Unsafe.Add(ref places, q));
                    Vector256.FusedMultiplyAdd(f0, other, Vector256.LoadUnsafe(ref cell)).StoreUnsafe(ref cell);
                    Vector256.FusedMultiplyAdd(f1, other, Vector256.LoadUnsafe(ref cell, (nuint)stride)).StoreUnsafe(ref cell, (nuint)stride);
                    Vector256.FusedMultiplyAdd(f2, other, Vector256.LoadUnsafe(ref cell, (nuint)(2 * stride))).StoreUnsafe(ref cell, (nuint)(2 * stride));
                }
                continue;
            }
            for (var r = 0; r < count; r++)
            {
                var factor = Vector256.Create(weight * Unsafe.Add(ref pull, r));
                for (var q = p; q < end; q++)
                {
                    ref var cell = ref Unsafe.Add(ref block, r * stride + Unsafe.Add(ref places, q));
                    Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref pulls, (nuint)(4 * q)), Vector256.LoadUnsafe(ref cell)).StoreUnsafe(ref cell);
                }
            }
        }
    }

    static void AddContact(BodyModel model, Workspace work, int c, double weight)
    {
        var stride = model.Lines.Places;
        ref var column = ref work.ContactPlaced[c * stride];
        ref var h = ref MemoryMarshal.GetArrayDataReference(work.Hessian);
        for (var rows = work.ContactPlaces[c]; rows != 0; rows &= rows - 1)
        {
            var four = BitOperations.TrailingZeroCount(rows);
            for (var r = 4 * four; r < 4 * four + 4; r++)
            {
                var value = Unsafe.Add(ref column, r);
                if (value == 0) continue;
                var factor = Vector256.Create(weight * value);
                for (var right = rows; right != 0; right &= right - 1)
                {
                    var k = 4 * BitOperations.TrailingZeroCount(right);
                    var cell = (nuint)(r * stride + k);
                    Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref column, (nuint)k), Vector256.LoadUnsafe(ref h, cell)).StoreUnsafe(ref h, cell);
                }
            }
        }
    }

    /// <summary>H by rows, for the Cholesky factor. Fours are written in ascending order, so that each overwrites the empty lanes of the last.</summary>
    public static double[] ByRows(BodyModel model, Workspace work)
    {
        var (lines, m, stride) = (model.Lines, model.BalancedRows, work.Stride);
        ref var h = ref MemoryMarshal.GetArrayDataReference(work.Hessian);
        ref var compact = ref MemoryMarshal.GetArrayDataReference(work.Compact);
        for (var r = 0; r < m; r++)
        {
            ref var from = ref Unsafe.Add(ref h, lines.PlaceOfRow[r] * lines.Places);
            ref var to = ref Unsafe.Add(ref compact, r * stride);
            if (r < 6)
            {
                Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
                Vector256.LoadUnsafe(ref from, 4).StoreUnsafe(ref to, 4);
            }
            for (var j = 0; j < lines.Joints.Length; j++) Vector256.LoadUnsafe(ref from, (nuint)(8 + 4 * j)).StoreUnsafe(ref to, (nuint)lines.Joints[j].Row);
        }
        return work.Compact;
    }
}
