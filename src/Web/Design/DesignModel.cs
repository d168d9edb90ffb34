using System.Collections.Immutable;
using System.Text;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Mast;
using Mainstay.Web.Moves;

namespace Mainstay.Web.Design;

/// <summary>Real data for the page of parts: a made-up desk worker and a made-up emergency, judged by the reasoning.</summary>
/// <param name="Fired">A rule that fired, as it is, provisional, and seen by a professional.</param>
/// <param name="Claims">One claim for each verdict.</param>
/// <param name="Moves">A move that is free, one that is done otherwise, one that is left out.</param>
public sealed record DesignModel(Answers Answers, Assessment Result, ImmutableArray<FiredRule> Fired, ImmutableArray<Claim> Claims, ImmutableArray<Move> Moves)
{
    /// <summary>Of the mechanical body: with tight muscles, and out of reach.</summary>
    public ImmutableArray<MastState> Bodies { get; init; } = [];

    public required DesignDiary Diary { get; init; }

    const string Desk = """
        {"age": 42, "sex": "f", "onset_days": 35, "onset_mode": "gradual", "trend": "better", "nprs": 4, "work_kind": "desk", "sitting_hours": 8, "sit_builds": "yes",
         "sitting_breaks": "rarely", "better_active_days": "yes", "stress_level": 6, "sleep_hours": 6, "body_map": {"low_back_right": 5, "low_back_left": 3, "neck_left": 2},
         "minutes_per_day": 12, "days_per_week": 5, "places": ["home"], "equipment": []}
        """;

    internal const string Emergency = """{"age": 58, "sex": "m", "onset_days": 4, "ces_saddle": "yes", "ces_bladder": "unsure", "body_map": {"low_back_right": 8}}""";

    public static DesignModel Of(CareModels care, BodyDesk desk, DateOnly today)
    {
        var library = care.Model.Library;
        var answers = AnswersJson.Read(Encoding.UTF8.GetBytes(Desk), care.Questionnaire);
        // Nothing dangerous is left open, so that there is a plan to show.
        foreach (var input in library.Gates.SelectMany(gate => gate.Lines).SelectMany(line => line.Covers).Distinct().Select(care.Questionnaire.IndexOf))
            if (answers[input].State == AnswerState.Unanswered && care.Questionnaire.HarmlessOf(input) is { IsGiven: true } harmless)
                answers = answers.With(care.Questionnaire[input].Id, harmless);
        var first = care.Triage.Assess(AnswersJson.Read(Encoding.UTF8.GetBytes(Emergency), care.Questionnaire)).Fired[0];
        var record = new Seen(first.Rule.Id, today, "Dr Weiss", "", true, "");
        var diary = DesignDiary.Of(care.Model, answers, today);
        return new(answers, care.Model.Assess(answers, today), [first, first with { Provisional = true }, first with { Seen = true, Record = record }],
            [.. Enum.GetValues<Verdict>().Select(verdict => library.Claims.FirstOrDefault(claim => claim.Verdict == verdict) ?? library.Claims[0] with { Verdict = verdict })],
            MovesOf(library))
        {
            Bodies = [Body(desk, "bend", 8), Body(desk, "hang", 12)], Diary = diary, Person = DesignPerson.Of(care, answers, diary.History, today),
            Day = care.Daily.On(answers, History.Empty, new(today.ToDateTime(new(9, 0)), TimeSpan.Zero)), Words = care.Daily.Rules.Words,
        };
    }

    public required Person Person { get; init; }
    /// <summary>Models of parts that a page holds once; null until they are made.</summary>
    public DesignWhole? Whole { get; init; }

    /// <summary>A first day of the desk worker.</summary>
    public required Today Day { get; init; }
    public required ProgressWords Words { get; init; }

    static MastState Body(BodyDesk desk, string scene, double tight) =>
        desk.Ask(MastChoice.Of(desk.Scenes.First(one => one.Id == scene)).With(OwnMuscles.Hamstrings, tight), BodyDesk.PersonOf(null));

    static ImmutableArray<Move> MovesOf(Library library)
    {
        var doses = library.Doses.ToDictionary(dose => dose.Id);
        Move Of(Item item) => new(item, doses[item.Dose], [], []);
        var items = library.Items.Where(item => item.Family is Family.Stretch or Family.Strength).Take(3).ToArray();
        var caution = library.Cautions.First(one => !one.Block.IsEmpty && !one.Modify.IsEmpty);
        return [Of(items[0]), Of(items[1]) with { Changes = [caution.Modify[0]] }, Of(items[2]) with { Blocked = [caution.Block[0].Says] }];
    }
}
