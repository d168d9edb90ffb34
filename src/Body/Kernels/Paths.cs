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
        if (work.ArmsVary) ScaleArms(model, work);
    }

    static void ScaleArms(BodyModel model, Workspace work)
    {
        var lines = model.Lines;
        for (var i = 0; i < lines.Count; i++)
            for (var k = 4 * lines.PairStart[i]; k < 4 * lines.PairStart[i + 1]; k++) work.PairArm[k] *= work.ArmFactor[i];
    }

    static void PlacePoints(BodyModel model, Workspace work)
    {
        // Each body's axes and place as four columns, so that a point is three multiplications in three lanes.
        var (rotation, origin, columns) = (work.Rotation, work.Origin, work.Columns);
        for (var b = 0; b < model.Parent.Length; b++)
        {
            var r = rotation.AsSpan(9 * b, 9);
            Vector256.Create(r[0], r[3], r[6], 0).StoreUnsafe(ref columns[16 * b]);
            Vector256.Create(r[1], r[4], r[7], 0).StoreUnsafe(ref columns[16 * b + 4]);
            Vector256.Create(r[2], r[5], r[8], 0).StoreUnsafe(ref columns[16 * b + 8]);
            Vector256.Create(origin[3 * b], origin[3 * b + 1], origin[3 * b + 2], 0).StoreUnsafe(ref columns[16 * b + 12]);
        }
        ref var column = ref MemoryMarshal.GetArrayDataReference(columns);
        ref var local = ref MemoryMarshal.GetArrayDataReference(model.PointLocal);
        ref var points = ref MemoryMarshal.GetArrayDataReference(work.Points);
        ref var bodies = ref MemoryMarshal.GetArrayDataReference(model.PointBody);
        var n = model.PointBody.Length;
        for (var i = 0; i < n; i++) On(ref Unsafe.Add(ref column, 16 * Unsafe.Add(ref bodies, i)), ref Unsafe.Add(ref local, 3 * i)).StoreUnsafe(ref points, (nuint)(4 * i));
        for (var k = 0; k < model.Blends.Length; k++)
        {
            ref readonly var blend = ref model.Blends[k];
            ref var point = ref Unsafe.Add(ref points, 4 * blend.Point);
            var own = Vector256.LoadUnsafe(ref point);
            Span<double> with = [blend.X, blend.Y, blend.Z];
            // s (pₐ − p) = s (1 − s) (pₐ − p_b)
            var shift = (own - On(ref Unsafe.Add(ref column, 16 * blend.Body), ref with[0])) * (1 - blend.Share);
            (shift * blend.Share).StoreUnsafe(ref work.BlendShift[4 * k]);
            (own - shift).StoreUnsafe(ref point);
        }
    }

    static Vector256<double> On(ref double column, ref double local)
    {
        var place = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref column), Vector256.Create(local), Vector256.LoadUnsafe(ref column, 12));
        place = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref column, 4), Vector256.Create(Unsafe.Add(ref local, 1)), place);
        return Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref column, 8), Vector256.Create(Unsafe.Add(ref local, 2)), place);
    }

    /// <summary>Between every point and the next, also from one line's last to the next line's first: nobody reads those.</summary>
    static void MeasureSegments(BodyModel model, Workspace work)
    {
        ref var points = ref MemoryMarshal.GetArrayDataReference(work.Points);
        ref var segments = ref MemoryMarshal.GetArrayDataReference(work.Segments);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(work.SegmentLength);
        for (var i = 0; i < model.PointBody.Length; i += 4)
        {
            ref var at = ref Unsafe.Add(ref points, 4 * i);
            var (p0, p1, p2, p3) = (Vector256.LoadUnsafe(ref at), Vector256.LoadUnsafe(ref at, 4), Vector256.LoadUnsafe(ref at, 8), Vector256.LoadUnsafe(ref at, 12));
            var (d0, d1, d2, d3) = (p1 - p0, p2 - p1, p3 - p2, Vector256.LoadUnsafe(ref at, 16) - p3);
            var length = Vector256.Sqrt(SquareSums(d0, d1, d2, d3));
            length.StoreUnsafe(ref lengths, (nuint)i);
            var inverse = Vector256<double>.One / length;
            ref var to = ref Unsafe.Add(ref segments, 8 * i);
            Segment(p0, d0 * Vector256.Shuffle(inverse, Vector256.Create(0L, 0, 0, 0)), ref to);
            Segment(p1, d1 * Vector256.Shuffle(inverse, Vector256.Create(1L, 1, 1, 1)), ref Unsafe.Add(ref to, 8));
            Segment(p2, d2 * Vector256.Shuffle(inverse, Vector256.Create(2L, 2, 2, 2)), ref Unsafe.Add(ref to, 16));
            Segment(p3, d3 * Vector256.Shuffle(inverse, Vector256.Create(3L, 3, 3, 3)), ref Unsafe.Add(ref to, 24));
        }
        ref var starts = ref MemoryMarshal.GetArrayDataReference(model.Lines.PointStart);
        for (var i = 0; i < model.Lines.Count; i++)
        {
            var sum = 0.0;
            for (var s = Unsafe.Add(ref starts, i); s < Unsafe.Add(ref starts, i + 1) - 1; s++) sum += Unsafe.Add(ref lengths, s);
            work.Length[i] = sum;
        }
    }

    /// <summary>u and p × u.</summary>
    static void Segment(Vector256<double> p, Vector256<double> u, ref double to)
    {
        var turned = Vector256.Create(1L, 2, 0, 3);
        u.StoreUnsafe(ref to);
        Vector256.Shuffle(p * Vector256.Shuffle(u, turned) - Vector256.Shuffle(p, turned) * u, turned).StoreUnsafe(ref to, 4);
    }

    /// <summary>The squared lengths of four vectors whose fourth lanes are 0.</summary>
    static Vector256<double> SquareSums(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        (a, b, c, d) = (a * a, b * b, c * c, d * d);
        if (!Avx.IsSupported) return Vector256.Create(Vector256.Sum(a), Vector256.Sum(b), Vector256.Sum(c), Vector256.Sum(d));
        var (ab, cd) = (Avx.HorizontalAdd(a, b), Avx.HorizontalAdd(c, d));
        return Avx.Permute2x128(ab, cd, 0x20) + Avx.Permute2x128(ab, cd, 0x31);
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
                m = Vector256.FusedMultiplyAdd(share, Vector256.LoadUnsafe(ref s, 4), m);
            }
            ref var a = ref Unsafe.Add(ref axes, 24 * Unsafe.Add(ref bodies, p));
            var turn = Vector256.LoadUnsafe(ref a) * Vector256.Shuffle(m, Vector256.Create(0L, 0, 0, 0));
            var move = Vector256.LoadUnsafe(ref a, 12) * Vector256.Shuffle(u, Vector256.Create(0L, 0, 0, 0));
            turn = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 4), Vector256.Shuffle(m, Vector256.Create(1L, 1, 1, 1)), turn);
            move = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 16), Vector256.Shuffle(u, Vector256.Create(1L, 1, 1, 1)), move);
            turn = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 8), Vector256.Shuffle(m, Vector256.Create(2L, 2, 2, 2)), turn);
            move = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, 20), Vector256.Shuffle(u, Vector256.Create(2L, 2, 2, 2)), move);
            var arm = turn + move;
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
            double ex = work.BlendShift[4 * k], ey = work.BlendShift[4 * k + 1], ez = work.BlendShift[4 * k + 2];
            double mx = ey * gz - ez * gy, my = ez * gx - ex * gz, mz = ex * gy - ey * gx;
            foreach (var (pair, sign) in model.Blends[k].Pairs)
            {
                var a = work.Axes.AsSpan(24 * model.Lines.PairBody[pair], 12);
                for (var j = 0; j < 4; j++) work.PairArm[4 * pair + j] += sign * (a[j] * mx + a[4 + j] * my + a[8 + j] * mz);
            }
        }
    }
}
