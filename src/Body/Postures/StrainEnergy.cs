using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>Joules stored in stretched muscles, discs and ligaments. Call after <see cref="Solver.Measure"/> or a solve.</summary>
/// <remarks>A line's passive curve integrates to F L₀ (ε₁ − ε₀) ((e^{4u} − 1)/4 − u) / (e⁴ − 1), and along the tangent beyond u = 1.</remarks>
public static class StrainEnergy
{
    public static double Of(Workspace work)
    {
        var model = work.Model;
        var energy = 0.0;
        for (var h = 0; h < model.Springs.Length; h++)
        {
            ref readonly var spring = ref model.Springs[h];
            energy += (spring.Level < 0 ? 1 : work.StiffnessFactor[spring.Level]) * Elasticity.Energy(spring, work.Angles[h]);
        }
        var lines = model.Lines;
        var norm = 1 / (Math.Exp(MuscleState.Steepness) - 1);
        for (var i = 0; i < lines.Count; i++)
        {
            var u = (work.Stretch[i] - 1 - lines.Onset[i] + work.Tightness[i]) * lines.InverseRange[i];
            if (u <= 0) continue;
            var toe = Math.Min(u, 1);
            var area = ((Math.Exp(MuscleState.Steepness * toe) - 1) / MuscleState.Steepness - toe) * norm;
            if (u > 1) area += (u - 1) + (u - 1) * (u - 1) / 2 * MuscleState.Steepness * Math.Exp(MuscleState.Steepness) * norm;
            energy += area * lines.PassiveForce[i] * work.PassiveFactor[i] * lines.Fibre[i] / lines.InverseRange[i];
        }
        return energy;
    }
}
