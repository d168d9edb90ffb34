using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mainstay.Body.Kernels;

/// <summary>H = Uᵀ U of a small dense matrix, rows contiguous, of which only the upper triangle is read.</summary>
/// <remarks>Row by row, each done row is taken off those below it: everything runs along rows in aligned fours, and rows that have nothing to
/// do with each other (the two legs, or the pelvis where it is held) cost nothing. A done row is zero up to and with its diagonal; the
/// diagonal's inverse stands in the row's last place, which a stride of four more than the width keeps free.</remarks>
static class Cholesky
{
    static readonly Vector256<double>[] Behind =
    [
        Vector256.Create(0, -1L, -1L, -1L).AsDouble(), Vector256.Create(0, 0, -1L, -1L).AsDouble(), Vector256.Create(0, 0, 0, -1L).AsDouble(), Vector256<double>.Zero,
    ];

    /// <summary>Writes U into <paramref name="factor"/>.</summary>
    /// <returns>False where the matrix is not positive definite.</returns>
    public static bool Factor(double[] matrix, double[] factor, int n, int stride)
    {
        ref var u = ref MemoryMarshal.GetArrayDataReference(factor);
        ref var h = ref MemoryMarshal.GetArrayDataReference(matrix);
        ref var behind = ref MemoryMarshal.GetArrayDataReference(Behind);
        for (nuint k = 0; k < (nuint)(n * stride); k += 4) Vector256.LoadUnsafe(ref h, k).StoreUnsafe(ref u, k);
        for (var k = 0; k < n; k++)
        {
            ref var row = ref Unsafe.Add(ref u, k * stride);
            var d = Unsafe.Add(ref row, k);
            if (!(d > 0)) return false;
            var inverse = 1 / Math.Sqrt(d);
            var scale = Vector256.Create(inverse);
            var j = k & ~3;
            ((Vector256.LoadUnsafe(ref row, (nuint)j) & Unsafe.Add(ref behind, k & 3)) * scale).StoreUnsafe(ref row, (nuint)j);
            for (j += 4; j < n; j += 4) (Vector256.LoadUnsafe(ref row, (nuint)j) * scale).StoreUnsafe(ref row, (nuint)j);
            Unsafe.Add(ref row, stride - 1) = inverse;
            for (var i = k + 1; i < n; i++)
            {
                var f = Unsafe.Add(ref row, i);
                if (f == 0) continue;
                var off = Vector256.Create(-f);
                ref var below = ref Unsafe.Add(ref u, i * stride);
                for (j = i & ~3; j < n; j += 4)
                    Vector256.FusedMultiplyAdd(off, Vector256.LoadUnsafe(ref row, (nuint)j), Vector256.LoadUnsafe(ref below, (nuint)j)).StoreUnsafe(ref below, (nuint)j);
            }
        }
        return true;
    }

    /// <summary>x ← H⁻¹ x. <paramref name="x"/> has room for three more than n, which are set to 0.</summary>
    public static void Solve(double[] factor, Span<double> x, int n, int stride)
    {
        ref var u = ref MemoryMarshal.GetArrayDataReference(factor);
        ref var v = ref MemoryMarshal.GetReference(x);
        for (var i = n; i < n + 3; i++) Unsafe.Add(ref v, i) = 0;
        for (var i = 0; i < n; i++)
        {
            ref var row = ref Unsafe.Add(ref u, i * stride);
            var value = Unsafe.Add(ref v, i) * Unsafe.Add(ref row, stride - 1);
            Unsafe.Add(ref v, i) = value;
            if (value == 0) continue;
            var off = Vector256.Create(-value);
            for (var j = i & ~3; j < n; j += 4) Vector256.FusedMultiplyAdd(off, Vector256.LoadUnsafe(ref row, (nuint)j), Vector256.LoadUnsafe(ref v, (nuint)j)).StoreUnsafe(ref v, (nuint)j);
        }
        for (var i = n - 1; i >= 0; i--)
        {
            ref var row = ref Unsafe.Add(ref u, i * stride);
            var sum = Vector256<double>.Zero;
            for (var j = i & ~3; j < n; j += 4) sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref row, (nuint)j), Vector256.LoadUnsafe(ref v, (nuint)j), sum);
            Unsafe.Add(ref v, i) = (Unsafe.Add(ref v, i) - Vector256.Sum(sum)) * Unsafe.Add(ref row, stride - 1);
        }
    }
}
