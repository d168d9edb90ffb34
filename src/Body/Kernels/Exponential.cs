using System.Runtime.Intrinsics;

namespace Mainstay.Body.Kernels;

/// <summary>e^x, four at a time, the same to the last bit on every run.</summary>
/// <remarks>The framework's own may or may not fuse its multiplications, depending on how far the compiler has come; the same posture must
/// give the same answer. x = n ln 2 + r with |r| ≤ ln 2 / 2; e^r by its Taylor series to r¹³ (error below 1e-17), 2ⁿ by the exponent bits.</remarks>
static class Exponential
{
    const double Log2E = 1.4426950408889634;
    const double Ln2High = 0.693147180369123816490;
    const double Ln2Low = 1.90821492927058770002e-10;
    /// <summary>Added to a small number, leaves its nearest integer in the low bits.</summary>
    const double Magic = 6755399441055744.0;

    public static Vector256<double> Of(Vector256<double> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-700.0)), Vector256.Create(700.0));
        var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(Log2E), Vector256.Create(Magic));
        var n = shifted - Vector256.Create(Magic);
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2High), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2Low), r);
        var p = Vector256.Create(1 / 6227020800.0);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 479001600.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 39916800.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 3628800.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 362880.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 40320.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 5040.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 720.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 120.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 24.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 6.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.5));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0));
        var power = Vector256.ShiftLeft(shifted.AsInt64() + Vector256.Create(1023L), 52).AsDouble();
        return p * power;
    }

    public static double Of(double x) => Of(Vector256.Create(x)).ToScalar();
}
