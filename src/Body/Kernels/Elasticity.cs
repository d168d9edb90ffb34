using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Moments with which discs, capsules and ligaments resist each angle.</summary>
/// <remarks>M(θ) = −S · (k θ + s₊ β ln(1 + e^{(θ − θ₊)/β}) − s₋ β ln(1 + e^{(θ₋ − θ)/β})): a line through neutral, and at each end a toe
/// that becomes a line, less what the toes would give at θ = 0. S grows with compression, 1 + gain (1 − e^{−F/F₀}): ×1.71 at 250 N and ×2.11 at 500 N (Gardner-Morse and Stokes
/// 2004) fix gain and F₀.</remarks>
static class Elasticity
{
    public static void Apply(BodyModel model, Workspace work)
    {
        for (var h = 0; h < model.Springs.Length; h++)
        {
            ref readonly var spring = ref model.Springs[h];
            var factor = spring.Level < 0 ? 1 : work.StiffnessFactor[spring.Level];
            work.Elastic[model.RowOfHinge[h]] = -factor * Moment(spring, work.Angles[h]);
        }
    }

    public static double Moment(in HingeSpring spring, double angle)
    {
        var moment = spring.Linear * angle - spring.AtNeutral;
        if (spring.UpperSlope > 0) moment += spring.UpperSlope * spring.Toe * SoftPlus((angle - spring.Upper) / spring.Toe);
        if (spring.LowerSlope > 0) moment -= spring.LowerSlope * spring.Toe * SoftPlus((spring.Lower - angle) / spring.Toe);
        return moment;
    }

    /// <summary>Elastic energy of one hinge at factor 1, J: the integral of <see cref="Moment"/> from neutral.</summary>
    public static double Energy(in HingeSpring spring, double angle)
    {
        var (toe, energy) = (spring.Toe, (spring.Linear * angle / 2 - spring.AtNeutral) * angle);
        if (spring.UpperSlope > 0) energy += spring.UpperSlope * toe * toe * (SoftPlusArea((angle - spring.Upper) / toe) - SoftPlusArea(-spring.Upper / toe));
        if (spring.LowerSlope > 0) energy += spring.LowerSlope * toe * toe * (SoftPlusArea((spring.Lower - angle) / toe) - SoftPlusArea(spring.Lower / toe));
        return energy;
    }

    /// <summary>Area under ln(1 + eˣ) up to x: −Li₂(−eˣ), by the series in u = ln(1 + e^{−|x|}), which is at most ln 2: good to 1e-12.</summary>
    static double SoftPlusArea(double x)
    {
        var u = Math.Log(1 + Math.Exp(-Math.Abs(x)));
        var s = u * u;
        var tail = u * (1 + u / 4 + s * (1 / 36.0 + s * (-1 / 3600.0 + s * (1 / 211680.0 + s * (-1 / 10886400.0 + s * (5 / 66.0 / 39916800.0))))));
        return x <= 0 ? tail : Math.PI * Math.PI / 6 + x * x / 2 - tail;
    }

    static double SoftPlus(double x) => x switch { > 30 => x, < -30 => 0, _ => Math.Log(1 + Math.Exp(x)) };

    public static double Factor(BodyModel model, double compression)
    {
        var tuning = model.Anatomy.Tuning;
        return 1 + tuning.PreloadGain * (1 - Math.Exp(-Math.Max(compression, 0) / tuning.PreloadForceN));
    }

    /// <summary>Derivative of <see cref="Factor"/>.</summary>
    public static double FactorSlope(BodyModel model, double compression)
    {
        var tuning = model.Anatomy.Tuning;
        return compression > 0 ? tuning.PreloadGain * Math.Exp(-compression / tuning.PreloadForceN) / tuning.PreloadForceN : 0;
    }
}
