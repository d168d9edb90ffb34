using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Flow;

/// <summary>What a person recorded, counted by what it is to them. Every entry is in one line and in no other.</summary>
public static class RecordedKinds
{
    /// <summary>Lines such as "12 check-ins" with their counts, in a fixed order, without the empty ones.</summary>
    public static ImmutableArray<(int Count, string Line)> Of(IEnumerable<Recorded> entries, Phrases say) =>
        [.. entries.GroupBy(recorded => KindOf(recorded.Entry)).OrderBy(kind => kind.Key).Select(kind => (kind.Count(), Line(kind.Key, kind.Count(), say)))];

    /// <summary>In the order in which they are told.</summary>
    enum Kind { Answer, Step, CheckIn, Seen, Question, Plan, Session, Diary, Test, Spot, Goal, Break, Sheet, Return, Compared, Review, Off, Setting, Device, Undo, Other }

    static Kind KindOf(Entry entry) => entry switch
    {
        AnswerGiven or AnswerCleared => Kind.Answer,
        CheckStarted or ScreenAnswered or CheckFinished or LevelHeld or Placed or SignsAnswered or SpasmStarted => Kind.Step,
        CheckedIn => Kind.CheckIn,
        SeenRecorded => Kind.Seen,
        QuestionsWritten => Kind.Question,
        ItemSwapped or ItemSkipped or MinutesChanged or PlaceChanged or DayMoved or PlanReset => Kind.Plan,
        SettingChanged => Kind.Setting,
        DeviceLetIn or DevicePutOut => Kind.Device,
        TakenBack => Kind.Undo,
        Noted { Said: var said } => KindOf(said),
        _ => Kind.Other,
    };

    static Kind KindOf(Daily said) => said switch
    {
        SessionStart or ItemReport or SessionEnd or SessionAfter => Kind.Session,
        DiaryNote => Kind.Diary,
        TestTaken => Kind.Test,
        SpotFelt or SpotPressed => Kind.Spot,
        GoalNamed or GoalScored => Kind.Goal,
        BreakLog or ChallengeStart or ChallengeStop or ChallengeDone => Kind.Break,
        StressLook or ProblemSheet => Kind.Sheet,
        ReturnStart or ReturnTried or ReturnStop => Kind.Return,
        ExperimentStart or ExperimentStop => Kind.Compared,
        ReviewSeen or WeekChosen => Kind.Review,
        Holiday or FreeDay => Kind.Off,
        BreakSettings => Kind.Setting,
        _ => Kind.Other,
    };

    static string Line(Kind kind, int n, Phrases say) => kind switch
    {
        Kind.Answer => say.Count(n, "{answers} answer, with the result and the plan", "{answers} answers, with the result and the plan"),
        Kind.Step => say.Count(n, "{steps} step through the questions", "{steps} steps through the questions"),
        Kind.CheckIn => say.Count(n, "{checkins} check-in", "{checkins} check-ins"),
        Kind.Seen => say.Count(n, "{notes} note of who has seen you", "{notes} notes of who has seen you"),
        Kind.Question => say.Count(n, "{notes} note of what you want to ask", "{notes} notes of what you want to ask"),
        Kind.Plan => say.Count(n, "{changes} change of the plan", "{changes} changes of the plan"),
        Kind.Session => say.Count(n, "{parts} part of a session", "{parts} parts of sessions"),
        Kind.Diary => say.Count(n, "{notes} note in the diary", "{notes} notes in the diary"),
        Kind.Test => say.Count(n, "{tests} test that you took", "{tests} tests that you took"),
        Kind.Spot => say.Count(n, "{notes} note of a sore spot", "{notes} notes of sore spots"),
        Kind.Goal => say.Count(n, "{notes} note of a goal", "{notes} notes of goals"),
        Kind.Break => say.Count(n, "{notes} note of a break or a challenge", "{notes} notes of breaks and challenges"),
        Kind.Sheet => say.Count(n, "{sheets} note of stress or a problem", "{sheets} notes of stress and problems"),
        Kind.Return => say.Count(n, "{steps} step back to something you left out", "{steps} steps back to something you left out"),
        Kind.Compared => say.Count(n, "{notes} note of things you compared", "{notes} notes of things you compared"),
        Kind.Review => say.Count(n, "{weeks} note of a week you looked back on", "{weeks} notes of weeks you looked back on"),
        Kind.Off => say.Count(n, "{notes} note of days off", "{notes} notes of days off"),
        Kind.Setting => say.Count(n, "{changes} change of a setting", "{changes} changes of settings"),
        Kind.Device => say.Count(n, "{notes} note of a phone let in or out", "{notes} notes of phones let in or out"),
        Kind.Undo => say.Count(n, "{steps} step taken back", "{steps} steps taken back"),
        _ => say.Count(n, "{notes} other note", "{notes} other notes"),
    };
}
