using System.Collections.Immutable;
using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>One line of muscle or ligament in a solved posture.</summary>
/// <param name="LengthM">From attachment to attachment along its path, metres.</param>
/// <param name="Fibre">Fibre length over optimal fibre length.</param>
/// <param name="Activation">0 to 1; 0 for a ligament, and for what no equation lets pull.</param>
/// <param name="ArmsM">By angle it crosses: its moment arm −∂ℓ/∂q in metres; above 0 where pulling turns that angle up.</param>
public sealed record LineState(string Line, string Group, double LengthM, double Fibre, double Activation, double ActiveN, double PassiveN, ImmutableArray<(string Angle, double ArmM)> ArmsM)
{
    /// <summary>In the model's order.</summary>
    /// <param name="work">Solved.</param>
    public static ImmutableArray<LineState> All(Workspace work)
    {
        var model = work.Model;
        return [.. Enumerable.Range(0, model.MuscleCount).Select(i => new LineState(model.MuscleIds[i], model.Group(i), work.Length[i], work.Stretch[i],
            model.Lines.Force[i] > 0 ? work.Activation[i] : 0, work.Tension[i] - work.Passive[i], work.Passive[i], Arms(work, i)))];
    }

    static ImmutableArray<(string, double)> Arms(Workspace work, int line)
    {
        var (model, lines) = (work.Model, work.Model.Lines);
        var arms = ImmutableArray.CreateBuilder<(string, double)>();
        for (var p = lines.PairStart[line]; p < lines.PairStart[line + 1]; p++)
            for (var (j, body) = (0, lines.PairBody[p]); j < model.HingeCount[body]; j++)
                arms.Add((model.AngleIds[model.HingeStart[body] + j], -work.PairArm[4 * p + j]));
        return arms.ToImmutable();
    }
}
