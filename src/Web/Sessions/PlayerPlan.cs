using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;
using Mainstay.Web.Figures;

namespace Mainstay.Web.Sessions;

/// <summary>One step of a motion, as it runs once.</summary>
public sealed record PlayerStep(string Phase, double Seconds, string? Breath, string? Say);

/// <summary>What the player needs of one move; its words and pictures stand in the page.</summary>
/// <param name="Pace">reps, hold, time or own.</param>
/// <param name="Reps">Of each set.</param>
/// <param name="Hold">Seconds of each hold.</param>
/// <param name="Rounds">Where repetitions are not counted.</param>
/// <param name="Asked">As it is to be recorded.</param>
/// <param name="Motion">Address of its file; null: it has none.</param>
/// <param name="Side">right or left where the motion shows one side.</param>
/// <param name="Steps">Of the motion.</param>
/// <param name="Said">The move's own steps, to be read out while time runs.</param>
/// <param name="Report">What was said of it in this session.</param>
/// <param name="Stopped">It was too much today, and is not to be done again before tomorrow.</param>
/// <param name="Gentle">It stays when the pain just before is strong.</param>
/// <param name="Calm">Its dose when the pain just before is worse than at the last session; null: the same.</param>
public sealed record PlayerMove(string Id, string Name, string Family, string Pace, bool Sides, ImmutableArray<int> Reps, double? Hold, int Rounds, double Minutes, double? Asked,
    string? Easier, string? Motion, string? Side, ImmutableArray<PlayerStep> Steps, ImmutableArray<string> Said, string? Report, bool Stopped, bool Gentle, PlayerDose? Calm);

/// <summary>As in <see cref="PlayerMove"/>.</summary>
public sealed record PlayerDose(ImmutableArray<int> Reps, double? Hold, int Rounds, double Minutes, double? Asked);

/// <summary>Pain that stops a move, 0 to 10.</summary>
/// <param name="Rise">A rise by so much is red.</param>
/// <param name="High">So is pain from this on, with a rise of at least <paramref name="HighRise"/>.</param>
public sealed record PlayerRed(double Rise, double High, double HighRise);

/// <param name="Session">Null: it has not begun.</param>
/// <param name="Next">An id that the session takes when the player begins it.</param>
/// <param name="Before">Pain before, 0 to 10.</param>
/// <param name="Strong">Pain just before the start from which only gentle moves are left.</param>
/// <param name="Worse">Pain just before the start from which nothing asks for more than the last time.</param>
public sealed record PlayerPlan(Guid? Session, Guid Next, bool Programme, double? Before, PlayerRed Red, double Strong, double? Worse, ImmutableArray<PlayerMove> Moves, ImmutableArray<PlayerMove> Others)
{
    /// <param name="rules">The thresholds of red, so that the player can stop a move without a connection by the same numbers.</param>
    public static PlayerPlan Of(SessionModel model, MoveFigures? figures, ProgressRules rules) => new(model.Run?.Id, model.Id, model.Programme, model.Pain, new(rules.RedRise, rules.RedPain, rules.RedPainRise),
        rules.StrongPain, model.Ahead?.Worse,
        [.. model.Moves.Where(move => move.IsOpen || move is { Today: not null, Report: not null }).Select(move => Of(move, model.Ahead, figures))], [.. model.Others.Select(move => Of(move, model.Ahead, figures))]);

    static PlayerMove Of(SessionMove move, PainAhead? ahead, MoveFigures? figures)
    {
        var (item, today) = (move.Item, move.Today!);
        var motion = figures?.MotionOf(item);
        return new(item.Id, item.Name, item.Family.ToString().ToLowerInvariant(), move.Pace.ToString().ToLowerInvariant(), item.Sides, today.Reps, today.HoldS,
            DoseOf(move).Rounds, today.Minutes, move.Asked, today.Easier, motion is null ? null : figures?.Of(item)?.Motion, motion?.Side switch { MotionSide.Right => "right", _ => null },
            motion is null ? [] : StepsOf(motion), item.Family is Family.Relaxation ? item.Steps : [], move.Report is { } report ? Snake(report.What.Outcome.ToString()) : null, move.Move.Stopped,
            ahead?.Gentle.Contains(move.Id) ?? true, ahead?.Calm.GetValueOrDefault(move.Id) is { } calm && calm.Pace == move.Pace && DoseOf(calm) is var less && !Same(less, DoseOf(move)) ? less : null);
    }

    static PlayerDose DoseOf(SessionMove move) => new(move.Today!.Reps, move.Today.HoldS, move.Today.Sets ?? 1, move.Today.Minutes, move.Asked);

    static bool Same(PlayerDose one, PlayerDose other) => one.Reps.SequenceEqual(other.Reps) && one with { Reps = other.Reps } == other;

    static ImmutableArray<PlayerStep> StepsOf(Motion motion) => [.. motion.Steps.Select(step => new PlayerStep(Snake(step.Phase.ToString()), step.Seconds, step.Breath?.ToString().ToLowerInvariant(), step.Say))];

    static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
