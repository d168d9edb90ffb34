using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A way back to a move that a person stays away from, as it stands: one step at a time, by fear and not by pain.</summary>
/// <param name="Move">The feared move of the knowledge; null where it is one of the person's own.</param>
/// <param name="Steps">The easiest first.</param>
/// <param name="Step">The one to do now, from 0.</param>
/// <param name="Calm">Calm tries of it in a row.</param>
/// <param name="Tried">Oldest first.</param>
/// <param name="Done">The last step was calm often enough.</param>
public sealed record WayBack(string Id, FearedMove? Move, string Name, ImmutableArray<string> Steps, int Step, int Calm, ImmutableArray<Logged<ReturnTried>> Tried, bool Done)
{
    /// <summary>Fear after a try, up to which it counts as calm.</summary>
    public const double CalmFear = 3;
    /// <summary>Calm tries in a row that open the next step. On one day at most one step opens.</summary>
    public const int CalmTries = 2;

    /// <summary>All that were begun and not put away, in the order they were begun.</summary>
    public static ImmutableArray<WayBack> Of(History history, Library library, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(library);
        return [.. history.Returns.Where(start => start.At <= now && history.ReturnStops.All(stop => stop.What.Way != start.What.Way || stop.At > now))
            .DistinctBy(start => start.What.Way).Select(start => Of(start.What, history, library, now)).OfType<WayBack>()];
    }

    static WayBack? Of(ReturnStart start, History history, Library library, DateTimeOffset now)
    {
        var move = start.Move is null ? null : library.Returns.FirstOrDefault(one => one.Id == start.Move);
        // The knowledge no longer has it.
        if (start.Move is not null && move is null) return null;
        ImmutableArray<string> steps = move?.Steps ?? [.. start.Steps];
        var (step, calm, done) = (0, 0, false);
        DateOnly? opened = null;
        var tried = history.ReturnsTried.Where(one => one.What.Way == start.Way && one.At <= now).ToImmutableArray();
        foreach (var one in tried)
        {
            if (one.What.TooMuch && one.What.Step <= step) (step, calm) = (Math.Max(0, one.What.Step - 1), 0);
            // What was tried beyond the step is no proof of it; an easier one again takes nothing away.
            if (one.What.TooMuch || one.What.Step != step) continue;
            calm = one.What.After <= CalmFear ? calm + 1 : 0;
            if (calm < CalmTries || opened == one.Day) continue;
            (calm, opened) = (0, one.Day);
            if (step == steps.Length - 1) done = true;
            else step++;
        }
        return new(start.Way, move, move?.Name ?? start.Name!, steps, step, calm, tried, done);
    }

    /// <summary>Why no step may be tried now; null: one may. Never while questions are open, in a bad spell, on a day with strong or more pain, within two
    /// days of red, or where the move is left out for the person's safety.</summary>
    public ReturnHold? Held(CareModel care, Answers answers, Today today)
    {
        ArgumentNullException.ThrowIfNull(care);
        ArgumentNullException.ThrowIfNull(today);
        if (today.Underlying == DayMode.Withheld) return new(HoldReason.NoProgramme);
        if (today.Rescreen is not null || today.Underlying == DayMode.Guarded) return new(HoldReason.Questions);
        if (today.Underlying == DayMode.Flare || today.Progress.Flare is not null) return new(HoldReason.Flare);
        if (today.Underlying == DayMode.StrongPain || today.Progress.Worse) return new(HoldReason.Pain);
        if (today.Progress.Sessions.Any(session => session.Light == Light.Red && session.Day >= today.Date.AddDays(-RedDays))) return new(HoldReason.Red);
        var standing = care.Contraindications.Of(answers, today.Assessment.Triage.Suspicions);
        if (Move is not null && today.Progress.Gate.Closed.Contains(Move.Like)) return new(HoldReason.Closed);
        var says = Move is not null && care.Planner.Catalogue.Find(Move.Like) is { } like ? standing.Reasons(like.Index) : standing.ReasonsOfCaution(OwnCaution);
        return says.IsEmpty ? null : new(HoldReason.Blocked) { Says = says[0] };
    }

    const int RedDays = 2;
    /// <summary>Holds for any move that nobody has looked at.</summary>
    const string OwnCaution = "fx";
}

public enum HoldReason
{
    /// <summary>There is no programme.</summary>
    NoProgramme,
    /// <summary>Danger questions are open.</summary>
    Questions,
    Flare,
    /// <summary>Strong pain, or more than the last time.</summary>
    Pain,
    /// <summary>A session was too much.</summary>
    Red,
    /// <summary>A move like it rests for now.</summary>
    Closed,
    /// <summary>A move like it is left out for safety.</summary>
    Blocked,
}

/// <param name="Reason">Why a step waits.</param>
public sealed record ReturnHold(HoldReason Reason)
{
    /// <summary>The sentence of the limit, where it is blocked.</summary>
    public string? Says { get; init; }
}

/// <summary>A sheet for a problem, as it stands.</summary>
/// <param name="Begun">The day of its first save.</param>
public sealed record ProblemNow(ProblemSheet Sheet, DateOnly Begun)
{
    /// <summary>Open ones first, the newest first.</summary>
    public static ImmutableArray<ProblemNow> Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. history.Problems.GroupBy(one => one.What.Sheet).Select(saves => new ProblemNow(saves.Last().What, saves.First().Day)).Reverse().OrderBy(one => one.Sheet.Done)];
    }
}
