using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>"Spasm now" on the knowledge that ships.</summary>
public class SpasmCheckTests
{
    static readonly Questionnaire Form = RealKnowledge.Form;
    static readonly SpasmCheck Spasm = new(Form, RealKnowledge.Triage);

    static (Answers Answers, SpasmState State) Say(string sign, SignAnswer answer, Answers? known = null)
        => Spasm.RecordSigns(known ?? Answers.Empty(Form), Spasm.Signs.ToDictionary(s => s.Id, s => s.Id == sign ? answer : SignAnswer.No));

    static (Answers Answers, SpasmState State) Give((Answers Answers, SpasmState State) step, params (string Id, string Word)[] words)
        => Spasm.Record(step.State, Spasm.Next(step.Answers, step.State)!, words.Aggregate(step.Answers, (a, w) => a.With(w.Id, w.Word)));

    static string Asked((Answers Answers, SpasmState State) step)
        => Spasm.Next(step.Answers, step.State) is { } screen ? string.Join(" ", screen.Questions.Select(q => q.Id)) : "end";

    [Fact]
    public void There_are_six_signs() => Assert.Equal(6, Spasm.Signs.Length);

    [Fact]
    public void No_sign_asks_nothing_more_and_never_clears()
    {
        var step = Say("", SignAnswer.No);
        Assert.Equal(("end", Urgency.Open), (Asked(step), Spasm.Assess(step.Answers).Level));
        Assert.Equal(Urgency.Open, Spasm.Assess(Answers.Empty(Form).AssumeNo()).Level);
    }

    [Fact]
    public void A_sign_opens_its_own_follow_ups_and_no_others()
    {
        foreach (var sign in Spasm.Signs)
            foreach (var answer in (SignAnswer[])[SignAnswer.Yes, SignAnswer.NotSure])
            {
                var step = Say(sign.Id, answer);
                var screen = Spasm.Next(step.Answers, step.State);
                Assert.NotNull(screen);
                Assert.Subset(sign.Covers.ToHashSet(), screen.Questions.Select(q => q.Id).ToHashSet());
            }
    }

    [Fact]
    public void A_ticked_sign_whose_follow_ups_are_left_blank_stands_as_an_emergency_where_doubt_counts_as_yes()
    {
        var step = Give(Say("between-legs", SignAnswer.Yes));
        Assert.Equal(Urgency.Emergency, Spasm.Assess(step.Answers).Level);
    }

    [Fact]
    public void A_sign_that_is_there_is_an_emergency_once_its_time_is_known()
    {
        var step = Give(Say("between-legs", SignAnswer.Yes), ("ces_saddle", "yes"), ("ces_bladder", "no"), ("ces_bowel", "no"), ("ces_sexual", "skip"));
        Assert.Equal(Urgency.Emergency, Spasm.Assess(step.Answers).Level);
        Assert.Contains("ces_time", Asked(step), StringComparison.Ordinal);
        Assert.Equal("end", Asked(Give(step, ("ces_time", "recent"))));
        Assert.Equal(Urgency.Emergency, Spasm.Assess(Give(step, ("ces_time", "recent")).Answers).Level);
    }

    [Fact]
    public void Not_sure_about_the_nerve_signs_counts_as_yes_until_each_was_answered()
    {
        var step = Say("between-legs", SignAnswer.NotSure);
        Assert.Equal(Urgency.Emergency, Spasm.Assess(step.Answers).Level);
        Assert.Contains("ces_saddle", Asked(step), StringComparison.Ordinal);
        step = Give(step, ("ces_saddle", "no"), ("ces_bladder", "no"), ("ces_bowel", "no"), ("ces_sexual", "no"));
        Assert.Equal(Urgency.Open, Spasm.Assess(step.Answers).Level);
    }

    [Fact]
    public void A_quick_no_takes_back_no_known_illness_and_no_known_sign()
    {
        var known = Answers.Empty(Form).With("cancer", "within5y_or_current").With("fever", "yes");
        var step = Say("", SignAnswer.No, known);
        Assert.Equal("within5y_or_current", step.Answers.OptionOf("cancer"));
        Assert.Equal(Truth.True, step.Answers.IsYes("fever"));
        Assert.Equal(Truth.False, step.Answers.IsYes("ces_saddle"));
    }

    [Fact]
    public void A_known_sign_that_is_ticked_once_more_stays_and_counts_as_told_again()
    {
        var known = Answers.Empty(Form).With("ces_saddle", "yes").With("leg_weak", "unsure");
        var said = Spasm.Signs.ToDictionary(s => s.Id, s => s.Id == "between-legs" ? SignAnswer.Yes : SignAnswer.No);
        Assert.Equal(Truth.True, Spasm.RecordSigns(known, said).Answers.IsYes("ces_saddle"));
        Assert.Equal(["ces_saddle"], Spasm.ToldAgain(known, said));
    }

    [Fact]
    public void What_was_said_to_the_six_signs_never_lowers_what_stands_from_known_signs()
    {
        var people = new People(Form);
        var broken = new List<string>();
        for (var seed = 1ul; seed <= 3000; seed++)
        {
            var (before, chance) = (people.Make(seed), new Chance(seed));
            var stands = RealKnowledge.Triage.Assess(before).Urgency;
            if (stands <= Urgency.Open) continue;
            var none = Spasm.RecordSigns(before, Spasm.Signs.ToDictionary(s => s.Id, _ => SignAnswer.No)).Answers;
            var any = Spasm.RecordSigns(before, Spasm.Signs.ToDictionary(s => s.Id, _ => chance.Pick((SignAnswer[])[SignAnswer.No, SignAnswer.Yes, SignAnswer.NotSure]))).Answers;
            foreach (var (what, after) in new[] { ("none", none), ("any", any) })
                if (RealKnowledge.Triage.Assess(after).Urgency is var now && now < stands) broken.Add($"person {seed}, {what}: {stands} becomes {now}");
        }
        Assert.True(broken.Count == 0, $"{broken.Count}\n{string.Join('\n', broken.Take(20))}");
    }

    [Fact]
    public void Heat_and_cold_come_with_their_blocks_in_words()
    {
        var blank = Spasm.Assess(Say("", SignAnswer.No).Answers);
        Assert.False(blank.Cold.IsBlocked);
        Assert.Contains("No cold on numb skin.", blank.Cold.NotIf);
        var raynaud = Spasm.Assess(Say("", SignAnswer.No, Answers.Empty(Form).With("raynaud", "yes").With("numb_skin_area", "no")).Answers);
        Assert.True(raynaud.Cold.IsBlocked);
        Assert.DoesNotContain("No cold on numb skin.", raynaud.Cold.NotIf);
    }

    [Fact]
    public void Every_sign_needs_an_answer()
        => Assert.Throws<ArgumentException>(() => Spasm.RecordSigns(Answers.Empty(Form), new Dictionary<string, SignAnswer>()));

    /// <summary>The level of the six signs and their follow-ups is that of the same answers anywhere else.</summary>
    [Fact]
    public void Truthful_people_are_never_told_less_than_their_signs_say()
    {
        var people = new People(Form);
        var covered = Spasm.Signs.SelectMany(s => s.Covers).ToHashSet();
        for (var seed = 1ul; seed <= 300; seed++)
        {
            var person = Truthful.Make(people, seed);
            var there = Spasm.Signs.ToDictionary(s => s.Id, s => s.Covers.Any(c => person.Truth[c] != Form.HarmlessOf(Form.IndexOf(c))) ? SignAnswer.Yes : SignAnswer.No);
            var step = Spasm.RecordSigns(Answers.Empty(Form), there);
            for (var n = 0; n < 30 && Spasm.Next(step.Answers, step.State) is { } screen; n++)
                step = Spasm.Record(step.State, screen, person.Give(step.Answers, screen.Questions));
            var only = Form.Inputs.Where(i => covered.Contains(i.Id) || step.State.Asked.Contains(i.Id))
                .Aggregate(Answers.Empty(Form), (a, i) => i.Kind is InputKind.BodyMap or InputKind.Text ? a : a.With(i.Id, person.Truth[i.Id]));
            Assert.True(Spasm.Assess(step.Answers).Level >= Spasm.Assess(only).Level, $"person {seed}");
        }
    }
}
