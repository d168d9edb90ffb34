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

    /// <summary>Elastic energy of one hinge at factor 1, J; by Simpson's rule on the moment, which is smooth.</summary>
    public static double Energy(in HingeSpring spring, double angle)
    {
        const int steps = 16;
        var h = angle / steps;
        var sum = Moment(spring, 0) + Moment(spring, angle);
        for (var i = 1; i < steps; i++) sum += (i % 2 == 0 ? 2 : 4) * Moment(spring, i * h);
        return sum * h / 3;
    }

    static double SoftPlus(double x) => x switch { > 30 => x, < -30 => 0, _ => Math.Log(1 + Math.Exp(x)) };

    public static double Factor(BodyModel model, double compression)
    {
        var tuning = model.Anatomy.Tuning;
        return 1 + tuning.PreloadGain * (1 - Math.Exp(-Math.Max(compression, 0) / tuning.PreloadForceN));
    }
}
