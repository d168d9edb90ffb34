using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Flow;

/// <summary>What a person recorded, counted by what it is to them.</summary>
public static class RecordedKinds
{
    /// <summary>Lines such as "12 check-ins", in a fixed order, without the empty ones.</summary>
    public static ImmutableArray<string> Of(IReadOnlyCollection<Recorded> entries, Phrases say)
    {
        int Count(Func<Entry, bool> of) => entries.Count(recorded => of(recorded.Entry));
        (int Count, Func<int, string> Line)[] kinds =
        [
            (Count(e => e is AnswerGiven or AnswerCleared), n => say.Count(n, "{answers} answer, with the result and the plan", "{answers} answers, with the result and the plan")),
            (Count(e => e is CheckStarted or ScreenAnswered or CheckFinished or LevelHeld or SignsAnswered or SpasmStarted), n => say.Count(n, "{steps} step through the questions", "{steps} steps through the questions")),
            (Count(e => e is CheckedIn), n => say.Count(n, "{checkins} check-in", "{checkins} check-ins")),
            (Count(e => e is SeenRecorded), n => say.Count(n, "{notes} note of who has seen you", "{notes} notes of who has seen you")),
            (Count(e => e is QuestionsWritten), n => say.Count(n, "{notes} note of what you want to ask", "{notes} notes of what you want to ask")),
            (Count(e => e is ItemSwapped or ItemSkipped or MinutesChanged or PlaceChanged or DayMoved or PlanReset), n => say.Count(n, "{changes} change of the plan", "{changes} changes of the plan")),
            (Count(e => e is Noted { Said: SessionStart or ItemReport or SessionEnd or SessionAfter }), n => say.Count(n, "{parts} part of a session", "{parts} parts of sessions")),
            (Count(e => e is Noted { Said: DiaryNote }), n => say.Count(n, "{notes} note in the diary", "{notes} notes in the diary")),
            (Count(e => e is Noted { Said: not (SessionStart or ItemReport or SessionEnd or SessionAfter or DiaryNote) }),
                n => say.Count(n, "{notes} note of tests, sore spots, goals and breaks", "{notes} notes of tests, sore spots, goals and breaks")),
            (Count(e => e is SettingChanged), n => say.Count(n, "{changes} change of a setting", "{changes} changes of settings")),
            (Count(e => e is TakenBack), n => say.Count(n, "{steps} step taken back", "{steps} steps taken back")),
        ];
        return [.. kinds.Where(kind => kind.Count > 0).Select(kind => kind.Line(kind.Count))];
    }
}
