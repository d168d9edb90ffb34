using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Which of what is told brings the danger questions again: something new, a sign in a leg, or a red, by word or by number. Where it comes in
/// late, no answer that was given meanwhile settles it.</summary>
public sealed class TellingSigns
{
    readonly TrafficLight _light;
    readonly LegSigns _legs;

    internal TellingSigns(Questionnaire questionnaire, TrafficLight light) => (_light, _legs) = (light, new(questionnaire));

    /// <param name="history">With what is told.</param>
    public bool IsIn(Daily told, DateTimeOffset at, History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var day = DateOnly.FromDateTime(at.DateTime);
        return told switch
        {
            CheckIn e => e.AnyNew == true || IsBadMorning(e.Pain, day, history),
            DiaryNote e => e.AnyNew == true || _legs.IsLeg(e) || IsBadMorning(e.Pain, e.For ?? day, history),
            TestTaken e => e.AnyNew == true || e.Moved == PainMoved.Down,
            SessionStart e => e.AnyNew == true || IsBadMorning(e.Pain, day, history),
            ItemReport e => e.Moved == PainMoved.Down || e.NewLegSign == true || IsRed(e.Before ?? BeforeOf(history, e.Session), e.Worst, e.After),
            SessionEnd e => IsRed(BeforeOf(history, e.Session), null, e.Pain),
            SessionAfter e => e.Moved == PainMoved.Down || e.NewLegSign == true || TookLonger(e, at, history) || IsRed(BeforeOf(history, e.Session), morning: e.Morning),
            _ => false,
        };
    }

    bool IsRed(double? before, double? worst = null, double? after = null, double? morning = null) => _light.Of(before, worst, after, null, morning) == Light.Red;

    // Where a session says nothing of the next morning, the first that is said of the pain stands for it.
    bool IsBadMorning(double? pain, DateOnly day, History history) => pain is not null && history.SessionsById.Values.Any(session =>
        session.Morning is null && day.DayNumber - session.Day.DayNumber is 1 or 2 && IsRed(BeforeOf(session), morning: pain));

    static bool TookLonger(SessionAfter after, DateTimeOffset at, History history) => after.Settled switch
    {
        Settling.Longer => true,
        Settling.NotYet => history.SessionsById.TryGetValue(after.Session, out var session) && at >= session.Until.AddDays(1),
        _ => false,
    };

    static double? BeforeOf(History history, Guid session) => history.SessionsById.TryGetValue(session, out var found) ? BeforeOf(found) : null;

    // The least that was said: of what is to be asked about none is missed.
    static double? BeforeOf(Session session) => session.Items.Select(report => report.What.Before).Append(session.Before).Min();
}
