using System.Collections.Immutable;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Design;

/// <summary>The made-up desk worker as a person of the app: with a check gone through, three check-ins, and the diary of <see cref="DesignDiary"/>.</summary>
static class DesignPerson
{
    public static Person Of(CareModels care, Answers answers, History diary, DateOnly today)
    {
        var values = JsonDocument.Parse(AnswersJson.Write(answers)).RootElement;
        var ids = 0;
        Recorded At(int day, double hour, Entry entry) => new(new Guid(++ids, 9, 0, new byte[8]), new DateTimeOffset(today.AddDays(day), default, TimeSpan.Zero).AddHours(hour), entry);
        var check = At(-42, 7, new CheckFinished("S"));
        Recorded[] entries =
        [
            At(-42, 6, new CheckStarted()), .. values.EnumerateObject().Select(one => At(-42, 6, new AnswerGiven(one.Name, one.Value.Clone()))),
            At(-42, 6, new ScreenAnswered(0, "you", ["age", "sex"], .1)), At(-42, 6, new ScreenAnswered(1, "where", ["regions", "body_map"], .2)), check,
            At(-2, 8, new CheckedIn(6, 7, 1, false)), At(-1, 8, new CheckedIn(5, 3, 2, false)), At(0, 8, new CheckedIn(4, 3, 3, false)),
            At(0, 8, new QuestionsWritten("May I run again?\nWhich pillow is good for me?")),
        ];
        return new PersonFold(care).Of(entries, today) with { Daily = diary };
    }
}
