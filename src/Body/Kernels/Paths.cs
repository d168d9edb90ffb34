using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Lengths of the lines and their derivatives by every angle they cross.</summary>
static class Paths
{
    public static void Measure(BodyModel model, Workspace work)
    {
        PlacePoints(model, work);
        MeasureSegments(model, work);
        CrossJoints(model, work);
    }

    static void PlacePoints(BodyModel model, Workspace work)
    {
        ref var rotation = ref MemoryMarshal.GetArrayDataReference(work.Rotation);
        ref var origin = ref MemoryMarshal.GetArrayDataReference(work.Origin);
        var local = model.PointLocal;
        var (xs, ys, zs) = (work.PointX, work.PointY, work.PointZ);
        for (var i = 0; i < model.PointBody.Length; i++)
        {
            var b = model.PointBody[i];
            ref var r = ref Unsafe.Add(ref rotation, 9 * b);
            ref var o = ref Unsafe.Add(ref origin, 3 * b);
            double x = local[3 * i], y = local[3 * i + 1], z = local[3 * i + 2];
            xs[i] = o + r * x + Unsafe.Add(ref r, 1) * y + Unsafe.Add(ref r, 2) * z;
            ys[i] = Unsafe.Add(ref o, 1) + Unsafe.Add(ref r, 3) * x + Unsafe.Add(ref r, 4) * y + Unsafe.Add(ref r, 5) * z;
            zs[i] = Unsafe.Add(ref o, 2) + Unsafe.Add(ref r, 6) * x + Unsafe.Add(ref r, 7) * y + Unsafe.Add(ref r, 8) * z;
        }
        for (var k = 0; k < model.Blends.Length; k++)
        {
            ref readonly var blend = ref model.Blends[k];
            var r = work.Rotation.AsSpan(9 * blend.Body, 9);
            var o = work.Origin.AsSpan(3 * blend.Body, 3);
            var (i, t) = (blend.Point, 1 - blend.Share);
            // s (pₐ − p) = s (1 − s) (pₐ − p_b)
            double x = t * (xs[i] - (o[0] + r[0] * blend.X + r[1] * blend.Y + r[2] * blend.Z));
            double y = t * (ys[i] - (o[1] + r[3] * blend.X + r[4] * blend.Y + r[5] * blend.Z));
            double z = t * (zs[i] - (o[2] + r[6] * blend.X + r[7] * blend.Y + r[8] * blend.Z));
            (work.BlendShift[3 * k], work.BlendShift[3 * k + 1], work.BlendShift[3 * k + 2]) = (blend.Share * x, blend.Share * y, blend.Share * z);
            xs[i] -= x;
            ys[i] -= y;
            zs[i] -= z;
        }
    }

    /// <summary>Between every point and the next, also from one line's last to the next line's first: nobody reads those.</summary>
    static void MeasureSegments(BodyModel model, Workspace work)
    {
        ref var xs = ref MemoryMarshal.GetArrayDataReference(work.PointX);
        ref var ys = ref MemoryMarshal.GetArrayDataReference(work.PointY);
        ref var zs = ref MemoryMarshal.GetArrayDataReference(work.PointZ);
        ref var segments = ref MemoryMarshal.GetArrayDataReference(work.Segments);
        for (var i = 0; i < model.PointBody.Length; i += 4)
        {
            var at = (nuint)i;
            var (x, y, z) = (Vector256.LoadUnsafe(ref xs, at), Vector256.LoadUnsafe(ref ys, at), Vector256.LoadUnsafe(ref zs, at));
            var dx = Vector256.LoadUnsafe(ref xs, at + 1) - x;
            var dy = Vector256.LoadUnsafe(ref ys, at + 1) - y;
            var dz = Vector256.LoadUnsafe(ref zs, at + 1) - z;
            var length = Vector256.Sqrt(dx * dx + dy * dy + dz * dz);
            var inverse = Vector256.Create(1.0) / length;
            var (ux, uy, uz) = (dx * inverse, dy * inverse, dz * inverse);
            var (mx, my, mz) = (y * uz - z * uy, z * ux - x * uz, x * uy - y * ux);
            // Four segments side by side become four rows of eight.
            ref var to = ref Unsafe.Add(ref segments, 8 * i);
            Transpose(ux, uy, uz, mx, ref to);
            Transpose(my, mz, length, Vector256<double>.Zero, ref Unsafe.Add(ref to, 4));
        }
        var lines = model.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var sum = 0.0;
            for (var s = lines.PointStart[i]; s < lines.PointStart[i + 1] - 1; s++) sum += Unsafe.Add(ref segments, 8 * s + 6);
            work.Length[i] = sum;
        }
    }

    /// <summary>Writes (a0 b0 c0 d0), (a1 b1 c1 d1) … eight numbers apart.</summary>
    static void Transpose(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d, ref double to)
    {
        if (!Avx.IsSupported)
        {
            for (var lane = 0; lane < 4; lane++) Vector256.Create(a[lane], b[lane], c[lane], d[lane]).StoreUnsafe(ref to, (nuint)(8 * lane));
            return;
        }
        var (ab, abHigh, cd, cdHigh) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b), Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        Avx.Permute2x128(ab, cd, 0x20).StoreUnsafe(ref to);
        Avx.Permute2x128(abHigh, cdHigh, 0x20).StoreUnsafe(ref to, 8);
        Avx.Permute2x128(ab, cd, 0x31).StoreUnsafe(ref to, 16);
        Avx.Permute2x128(abHigh, cdHigh, 0x31).StoreUnsafe(ref to, 24);
    }

    static void CrossJoints(BodyModel model, Workspace work)
    {
        var lines = model.Lines;
        ref var axes = ref MemoryMarshal.GetArrayDataReference(work.Axes);
        ref var segments = ref MemoryMarshal.GetArrayDataReference(work.Segments);
        ref var arms = ref MemoryMarshal.GetArrayDataReference(work.PairArm);
        ref var forces = ref MemoryMarshal.GetArrayDataReference(work.PairForce);
        ref var bodies = ref MemoryMarshal.GetArrayDataReference(lines.PairBody);
        ref var starts = ref MemoryMarshal.GetArrayDataReference(lines.TermStart);
        ref var which = ref MemoryMarshal.GetArrayDataReference(lines.TermSegment);
        ref var shares = ref MemoryMarshal.GetArrayDataReference(lines.TermShare);
        var pairs = lines.Pairs;
        for (var p = 0; p < pairs; p++)
        {
            var (u, m) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var t = Unsafe.Add(ref starts, p); t < Unsafe.Add(ref starts, p + 1); t++)
            {
                var share = Vector256.Create(Unsafe.Add(ref shares, t));
                ref var s = ref Unsafe.Add(ref segments, 8 * Unsafe.Add(ref which, t));
                u = Vector256.FusedMultiplyAdd(share, Vector256.LoadUnsafe(ref s), u);
                m = Vector256.FusedMultiplyAdd(share, Vector256.LoadUnsafe(ref s, 3), m);
            }
            // u = (ux, uy, uz, mx) and m = (mx, my, mz, length): the fourth lanes are not used.
            ref var a = ref Unsafe.Add(ref axes, 24 * Unsafe.Add(ref bodies, p));
            var arm = Vector256.LoadUnsafe(ref a) * m[0];
            arm = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 4), Vector256.Create(m[1]), arm);
            arm = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 8), Vector256.Create(m[2]), arm);
            arm = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 12), Vector256.Create(u[0]), arm);
            arm = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 16), Vector256.Create(u[1]), arm);
            arm = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 20), Vector256.Create(u[2]), arm);
            arm.StoreUnsafe(ref Unsafe.Add(ref arms, 4 * p));
            u.StoreUnsafe(ref Unsafe.Add(ref forces, 4 * p));
        }
        TurnBlends(model, work);
    }

    static void TurnBlends(BodyModel model, Workspace work)
    {
        var segments = work.Segments;
        for (var k = 0; k < model.Blends.Length; k++)
        {
            var (before, after) = (8 * (model.Blends[k].Point - 1), 8 * model.Blends[k].Point);
            double gx = segments[before] - segments[after], gy = segments[before + 1] - segments[after + 1], gz = segments[before + 2] - segments[after + 2];
            double ex = work.BlendShift[3 * k], ey = work.BlendShift[3 * k + 1], ez = work.BlendShift[3 * k + 2];
            double mx = ey * gz - ez * gy, my = ez * gx - ex * gz, mz = ex * gy - ey * gx;
            foreach (var (pair, sign) in model.Blends[k].Pairs)
            {
                var a = work.Axes.AsSpan(24 * model.Lines.PairBody[pair], 12);
                for (var j = 0; j < 4; j++) work.PairArm[4 * pair + j] += sign * (a[j] * mx + a[4 + j] * my + a[8 + j] * mz);
            }
        }
    }
}
