using System.Collections.Immutable;
using Mainstay.Body.Questions;

namespace Mainstay.Web.Mast;

/// <summary>The answer of /api/body.</summary>
/// <param name="Ropes">See <see cref="BodyAnswer.Ropes"/>.</param>
/// <param name="Movement">Null for a posture that is only held.</param>
public sealed record MastJson(ImmutableArray<LevelAnswer> Levels, ImmutableArray<MusclePull> Muscles, double LimitN, string? TooHeavy, string? OutOfReach, OutOfReach? Stop,
    ImmutableSortedDictionary<string, double> Ropes, MovementJson? Movement)
{
    public static MastJson Of(MastState state)
    {
        var answer = state.Answer;
        return new(answer.Levels, answer.Muscles, answer.LimitN, state.IsTooHeavy ? answer.TooHeavy : null, answer.OutOfReach, answer.Stop, answer.Ropes, state.Movement is { Course: { } course } movement
            ? new(movement.Seconds, movement.At, [.. course.Frames.Select((frame, i) => new MomentJson(Math.Round(MastMovement.SecondsOf(i, movement.Seconds), 3), Short(frame.OfStanding), Short(course.Usual[i].OfStanding)))]) : null);

        static ImmutableArray<double> Short(ImmutableArray<double> times) => [.. times.Select(one => Math.Round(one, 4))];
    }
}

/// <param name="At">The moment that levels, muscles and ropes are of, seconds from the start.</param>
public sealed record MovementJson(double Seconds, double At, ImmutableArray<MomentJson> Frames);

/// <param name="OfStanding">Of each level from L5/S1 up: load over that of standing; <paramref name="Usual"/> with usual muscles.</param>
public sealed record MomentJson(double Seconds, ImmutableArray<double> OfStanding, ImmutableArray<double> Usual);
