using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>The part of a sensitivity that goes round by the supports: what they carry above a level says how stiff its disc is and how hard the
/// belly presses, and these change what the supports carry.</summary>
/// <remarks>σ holds the six stiffness factors and the belly's pressure, σ = S(a) with a the supports' pushes. At the settled answer
/// dσ/dp = Sₐ (∂a/∂p + ∂a/∂σ dσ/dp). With H Y = Σ_free b Sₐ / w, ∂a seen through Sₐ is Y·∂τ, so dσ/dp = (1 − A)⁻¹ Y·∂τ/∂p, A = Y·∂τ/∂σ, and
/// the whole is an adjoint like the plain one: y + (∂C/∂σ) (1 − A)⁻¹ Y in the place of y.</remarks>
static class SupportFeedback
{
    const int Width = 8;
    const int Ways = 3;

    /// <summary>Adds to <see cref="Workspace.Adjoint"/>; the factor of the curvature must be up to date.</summary>
    public static void Add(BodyModel model, Workspace work)
    {
        var (levels, m) = (model.LevelBody.Length, model.BalancedRows);
        var inputs = levels + 1;
        var response = work.FeedbackAdjoint;
        RightSides(model, work, response);
        Sensitivity.SolveAll(work, response, m);
        // ∂τ/∂σ: a stiffer disc, row by row of its level, and a pascal of belly. Eight lanes an input, as in the adjoints.
        Span<double> belly = stackalloc double[m];
        Belly(model, work, belly, out var force);
        Span<double> through = stackalloc double[Width];
        Span<double> loop = stackalloc double[inputs * inputs];
        Span<double> gain = stackalloc double[inputs * Width];
        // (1 − A)ᵀ, and (∂C/∂σ)ᵀ, which becomes (∂C/∂σ (1 − A)⁻¹)ᵀ.
        for (var s = 0; s < inputs; s++)
        {
            Through(model, work, response, belly, s, through);
            for (var t = 0; t < inputs; t++) loop[s * inputs + t] = (t == s ? 1 : 0) - through[t];
            Through(model, work, work.Adjoint, belly, s, gain.Slice(Width * s, Width));
        }
        for (var k = 0; k < levels; k++)
            gain[Width * levels + k] -= work.DiscUp[3 * k] * force.X + work.DiscUp[3 * k + 1] * force.Y + work.DiscUp[3 * k + 2] * force.Z;
        Eliminate(loop, gain, inputs, Width);
        for (var j = 0; j < m; j++)
            for (var t = 0; t < inputs; t++) Add(work.Adjoint.AsSpan(Width * j, Width), response[Width * j + t], gain.Slice(Width * t, Width));
    }

    /// <summary>into += factor · lanes, eight of them.</summary>
    static void Add(Span<double> into, double factor, ReadOnlySpan<double> lanes)
    {
        ref var to = ref MemoryMarshal.GetReference(into);
        ref var from = ref MemoryMarshal.GetReference(lanes);
        var f = Vector256.Create(factor);
        Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref to)).StoreUnsafe(ref to);
        Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref from, 4), Vector256.LoadUnsafe(ref to, 4)).StoreUnsafe(ref to, 4);
    }

    /// <summary>Σ b Sₐ / w over the supports that push and could push more or less.</summary>
    static void RightSides(BodyModel model, Workspace work, double[] right)
    {
        Array.Clear(right);
        var (levels, n) = (model.LevelBody.Length, model.MuscleCount);
        Span<double> slope = stackalloc double[Width];
        for (var c = 0; c < work.Contacts; c++)
        {
            if (work.Free[n + c] == 0) continue;
            Slopes(model, work, c, slope);
            for (var j = 0; j < model.BalancedRows; j++)
                if (work.ContactColumn[c * work.Stride + j] is not 0 and var moment) Add(right.AsSpan(Width * j, Width), work.InverseEffort[n + c] * moment, slope);
        }
    }

    /// <summary>∂σ/∂a of one support: derivatives of what <see cref="Loads.Stiffen"/> does.</summary>
    static void Slopes(BodyModel model, Workspace work, int c, Span<double> slope)
    {
        slope.Clear();
        var (tuning, levels) = (model.Anatomy.Tuning, model.LevelBody.Length);
        var p = Contacts.Point(model, work, c);
        for (var k = 0; k < levels; k++)
        {
            var b = model.LevelBody[k];
            var push = Contacts.Crossing(model, work, c, b) * model.Weight;
            if (push == 0) continue;
            double fx = push * work.ContactDirection[3 * c], fy = push * work.ContactDirection[3 * c + 1], fz = push * work.ContactDirection[3 * c + 2];
            double x = p.X - work.Origin[3 * b], y = p.Y - work.Origin[3 * b + 1], z = p.Z - work.Origin[3 * b + 2];
            var above = work.Above.AsSpan(4 * k, 4);
            var moment = Math.Sqrt(above[0] * above[0] + above[1] * above[1] + above[2] * above[2]);
            var turn = moment > 0 ? (above[0] * (y * fz - z * fy) + above[1] * (z * fx - x * fz) + above[2] * (x * fy - y * fx)) / moment : 0;
            var along = above[3] > 0 ? -(work.DiscUp[3 * k] * fx + work.DiscUp[3 * k + 1] * fy + work.DiscUp[3 * k + 2] * fz) : 0;
            slope[k] = (along + turn / (tuning.PreloadArmM * model.Scale)) * Elasticity.FactorSlope(model, work.Preload[k]);
            var kilopascals = (moment - tuning.PressureFromNm) * tuning.PressureKpaPerNm;
            if (k == Loads.BellyLevel && kilopascals > 0 && kilopascals < tuning.PressureMaxKpa) slope[levels] = 1000 * tuning.PressureKpaPerNm * turn;
        }
    }

    /// <summary>y·∂τ/∂σ of one input, in all lanes.</summary>
    static void Through(BodyModel model, Workspace work, double[] y, ReadOnlySpan<double> belly, int input, Span<double> lanes)
    {
        lanes.Clear();
        if (input == model.LevelBody.Length)
        {
            foreach (var b in model.LevelBody)
                for (var row = model.RowStart[b]; row < model.RowStart[b] + Ways; row++) Add(lanes, belly[row], y.AsSpan(Width * row, Width));
            return;
        }
        for (var (way, row) = (0, model.RowStart[model.LevelBody[input]]); way < Ways; way++)
            Add(lanes, -work.Elastic[row + way] / work.StiffnessFactor[input], y.AsSpan(Width * (row + way), Width));
    }

    /// <summary>∂τ of a pascal, and the force of a pascal on all that a level carries.</summary>
    static void Belly(BodyModel model, Workspace work, Span<double> rows, out (double X, double Y, double Z) force)
    {
        rows.Clear();
        var (top, push) = Loads.BellyPush(model, work);
        force = push;
        double mx = top.Y * push.Z - top.Z * push.Y, my = top.Z * push.X - top.X * push.Z, mz = top.X * push.Y - top.Y * push.X;
        foreach (var b in model.LevelBody)
            for (var way = 0; way < Ways; way++)
            {
                var a = work.Axes.AsSpan(24 * b + way, 21);
                rows[model.RowStart[b] + way] = -(a[0] * mx + a[4] * my + a[8] * mz + a[12] * push.X + a[16] * push.Y + a[20] * push.Z);
            }
    }

    /// <summary>right ← matrix⁻¹ right, by elimination with the largest pivot; rows of n, and of so many right sides.</summary>
    static void Eliminate(Span<double> matrix, Span<double> right, int n, int sides)
    {
        for (var i = 0; i < n; i++)
        {
            var pivot = i;
            for (var r = i + 1; r < n; r++)
                if (Math.Abs(matrix[r * n + i]) > Math.Abs(matrix[pivot * n + i])) pivot = r;
            for (var c = 0; c < n; c++) (matrix[i * n + c], matrix[pivot * n + c]) = (matrix[pivot * n + c], matrix[i * n + c]);
            for (var c = 0; c < sides; c++) (right[i * sides + c], right[pivot * sides + c]) = (right[pivot * sides + c], right[i * sides + c]);
            for (var r = 0; r < n; r++)
            {
                if (r == i) continue;
                var factor = matrix[r * n + i] / matrix[i * n + i];
                for (var c = i; c < n; c++) matrix[r * n + c] -= factor * matrix[i * n + c];
                for (var c = 0; c < sides; c++) right[r * sides + c] -= factor * right[i * sides + c];
            }
        }
        for (var i = 0; i < n; i++)
            for (var c = 0; c < sides; c++) right[i * sides + c] /= matrix[i * n + i];
    }
}
