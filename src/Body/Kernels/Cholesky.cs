using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mainstay.Body.Kernels;

/// <summary>H = L Lᵀ of a small dense matrix, rows contiguous. The strict upper part of L's rows must not be read.</summary>
static class Cholesky
{
    /// <summary>Writes L into <paramref name="factor"/>, with 1/diagonal on its diagonal.</summary>
    /// <returns>False where the matrix is not positive definite.</returns>
    public static bool Factor(double[] matrix, double[] factor, int n, int stride)
    {
        ref var l = ref MemoryMarshal.GetArrayDataReference(factor);
        for (var i = 0; i < n; i++)
        {
            ref var row = ref Unsafe.Add(ref l, i * stride);
            for (var j = 0; j < i; j++)
            {
                ref var other = ref Unsafe.Add(ref l, j * stride);
                Unsafe.Add(ref row, j) = (matrix[i * stride + j] - Dot(ref row, ref other, j)) * Unsafe.Add(ref other, j);
            }
            var d = matrix[i * stride + i] - Dot(ref row, ref row, i);
            if (!(d > 0)) return false;
            Unsafe.Add(ref row, i) = 1 / Math.Sqrt(d);
        }
        return true;
    }

    /// <summary>x ← H⁻¹ x.</summary>
    public static void Solve(double[] factor, Span<double> x, int n, int stride)
    {
        ref var l = ref MemoryMarshal.GetArrayDataReference(factor);
        ref var v = ref MemoryMarshal.GetReference(x);
        for (var i = 0; i < n; i++)
        {
            ref var row = ref Unsafe.Add(ref l, i * stride);
            Unsafe.Add(ref v, i) = (Unsafe.Add(ref v, i) - Dot(ref row, ref v, i)) * Unsafe.Add(ref row, i);
        }
        for (var i = n - 1; i >= 0; i--)
        {
            ref var row = ref Unsafe.Add(ref l, i * stride);
            var value = Unsafe.Add(ref v, i) * Unsafe.Add(ref row, i);
            Unsafe.Add(ref v, i) = value;
            for (var j = 0; j < i; j++) Unsafe.Add(ref v, j) -= value * Unsafe.Add(ref row, j);
        }
    }

    static double Dot(ref double a, ref double b, int n)
    {
        var sum = Vector256<double>.Zero;
        var k = 0;
        for (; k + 4 <= n; k += 4)
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)k), Vector256.LoadUnsafe(ref b, (nuint)k), sum);
        var total = Vector256.Sum(sum);
        for (; k < n; k++) total += Unsafe.Add(ref a, k) * Unsafe.Add(ref b, k);
        return total;
    }
}
