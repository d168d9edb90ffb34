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
        var (lines, stride) = (model.Lines, work.Stride);
        ref var pulls = ref MemoryMarshal.GetArrayDataReference(work.PairPull);
        ref var h = ref MemoryMarshal.GetArrayDataReference(work.Hessian);
        for (var p = lines.PairStart[i]; p < lines.PairBalanced[i]; p++)
        {
            var row = lines.PairRow[p];
            var count = model.HingeCount[lines.PairBody[p]];
            for (var r = 0; r < count; r++)
            {
                var factor = Vector256.Create(weight * work.PairPull[4 * p + r]);
                var at = (nuint)((row + r) * stride);
                for (var q = lines.PairStart[i]; q <= p; q++)
                {
                    var cell = at + (nuint)lines.PairRow[q];
                    Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref pulls, (nuint)(4 * q)), Vector256.LoadUnsafe(ref h, cell)).StoreUnsafe(ref h, cell);
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
