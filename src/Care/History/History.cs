using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>What a person recorded in the daily use: a fold over their entries. Immutable; taking one more entry in costs little, whatever is there
/// already. Every list is in the order of its moments, however late an entry arrived. What was taken back is left out before: the fold never sees
/// it.</summary>
public sealed record History
{
    public static History Empty { get; } = new();

    public ImmutableList<Logged<CheckIn>> CheckIns { get; init; } = [];
    public ImmutableDictionary<Guid, Session> SessionsById { get; init; } = ImmutableDictionary<Guid, Session>.Empty;
    public ImmutableList<Logged<DiaryNote>> Diary { get; init; } = [];
    public ImmutableList<Logged<TestTaken>> Tests { get; init; } = [];
    public ImmutableList<Logged<SpotFelt>> Spots { get; init; } = [];
    public ImmutableList<Logged<SpotPressed>> Pressed { get; init; } = [];
    public ImmutableList<Logged<GoalNamed>> GoalNames { get; init; } = [];
    public ImmutableList<Logged<GoalScored>> GoalScores { get; init; } = [];
    public ImmutableList<Logged<ExperimentStart>> Experiments { get; init; } = [];
    public ImmutableList<Logged<ExperimentStop>> ExperimentStops { get; init; } = [];
    public ImmutableList<Logged<Holiday>> Holidays { get; init; } = [];
    public ImmutableList<Logged<FreeDay>> FreeDays { get; init; } = [];
    public ImmutableList<Logged<ChallengeStart>> ChallengeStarts { get; init; } = [];
    public ImmutableList<Logged<ChallengeStop>> ChallengeStops { get; init; } = [];
    public ImmutableList<Logged<ChallengeDone>> ChallengeDone { get; init; } = [];
    public ImmutableList<Logged<ReviewSeen>> Reviews { get; init; } = [];
    public ImmutableList<Logged<WeekChosen>> Weeks { get; init; } = [];
    public ImmutableList<Logged<StressLook>> StressLooks { get; init; } = [];
    public ImmutableList<Logged<ProblemSheet>> Problems { get; init; } = [];
    public ImmutableList<Logged<ReturnStart>> Returns { get; init; } = [];
    public ImmutableList<Logged<ReturnTried>> ReturnsTried { get; init; } = [];
    public ImmutableList<Logged<ReturnStop>> ReturnStops { get; init; } = [];
    public ImmutableList<Logged<BreakLog>> Breaks { get; init; } = [];
    public ImmutableList<Logged<BreakSettings>> BreakSettings { get; init; } = [];
    /// <summary>Input id → when it was last answered, or answered anew with the same.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Answered { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;
    /// <summary>Input id → since when it has the answer that it has.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Stands { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;
    /// <summary>The same as it was told, held by nothing that came in late: a sign that was told after such a note was no known one then.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Changed { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;
    /// <summary>When the check that the programme rests on was finished; null before.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>When each check that began a course of its own was finished, oldest first. Reviews count within a course; <see cref="Begun"/> stays.</summary>
    public ImmutableSortedSet<DateTimeOffset> Courses { get; init; } = [];

    /// <summary>Pain as the check of a course has it, by when that check was finished: an earlier course is judged by its own check.</summary>
    public ImmutableDictionary<DateTimeOffset, double> CheckPains { get; init; } = ImmutableDictionary<DateTimeOffset, double>.Empty;

    /// <summary>Since when the course that was on at a moment is on; null: there was none.</summary>
    public DateTimeOffset? CourseAt(DateTimeOffset now) => Courses.IsEmpty ? null : Courses.LastOrDefault(at => at <= now) is var on && on == default ? Courses[0] : on;

    /// <summary>Was the look back of a week of the course that is on read?</summary>
    public bool HasReadReview(int week, DateTimeOffset now)
        => Reviews.Any(seen => seen.What.Week == week && seen.At <= now && (Courses.Count < 2 || seen.At >= CourseAt(now)));

    /// <summary>Does the person want the whole week, where the course that is on could thin it out?</summary>
    public bool WantsWholeWeek(DateTimeOffset now)
        => Weeks.LastOrDefault(choice => choice.At <= now && (Courses.Count < 2 || choice.At >= CourseAt(now))) is { What.Whole: true };

    /// <summary>Sessions in the order in which they began.</summary>
    public ImmutableArray<Session> Sessions => [.. SessionsById.Values.OrderBy(s => s.At).ThenBy(s => s.Id)];

    /// <summary>Takes an entry in.</summary>
    /// <exception cref="ArgumentException">A kind that this version does not fold.</exception>
    public History With(Guid id, DateTimeOffset at, Daily what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return what switch
        {
            CheckIn e => this with { CheckIns = Put(CheckIns, id, at, e) },
            SessionStart e => Of(e.Session, s => s with { Started = new(id, at, e) }),
            ItemReport e => Of(e.Session, s => s with { Items = Put(s.Items, id, at, e) }),
            SessionEnd e => Of(e.Session, s => s with { Ended = new(id, at, e) }),
            SessionAfter e => Of(e.Session, s => s with { Later = Put(s.Later, id, at, e) }),
            DiaryNote e => this with { Diary = Put(Diary, id, at, e) },
            TestTaken e => this with { Tests = Put(Tests, id, at, e) },
            SpotFelt e => this with { Spots = Put(Spots, id, at, e) },
            SpotPressed e => this with { Pressed = Put(Pressed, id, at, e) },
            GoalNamed e => this with { GoalNames = Put(GoalNames, id, at, e) },
            GoalScored e => this with { GoalScores = Put(GoalScores, id, at, e) },
            ExperimentStart e => this with { Experiments = Put(Experiments, id, at, e) },
            ExperimentStop e => this with { ExperimentStops = Put(ExperimentStops, id, at, e) },
            Holiday e => this with { Holidays = Put(Holidays, id, at, e) },
            FreeDay e => this with { FreeDays = Put(FreeDays, id, at, e) },
            ChallengeStart e => this with { ChallengeStarts = Put(ChallengeStarts, id, at, e) },
            ChallengeStop e => this with { ChallengeStops = Put(ChallengeStops, id, at, e) },
            ChallengeDone e => this with { ChallengeDone = Put(ChallengeDone, id, at, e) },
            ReviewSeen e => this with { Reviews = Put(Reviews, id, at, e) },
            WeekChosen e => this with { Weeks = Put(Weeks, id, at, e) },
            StressLook e => this with { StressLooks = Put(StressLooks, id, at, e) },
            ProblemSheet e => this with { Problems = Put(Problems, id, at, e) },
            ReturnStart e => this with { Returns = Put(Returns, id, at, e) },
            ReturnTried e => this with { ReturnsTried = Put(ReturnsTried, id, at, e) },
            ReturnStop e => this with { ReturnStops = Put(ReturnStops, id, at, e) },
            BreakLog e => this with { Breaks = Put(Breaks, id, at, e) },
            BreakSettings e => this with { BreakSettings = Put(BreakSettings, id, at, e) },
            _ => throw new ArgumentException($"{what.GetType().Name} has no place in the history."),
        };
    }

    /// <param name="asBefore">Answered anew with what it was.</param>
    public History WithAnswer(string input, DateTimeOffset at, bool asBefore = false) => this with
    {
        Answered = Answered.SetItem(input, at),
        Stands = asBefore && Stands.ContainsKey(input) ? Stands : Stands.SetItem(input, at),
        Changed = asBefore && Changed.ContainsKey(input) ? Changed : Changed.SetItem(input, at),
    };

    /// <summary>Something was told at a moment that a wrong clock had passed already: no answer from before it was given since.</summary>
    public History AnsweredBefore(DateTimeOffset at)
    {
        var last = at.AddMilliseconds(-1);
        return this with { Answered = Held(Answered), Stands = Held(Stands) };

        ImmutableDictionary<string, DateTimeOffset> Held(ImmutableDictionary<string, DateTimeOffset> moments) =>
            moments.SetItems(moments.Where(one => one.Value > at).Select(one => KeyValuePair.Create(one.Key, last)));
    }

    /// <summary>An answer was taken back: as far as asking again goes, it was never given.</summary>
    public History WithoutAnswer(string input) => this with { Answered = Answered.Remove(input), Stands = Stands.Remove(input), Changed = Changed.Remove(input) };

    /// <summary>The check was finished. The first one begins the programme.</summary>
    /// <param name="anew">It was begun anew, for another spell: a course of its own.</param>
    /// <param name="pain">As it was answered.</param>
    public History WithCheck(DateTimeOffset at, bool anew = false, double? pain = null)
    {
        var with = this with
        {
            Begun = Begun is null || at < Begun ? at : Begun,
            Courses = anew || Courses.IsEmpty ? Courses.Add(at) : at < Courses[0] ? Courses.Remove(Courses[0]).Add(at) : Courses,
        };
        return pain is { } hurts && with.CourseAt(at) is { } course ? with with { CheckPains = with.CheckPains.SetItem(course, hurts) } : with;
    }

    History Of(Guid session, Func<Session, Session> change)
        => this with { SessionsById = SessionsById.SetItem(session, change(SessionsById.GetValueOrDefault(session) ?? new(session))) };

    // Nearly always the newest; one that arrives late goes where it belongs.
    static ImmutableList<Logged<T>> Put<T>(ImmutableList<Logged<T>> list, Guid id, DateTimeOffset at, T what) where T : class
    {
        var place = list.Count;
        while (place > 0 && list[place - 1] is var before && (before.At > at || (before.At == at && before.Id.CompareTo(id) > 0))) place--;
        return list.Insert(place, new(id, at, what));
    }
}
