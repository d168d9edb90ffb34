using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;

namespace Mainstay.Body.Tests;

public class QuestionTests
{
    static readonly DayPart[] Day = [new() { Posture = "sitting", Hours = 6 }, new() { Posture = "standing-flexed", Hours = 1 }, new() { Posture = "standing", Hours = 3 }];

    [Fact]
    public void The_same_seed_ranks_the_same()
    {
        var work = new Workspace(Shipped.Model);
        BodyCondition.Tighten(work, "psoas", 0.1);
        Assert.Equal(Ranking.Rank(work, Day, 1, 20, 5).AsEnumerable(), Ranking.Rank(work, Day, 1, 20, 5));
    }

    [Fact]
    public void A_tight_psoas_that_loads_the_back_in_standing_is_named_first()
    {
        var work = new Workspace(Shipped.Model);
        BodyCondition.Tighten(work, "psoas", 0.15);
        var first = Ranking.Rank(work, [new DayPart { Posture = "standing", Hours = 8 }], 1, 40, 1)[0];
        Assert.Equal("psoas", first.Group);
        Assert.True(first.LooserN < 0);
    }

    [Fact]
    public void Loosening_a_taut_back_muscle_in_a_bend_is_allowed_to_add_load()
    {
        var work = new Workspace(Shipped.Model);
        BodyCondition.Tighten(work, "back", 0.2);
        BodyCondition.Tighten(work, "abdominals", 0.3);
        var ropes = Ranking.Rank(work, [new DayPart { Posture = "sitting-flexed", Hours = 1 }], 1, 0, 1);
        Assert.Contains(ropes, rope => rope.LooserN > 0);
        Assert.Contains(ropes, rope => rope.LooserN < 0);
    }

    [Fact]
    public void Drawing_moment_arms_widens_what_is_not_known_and_is_undone_afterwards()
    {
        var model = Shipped.Model;
        var work = new Workspace(model);
        BodyCondition.Tighten(work, "psoas", 0.15);
        // Draws of the arms alone, and of all but the arms, against draws of everything.
        double Spread(Func<RankingDraw, RankingDraw> only)
        {
            var slopes = RankingDraws.Of(model, 200, 3, 1, null, (own, drawn) =>
            {
                only(drawn).Put(own, work.Tightness, work.PassiveFactor, work.Strength);
                PostureSetter.Apply(Shipped.Data.Posture("standing"), own);
                own.Cool();
                Solver.Solve(own);
                Sensitivity.AllLevels(own);
                return BodyCondition.LinesOf(model, "psoas").Sum(i => own.TightnessSensitivity[8 * i + 1]);
            });
            var mean = slopes.Average();
            return Math.Sqrt(slopes.Average(slope => (slope - mean) * (slope - mean)));
        }
        var all = Spread(drawn => drawn);
        var arms = Spread(drawn => new([.. drawn.Groups.Select(group => (0.0, 1.0, 1.0, group.Arm))]));
        var others = Spread(drawn => new([.. drawn.Groups.Select(group => (group.Onset, group.Passive, group.Strength, 1.0))]));
        Assert.True(arms > 0.02 * all, $"arms alone {arms}, all {all}");
        Assert.True(all > others, $"all {all}, all but the arms {others}");
        Ranking.Rank(work, [new DayPart { Posture = "standing", Hours = 8 }], 1, 5, 3);
        Assert.All(work.ArmFactor.Take(model.MuscleCount), factor => Assert.Equal(1, factor));
        Assert.False(work.ArmsVary);
    }

    [Fact]
    public void Any_number_of_threads_ranks_the_same()
    {
        var work = new Workspace(Shipped.Model);
        BodyCondition.Tighten(work, "psoas", 0.1);
        var one = Ranking.Rank(work, Day, 1, 50, 7);
        Assert.Equal(one.AsEnumerable(), Ranking.Rank(work, Day, 1, 50, 7, threads: 3));
        var told = new List<double>();
        Ranking.Rank(work, Day, 1, 50, 7, told.Add, threads: 2);
        Assert.Equal(1, told[^1]);
        Assert.Equal(told.Order(), told);
    }

    [Fact]
    public void What_progress_throws_ends_a_ranking_and_a_draw_without_an_answer_is_told_as_that()
    {
        var work = new Workspace(Shipped.Model);
        Assert.Throws<OperationCanceledException>(() => Ranking.Rank(work, Day, 1, 50, 7, _ => throw new OperationCanceledException(), threads: 2));
        Assert.Throws<UnsolvedException>(() => RankingDraws.Of<double>(work.Model, 3, 1, 2, null, (_, _) => throw new UnsolvedException("not solved")));
    }

    [Fact]
    public void Groups_of_one_name_are_one_rope_and_its_range_is_of_their_sum()
    {
        var work = new Workspace(Shipped.Model);
        DayPart[] day = [new() { Posture = "standing-flexed", Hours = 1 }];
        const int draws = 60;
        static string Called(string group) => group.StartsWith("longissimus", StringComparison.Ordinal) || group.StartsWith("iliocostalis", StringComparison.Ordinal) ? "long" : group;
        var (each, one) = (Ranking.Rank(work, day, 1, draws, 3), Ranking.Rank(work, day, 1, draws, 3, called: Called).Single(rope => rope.Group == "long"));
        var parts = each.Where(rope => Called(rope.Group) == "long").ToArray();
        Assert.True(parts.Length > 1);
        Assert.Equal(parts.Sum(rope => rope.StrongerN), one.StrongerN, 1e-6);
        Assert.True(one.HighN - one.LowN < parts.Sum(rope => rope.HighN - rope.LowN));
        Assert.DoesNotContain(Ranking.Rank(work, day, 1, 0, 3, called: Called), rope => Called(rope.Group) == "long" && rope.Group != "long");
    }

    [Fact]
    public void Longer_arms_of_the_back_muscles_take_load_off_the_spine()
    {
        var work = Shipped.Solved("standing-flexed");
        var before = work.Compression[1];
        foreach (var i in BodyCondition.LinesOf(work.Model, "back")) work.ArmFactor[i] = 1.15;
        work.ArmsVary = true;
        Solver.Solve(work);
        Assert.True(work.Compression[1] < before - 50);
        BodyCondition.Clear(work);
        Solver.Solve(work);
        Assert.Equal(before, work.Compression[1], 1e-6);
    }

    [Fact]
    public void A_day_of_no_hours_is_refused() =>
        Assert.Throws<BodyException>(() => Ranking.Rank(new Workspace(Shipped.Model), [new DayPart { Posture = "standing", Hours = 0 }], 1, 0, 1));

    [Fact]
    public void A_forward_bend_with_straight_knees_stretches_the_hamstrings_and_standing_does_not()
    {
        var work = new Workspace(Shipped.Model);
        Flexibility.ToeTouch(work);
        var bend = StretchCheck.Of(work, "hamstrings", 45);
        Assert.True(bend.Lengthens);
        Assert.Contains(bend.StoppedBy[0], BodyCondition.Families["hamstrings"]);
        PostureSetter.Apply(Shipped.Data.Posture("standing"), work);
        Assert.False(StretchCheck.Of(work, "hamstrings", 45).Lengthens);
    }

    [Theory]
    [InlineData(Sex.Male, 20, 5400)]
    [InlineData(Sex.Male, 70, 2200)]
    [InlineData(Sex.Female, 40, 2950)]
    public void The_load_limit_falls_with_age(Sex sex, double age, double newtons) => Assert.Equal(newtons, DortmundLimits.Compression(sex, age), 1e-9);

    [Fact]
    public void Weaker_back_muscles_lack_what_they_are_asked_for()
    {
        var work = new Workspace(Shipped.Model);
        BodyCondition.Weaken(work, "back", 0.2);
        PostureSetter.Apply(Shipped.Data.Posture("holding-20-far"), work);
        Solver.Solve(work);
        Assert.Contains("trunk extensors", Shortfall.Sentence(work), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("glutaeus", 0.1)]
    [InlineData("hamstrings", 0.5)]
    [InlineData("hamstrings", double.NaN)]
    public void An_unknown_muscle_or_an_impossible_tightness_is_refused(string muscle, double tightness) =>
        Assert.Throws<BodyException>(() => BodyCondition.Tighten(new Workspace(Shipped.Model), muscle, tightness));

    [Fact]
    public void A_weight_held_further_out_loads_more()
    {
        double Load(double reach)
        {
            var work = new Workspace(Shipped.Model);
            PostureSetter.Apply(Shipped.Data.Posture("standing"), work);
            SupportSetter.Apply([], work);
            HeldWeight.Add(work, 10, reach);
            Solver.Solve(work);
            return work.Compression[1];
        }
        Assert.True(Load(0.5) > Load(0.3) + 200);
    }
}
