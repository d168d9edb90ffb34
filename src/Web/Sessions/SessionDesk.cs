using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Sessions;

/// <summary>Puts sessions together from the day, the history and what was chosen.</summary>
public sealed class SessionDesk(CareModels care, TimeProvider clock)
{
    /// <summary>One that was left is gone on with for this long.</summary>
    static readonly TimeSpan Stale = TimeSpan.FromHours(4);
    public const int MostMoves = 20;

    public DateTimeOffset Now => clock.GetLocalNow();

    public Hold HoldOf(Person person) => Of(person, care.Day(person));

    public static Hold Of(Person person, Today day) =>
        !person.HasAnswers ? Hold.NoCheck
        : day.Plan.Withheld is not null ? Hold.Withheld
        : person.NewSince is not null ? Hold.News
        : day.Rescreen is { Holds: true } ? Hold.Questions
        : !person.WentThrough ? Hold.NoCheck
        : Hold.None;

    /// <summary>The same limits as when the app hears the number itself: the moves of strong pain, and the doses of a day that is worse than the last session.</summary>
    PainAhead AheadOf(Person person, IReadOnlyCollection<SessionMove> moves)
    {
        var (day, rules) = (care.Day(person), care.Daily.Rules);
        // Not as the day has them, but as they would be dosed anew.
        var bare = day with { Items = [] };
        var strong = care.Daily.Own(person.Answers, person.Daily, Now, bare with { Answers = day.Answers.With(Pain, rules.StrongPain) });
        var worse = care.Daily.Own(person.Answers, person.Daily, Now, bare with { Progress = day.Progress with { Worse = true } });
        var running = person.Daily.Sessions.LastOrDefault(session => session.Day == person.Today && session.Started is not { What.Programme: false })?.Id;
        var before = person.Daily.Sessions.LastOrDefault(session => session.Day < person.Today && session.Tried && session.Before is not null)?.Before;
        return new([.. moves.Select(move => move.Id).Where(id => strong.Of(id, running) is { Today: not null })], before + rules.WorsePain,
            moves.Select(move => worse.Of(move.Id, running)).OfType<OwnMove>().Where(move => move.Today is not null).ToImmutableDictionary(move => move.Item.Id, move => new SessionMove(move, null)));
    }

    const string Pain = "nprs";

    public OwnMoves Own(Person person) => care.Own(person);

    /// <summary>It has its end, or is of a day before this one and was left for long: midnight alone ends none.</summary>
    public bool IsOver(Session session, DateOnly today) => session.Ended is not null || (session.Day < today && Now - session.Until >= Stale);

    /// <summary>The session of the programme that began and has no end.</summary>
    public Session? Unfinished(Person person) => person.Daily.Sessions.LastOrDefault(session =>
        session is { Started.What.Programme: true, Ended: null } && Now - session.Until < Stale && session.At <= Now);

    /// <summary>What the programme has left for today, the reading last.</summary>
    public SessionModel Today(Person person)
    {
        var (day, own) = (care.Day(person), Own(person));
        var moves = day.Items.Where(item => item is { Done: false, NotBefore: null }).Select(item => new SessionMove(new(item.Item, item, []), null));
        var done = person.Daily.Sessions.Where(session => session.Day == person.Today).SelectMany(session => session.Items).Select(report => report.What.Item).ToHashSet();
        if (day.Lesson is { } lesson && !done.Contains(lesson.Id) && own.Of(lesson.Id) is { Today: not null } reading) moves = moves.Append(new SessionMove(reading, null));
        return ToBegin(person, new(Guid.CreateVersion7(), null, true, [.. moves], day, null), own);
    }

    /// <summary>All of today's programme, done or not: for paper.</summary>
    public SessionModel Whole(Person person)
    {
        var day = care.Day(person);
        return new(Guid.Empty, null, true, [.. day.Items.Select(item => new SessionMove(new(item.Item, item, []), null))], day, null);
    }

    /// <summary>Moves that the person chose, those that are not offered included.</summary>
    public SessionModel Chosen(Person person, IEnumerable<string> ids)
    {
        var own = Own(person);
        return ToBegin(person, new(Guid.CreateVersion7(), null, false, [.. ids.Distinct().Take(MostMoves).Select(id => own.Of(id)).OfType<OwnMove>().Select(move => new SessionMove(move, null))],
            care.Day(person), null), own);
    }

    /// <summary>A stiff moment, and little time: up to three gentle moves that need a chair or a wall at most, those of the day first, another beginning each day.</summary>
    public SessionModel Few(Person person)
    {
        var own = Own(person);
        var day = care.Day(person).Items.Where(item => !item.Done).Select(item => item.Item);
        var others = care.Model.Library.Items.Where(item => item is { ByHandOnly: false, Level: <= FewLevel });
        Item[] gentle = [.. day.Concat(others).Where(item => FewFamilies.Contains(item.Family) && item.Equipment.All(FewThings.Contains) && !item.Cautions.Contains("rad")).Distinct()];
        var (moves, minutes) = (new List<string>(), 0.0);
        foreach (var family in FewFamilies)
        {
            var ofFamily = gentle.Where(item => item.Family == family).ToArray();
            var open = Enumerable.Range(0, ofFamily.Length).Select(i => own.Of(ofFamily[(i + person.Today.DayNumber) % ofFamily.Length].Id)?.Today)
                .FirstOrDefault(today => today is { NotBefore: null, Done: false, Minutes: <= FewMinutes } && minutes + today.Minutes <= FewMinutes);
            if (open is null) continue;
            moves.Add(open.Id);
            minutes += open.Minutes;
        }
        return Chosen(person, moves);
    }

    const double FewMinutes = 6;
    const int FewLevel = 2;
    static readonly ImmutableArray<string> FewThings = ["chair", "wall"];
    static readonly ImmutableArray<Family> FewFamilies = [Family.Mobility, Family.Stretch, Family.Breathing];

    /// <summary>A session that has begun; null: there is none of this id.</summary>
    /// <param name="at">The move to show; null: the first that is open.</param>
    /// <param name="easier">One to offer.</param>
    public SessionModel? Running(Person person, Guid id, string? at = null, string? easier = null)
    {
        if (!person.Daily.SessionsById.TryGetValue(id, out var run) || run.Started is not { } started) return null;
        var own = Own(person);
        var ids = started.What.Items.Concat(run.Items.Select(report => report.What.Item)).Concat(at is null ? [] : [at]).Distinct().Take(2 * MostMoves);
        ImmutableArray<SessionMove> moves = [.. ids.Select(one => own.Of(one, id)).OfType<OwnMove>().Select(move => new SessionMove(move, run.Items.LastOrDefault(report => report.What.Item == move.Item.Id)))];
        var wanted = at is null ? -1 : moves.ToList().FindIndex(move => move.Id == at && move is { Today: not null, Move.Stopped: false });
        var open = moves.ToList().FindIndex(move => move.IsOpen);
        var model = new SessionModel(id, run, started.What.Programme, moves, care.Day(person), wanted >= 0 ? wanted : open >= 0 ? open : null)
        {
            Hold = HoldOf(person), Pain = run.Before,
            Easier = easier is not null && own.Of(easier, id) is { Today: not null, Stopped: false } other && moves.All(move => move.Id != easier) ? new(other, null) : null,
        };
        return Whole(model, own);
    }

    /// <summary>One that is just to begin.</summary>
    SessionModel ToBegin(Person person, SessionModel model, OwnMoves own)
    {
        var whole = Whole(model, own);
        return whole with { Ahead = AheadOf(person, [.. whole.Moves, .. whole.Others]) };
    }

    // "Too much" may close a move for good: the easier one that came in its place goes on all the same, as long as it is for the person itself.
    static SessionModel Whole(SessionModel model, OwnMoves own) => model with
    {
        Others = [.. model.Moves.Select(move => move.Report is null ? move.Today?.Easier : move.Item.Easier).OfType<string>().Distinct().Where(id => model.Moves.All(move => move.Id != id))
            .Select(id => own.Of(id, model.Id)).Where(move => move is { Today: not null, Stopped: false }).Select(move => new SessionMove(move!, null))],
    };

    /// <summary>The latest session whose outcome is not known yet: of one of the days before that it is asked for, and not asked about since.</summary>
    public static Session? ToAskAbout(Person person, DateTimeOffset now) => person.Daily.Sessions.LastOrDefault(session =>
        session.Tried && session.Day < person.Today && session.Day >= person.Today.AddDays(-Session.AskedFor) && (session.Settled is null || session.Morning is null || session.MayHaveSettled(now)));
}
