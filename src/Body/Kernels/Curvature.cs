using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>H = D + Σ b bᵀ / w over the lines and supports between their bounds; kept up to date as they reach and leave them.</summary>
/// <remarks>Only the lower triangle. A joint's four lanes may reach over the next joint's columns, with zeros.</remarks>
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
        var (start, end, stride) = (lines.PairStart[i], lines.PairBalanced[i], work.Stride);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(lines.PairRow);
        ref var counts = ref MemoryMarshal.GetArrayDataReference(lines.PairHinges);
        ref var pulls = ref MemoryMarshal.GetArrayDataReference(work.PairPull);
        ref var h = ref MemoryMarshal.GetArrayDataReference(work.Hessian);
        for (var p = start; p < end; p++)
        {
            ref var pull = ref Unsafe.Add(ref pulls, 4 * p);
            var count = Unsafe.Add(ref counts, p);
            ref var block = ref Unsafe.Add(ref h, Unsafe.Add(ref rows, p) * stride);
            if (count == 3)
            {
                // The usual joint has three hinges: three rows of the block at once.
                var (f0, f1, f2) = (Vector256.Create(weight * pull), Vector256.Create(weight * Unsafe.Add(ref pull, 1)), Vector256.Create(weight * Unsafe.Add(ref pull, 2)));
                for (var q = start; q <= p; q++)
                {
                    var other = Vector256.LoadUnsafe(ref pulls, (nuint)(4 * q));
                    ref var cell = ref Unsafe.Add(ref block, Unsafe.Add(ref rows, q));
                    Vector256.FusedMultiplyAdd(f0, other, Vector256.LoadUnsafe(ref cell)).StoreUnsafe(ref cell);
                    Vector256.FusedMultiplyAdd(f1, other, Vector256.LoadUnsafe(ref cell, (nuint)stride)).StoreUnsafe(ref cell, (nuint)stride);
                    Vector256.FusedMultiplyAdd(f2, other, Vector256.LoadUnsafe(ref cell, (nuint)(2 * stride))).StoreUnsafe(ref cell, (nuint)(2 * stride));
                }
                continue;
            }
            for (var r = 0; r < count; r++)
            {
                var factor = Vector256.Create(weight * Unsafe.Add(ref pull, r));
                for (var q = start; q <= p; q++)
                {
                    ref var cell = ref Unsafe.Add(ref block, r * stride + Unsafe.Add(ref rows, q));
                    Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref pulls, (nuint)(4 * q)), Vector256.LoadUnsafe(ref cell)).StoreUnsafe(ref cell);
                }
            }
        }
    }

    static void AddContact(BodyModel model, Workspace work, int c, double weight)
    {
        var (m, stride) = (model.BalancedRows, work.Stride);
        ref var column = ref work.ContactColumn[c * stride];
        ref var h = ref MemoryMarshal.GetArrayDataReference(work.Hessian);
        for (var r = 0; r < m; r++)
        {
            var value = work.ContactColumn[c * stride + r];
            if (value == 0) continue;
            var factor = Vector256.Create(weight * value);
            for (var k = 0; k <= r; k += 4)
            {
                var cell = (nuint)(r * stride + k);
                Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref column, (nuint)k), Vector256.LoadUnsafe(ref h, cell)).StoreUnsafe(ref h, cell);
            }
        }
    }
}
