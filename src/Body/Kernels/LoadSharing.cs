using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Which muscle carries how much: min ½ Σ w a² + ½ rᵀ D⁻¹ r so that B a + r = τ, low ≤ a ≤ high.</summary>
/// <remarks>Solved in its dual, which has one unknown an equation: a(λ) = clip(Bᵀλ / w), and λ is where g(λ) = τ − D λ − B a(λ) = 0.
/// g is the gradient of a strongly concave, piecewise quadratic function; Newton's step on the current piece is H d = g with
/// H = D + Σ b bᵀ / w over the muscles between their bounds, followed by an exact search along d. Where the muscles are too weak the
/// problem still has its answer: r = D λ says how much is missing, and where.</remarks>
static class LoadSharing
{
    const int MaxIterations = 100;
    /// <summary>Where the steps end, N and Nm.</summary>
    const double Tolerance = 1e-9;
    /// <summary>Good enough where a step no longer helps: Nm while the pelvis is held, body weights (and body weights times a metre) while supports
    /// push. There what is unbalanced is divided by a small reserve and multiplied by a whole weight, and rounding alone leaves about 1e-9 of it.</summary>
    const double Enough = 1e-8;

    public static void Solve(BodyModel model, Workspace work)
    {
        var reserve = model.Anatomy.Tuning.Reserve;
        SetUp(model, work);
        work.Iterations = 0;
        var cold = !work.Warm;
        work.Solved = work.Warm = Newton(model, work, reserve, cold) || Continue(model, work, reserve);
        var m = model.BalancedRows;
        var effort = 0.0;
        for (var i = 0; i < model.MuscleCount + work.Contacts; i++) effort += work.Activation[i] * work.Activation[i] / work.InverseEffort[i];
        work.Step.AsSpan(0, m).Clear();
        Slack.Subtract(model, reserve, work.Multiplier, work.Step);
        for (var j = 0; j < m; j++) effort -= work.Multiplier[j] * work.Step[j];
        work.Effort = effort / 2;
    }

    /// <summary>Fallback: start with a softer problem and harden it. Every stage begins where the last ended.</summary>
    static bool Continue(BodyModel model, Workspace work, double reserve)
    {
        Array.Clear(work.Multiplier);
        var cold = true;
        for (var soft = reserve * 1e6; soft > reserve * 1.5; soft /= 10, cold = false)
            Newton(model, work, soft, cold);
        return Newton(model, work, reserve, cold: false);
    }

    static void SetUp(BodyModel model, Workspace work)
    {
        var (lines, n, m) = (model.Lines, model.MuscleCount, model.BalancedRows);
        var tone = model.Anatomy.Tuning.Tone;
        for (var i = 0; i < n; i++)
        {
            (work.Low[i], work.High[i]) = (lines.Force[i] > 0 ? tone : 0, 1);
        }
        var need = work.Need;
        for (var j = 0; j < m; j++) need[j] = -work.External[j] - (j < 6 ? 0 : work.Elastic[j]);
        if (work.Contacts == 0) need.AsSpan(0, 6).Clear();
        Equations.AddByJoint(lines, work.PairArm, work.Passive, 1, need);
        need.AsSpan(m).Clear();
    }

    static bool Newton(BodyModel model, Workspace work, double reserve, bool cold)
    {
        var (m, stride) = (model.BalancedRows, work.Stride);
        if (cold) Array.Clear(work.Multiplier);
        Equations.Pulls(model, work, work.Multiplier, work.Pull);
        var (unit, last) = (work.Contacts > 0 ? model.Weight : 1, double.PositiveInfinity);
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            Equations.Clip(model, work);
            work.Residual = Equations.Gradient(model, work, reserve);
            if (work.Residual <= Tolerance || (work.Residual <= Enough * unit && work.Residual > last / 2))
            {
                // The pulls were carried along; count only what holds with fresh ones.
                Equations.Pulls(model, work, work.Multiplier, work.Pull);
                Equations.Clip(model, work);
                work.Residual = Equations.Gradient(model, work, reserve);
                if (work.Residual <= Tolerance || (work.Residual <= Enough * unit && work.Residual > last / 2)) return true;
            }
            last = work.Residual;
            work.Iterations++;
            if (iteration == 0) Curvature.Build(model, work, reserve, everyone: cold);
            else Curvature.Update(model, work);
            if (!Cholesky.Factor(Curvature.ByRows(model, work), work.Factor, m, stride)) return false;
            work.Gradient.AsSpan(0, m).CopyTo(work.Step);
            Cholesky.Solve(work.Factor, work.Step, m, stride);
            Equations.Pulls(model, work, work.Step, work.PullStep);
            var t = LineSearch.Find(model, work, reserve);
            for (var j = 0; j < m; j++) work.Multiplier[j] += t * work.Step[j];
            Equations.Advance(model, work, t);
        }
        return false;
    }
}
