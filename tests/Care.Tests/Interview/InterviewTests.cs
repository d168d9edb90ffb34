using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>The interview on the knowledge that ships.</summary>
public class InterviewTests(Xunit.Abstractions.ITestOutputHelper output)
{
    static readonly Questionnaire Form = RealKnowledge.Form;
    static readonly Interview Interview = new(Form, RealKnowledge.Triage, new ContributorModel(Form));

    static Truthful DeskWorker => new(Answers.Empty(Form)
        .With("age", 38).With("sex", "f").WithBodyMap(new Dictionary<string, int?> { [Form[Form.IndexOf("body_map")].Options.First(o => o.Group == "low_back").Id] = 4 })
        .With("onset_days", 5).With("onset_mode", "gradual").With("trend", "same").With("nprs", 4).With("episodes_prev", "1-2")
        .With("work_kind", "desk").With("sitting_hours", 8).With("sit_builds", "yes").With("sitting_breaks", "two_hours").With("better_active_days", "yes")
        .With("stress_level", 4).With("sleep_hours", 7).With("minutes_per_day", 15).With("days_per_week", 5).WithSet("places", "home", "work").AssumeNo());

    [Fact]
    public void A_healthy_desk_worker_with_a_stiff_back_finishes_in_fourteen_screens()
    {
        var walk = DeskWorker.Through(Interview);
        foreach (var s in walk.Screens) output.WriteLine($"{s.Purpose} {s.Id}: {string.Join(" ", s.Questions.Select(q => q.Id))}");
        output.WriteLine(string.Join(" ", RealKnowledge.Triage.Assess(walk.Answers).Open));
        Assert.Equal(Urgency.SelfCare, RealKnowledge.Triage.Assess(walk.Answers).Urgency);
        Assert.InRange(walk.Screens.Length, 5, 14);
    }

    static readonly People People = new(Form);

    [Fact]
    public void Two_thousand_people_see_thirty_screens_at_most_and_end_where_their_full_answers_do()
    {
        var walks = Enumerable.Range(1, 2000).AsParallel().Select(seed =>
        {
            var person = Truthful.Make(People, (ulong)seed);
            var walk = person.Through(Interview);
            var full = RealKnowledge.Triage.Assess(person.Truth);
            return (seed, walk, asked: RealKnowledge.Triage.Assess(walk.Answers), full);
        }).ToList();
        var counts = walks.Select(w => w.walk.Screens.Length).Order().ToList();
        var quick = walks.Where(w => w.full.Urgency < Urgency.SameDay).Select(w => w.walk.Screens.Length).Order().ToList();
        output.WriteLine($"screens: median {counts[1000]}, 90 % {counts[1800]}, 99 % {counts[1980]}, most {counts[^1]}; over 30: {counts.Count(c => c > 30)}");
        if (quick.Count > 0) output.WriteLine($"below the same day: {quick.Count} people, median {quick[quick.Count / 2]}, 90 % {quick[quick.Count * 9 / 10]}, most {quick[^1]}");
        foreach (var group in walks.GroupBy(w => w.full.Urgency).OrderBy(g => g.Key)) output.WriteLine($"{group.Key}: {group.Count()} people, {group.Average(w => w.walk.Screens.Length):0.0} screens");
        var off = walks.Where(w => w.asked.Urgency != w.full.Urgency).ToList();
        foreach (var w in off.Take(30))
            output.WriteLine($"person {w.seed}: asked {w.asked.Urgency} ({Ids(w.asked)}), full {w.full.Urgency} ({Ids(w.full)}); open {string.Join(" ", w.asked.Open)}");
        Assert.DoesNotContain(walks, w => w.asked.Urgency < w.full.Urgency && w.full.Urgency >= Urgency.SameDay);
        Assert.InRange(off.Count, 0, 10);
        Assert.All(walks.Where(w => w.walk.Screens.Length > 30), w => Assert.True(w.walk.Screens.Skip(30).All(s => s.Purpose is AskPurpose.Danger or AskPurpose.Detail), $"person {w.seed}"));
    }

    /// <summary>Whoever says "not sure" at every gate is asked each question that matters, and ends where all their answers would, or higher.</summary>
    [Fact]
    public void People_who_are_not_sure_at_the_gates_are_never_rated_lower()
    {
        for (var seed = 1ul; seed <= 200; seed++)
        {
            var person = Truthful.Make(People, seed);
            var step = new InterviewStep(Answers.Empty(Form), InterviewState.Start);
            var screens = 0;
            for (; screens < 120 && Interview.Next(step.Answers, step.State) is { } screen; screens++)
                step = screen.Gate is { } gate && gate.Order < 100 ? Interview.RecordGate(step.Answers, step.State, screen, [], notSure: true) : person.Answer(Interview, step, screen);
            var (asked, full) = (RealKnowledge.Triage.Assess(step.Answers).Urgency, RealKnowledge.Triage.Assess(person.Truth).Urgency);
            Assert.True(asked >= full && screens < 80, $"person {seed}: {asked} after {screens} screens, full answers {full}");
        }
    }

    [Fact]
    public void Progress_never_goes_backwards_and_ends_at_one_and_no_question_comes_twice()
    {
        for (var seed = 1ul; seed <= 100; seed++)
        {
            var walk = Truthful.Make(People, seed).Through(Interview);
            var progress = walk.State.Visits.Select(v => v.Progress).ToList();
            Assert.Equal(progress.Order(), progress);
            Assert.Equal((seed, 1.0), (seed, progress[^1]));
            Assert.All(progress.SkipLast(1), p => Assert.InRange(p, 0.01, 0.99));
            var asked = walk.Screens.SelectMany(s => s.Questions.Select(q => q.Id).Concat(s.Gate is null ? [] : [s.Id])).ToList();
            Assert.Equal(asked.Distinct().Count(), asked.Count);
        }
    }

    [Fact]
    public void Leaving_and_coming_back_changes_nothing()
    {
        var person = Truthful.Make(People, 7);
        var walk = person.Through(Interview, stopAfter: 6);
        var answers = AnswersJson.Read(System.Text.Encoding.UTF8.GetBytes(AnswersJson.Write(walk.Answers)), Form);
        var state = System.Text.Json.JsonSerializer.Deserialize<InterviewState>(System.Text.Json.JsonSerializer.Serialize(walk.State))!;
        Assert.Equal(walk.State, state);
        Assert.Equal(Interview.Next(walk.Answers, walk.State), Interview.Next(answers, state));
    }

    static string Ids(TriageResult result) => string.Join(" ", result.Fired.Where(f => f.Rule.Level == result.Urgency).Select(f => f.Rule.Id));
}
