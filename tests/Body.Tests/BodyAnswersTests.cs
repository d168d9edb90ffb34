using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;

namespace Mainstay.Body.Tests;

public class BodyAnswersTests
{
    static readonly BodyAnswers Asked = new(Shipped.Data);

    static BodyQuestion Question(string posture) => new() { Person = Person.Wilke, Posture = Shipped.Data.Posture(posture) };

    static ImmutableDictionary<string, double> One(string name, double value) => ImmutableDictionary<string, double>.Empty.Add(name, value);

    [Fact]
    public void An_answer_holds_what_the_solver_says()
    {
        var (answer, work) = (Asked.Ask(Question("standing-flexed")), Shipped.Solved("standing-flexed"));
        var standing = Shipped.Solved("standing");
        Assert.Equal(6, answer.Levels.Length);
        for (var k = 0; k < 6; k++)
        {
            Assert.Equal(work.Compression[k], answer.Levels[k].CompressionN, 1e-6);
            Assert.Equal(work.Shear[k], answer.Levels[k].ShearN, 1e-6);
            Assert.Equal(work.Compression[k] / standing.Compression[k], answer.Levels[k].OfStanding, 1e-8);
            Assert.Equal(0, answer.Levels[k].ChangeN);
        }
        Assert.Null(answer.TooHeavy);
        Assert.Null(answer.OutOfReach);
    }

    [Fact]
    public void Standing_is_once_standing() => Assert.All(Asked.Ask(Question("standing")).Levels, level => Assert.Equal(1, level.OfStanding, 1e-9));

    [Fact]
    public void Muscles_come_hardest_pulling_first()
    {
        var pulls = Asked.Ask(Question("holding-20-far")).Muscles.Select(muscle => muscle.WorksN + muscle.StretchedN).ToArray();
        Assert.NotEmpty(pulls);
        Assert.Equal(pulls.OrderDescending(), pulls);
    }

    [Fact]
    public void A_tight_psoas_adds_load_in_standing_and_the_change_says_how_much()
    {
        var usual = Asked.Ask(Question("standing"));
        var tight = Asked.Ask(Question("standing") with { Tightness = One("psoas", 0.15) });
        Assert.True(tight.Levels[1].ChangeN > 10);
        Assert.Equal(tight.Levels[1].CompressionN - usual.Levels[1].CompressionN, tight.Levels[1].ChangeN, 1e-6);
        Assert.True(tight.Muscles.Single(muscle => muscle.Group == "psoas").ChangeN > 0);
    }

    [Fact]
    public void Asking_about_one_body_leaves_nothing_behind_for_the_next()
    {
        var before = Asked.Ask(Question("standing"));
        Asked.Ask(Question("standing") with { Tightness = One("hip-flexors", 0.2), Strength = One("back", 0.5), CarryKg = 10 });
        Assert.Throws<BodyException>(() => Asked.Ask(Question("standing") with { Tightness = ImmutableDictionary<string, double>.Empty.Add("hip-flexors", 0.2).Add("tail", 0.1) }));
        var after = Asked.Ask(Question("standing"));
        for (var k = 0; k < 6; k++) Assert.Equal(before.Levels[k].CompressionN, after.Levels[k].CompressionN, 1e-9);
    }

    [Fact]
    public void Weak_backs_and_heavy_loads_are_said_to_be_too_heavy()
    {
        Assert.Contains("trunk extensors lack", Asked.Ask(Question("holding-20-far") with { Strength = One("back", 0.2) }).TooHeavy, StringComparison.Ordinal);
        Assert.StartsWith("too heavy:", Asked.Ask(Question("standing-flexed") with { CarryKg = 120 }).TooHeavy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_tight_hamstrings_do_not_allow_is_said_to_be_out_of_reach() =>
        Assert.StartsWith("out of reach: with hamstrings this tight", Asked.Ask(Question("lying-leg-raised") with { Tightness = One("hamstrings", 0.15) }).OutOfReach, StringComparison.Ordinal);

    [Fact]
    public void Many_threads_get_the_answers_one_gets()
    {
        var questions = Shipped.Data.Postures.Select(posture => Question(posture.Id)).Concat(Shipped.Data.Postures.Select(posture => Question(posture.Id) with { Tightness = One("hamstrings", 0.05) })).ToArray();
        var alone = questions.Select(Asked.Ask).ToArray();
        var together = new BodyAnswer[questions.Length];
        Parallel.For(0, questions.Length, i => together[i] = Asked.Ask(questions[i]));
        for (var i = 0; i < questions.Length; i++)
            for (var k = 0; k < 6; k++) Assert.Equal(alone[i].Levels[k].CompressionN, together[i].Levels[k].CompressionN, 1e-9);
    }

    /// <summary>A load so large that rounding alone keeps the load-sharing from settling.</summary>
    [Fact]
    public void What_did_not_settle_is_no_answer()
    {
        static void Spoil(Workspace work)
        {
            PostureSetter.Apply(Shipped.Data.Posture("standing-flexed") with { Supports = [] }, work);
            HeldWeight.Add(work, 10, null);
            work.LoadForce[2] = -1e12;
        }
        var work = new Workspace(Shipped.Model);
        Spoil(work);
        Solver.Solve(work);
        Assert.False(work.Solved);
        Assert.StartsWith("not solved: ", Unsolved.Sentence(work), StringComparison.Ordinal);
        Assert.Throws<UnsolvedException>(() => Asked.Ask(Person.Wilke, MuscleCondition.Usual, 45, Spoil));
        Assert.Throws<UnsolvedException>(() => Asked.Follow(Person.Wilke, MuscleCondition.Usual, 2, (one, _) => { Spoil(one); return true; }));
        Assert.Throws<UnsolvedException>(() => StretchCheck.Of(work, "hamstrings", 45));
        var moved = new Workspace(Shipped.Model);
        Assert.Throws<UnsolvedException>(() => MotionStretch.Of(moved, 1, _ => Spoil(moved), "hamstrings", 45));
        PostureSetter.Apply(Shipped.Data.Posture("standing"), work);
        Solver.Solve(work);
        Assert.True(work.Solved);
        Assert.Null(Unsolved.Sentence(work));
    }

    [Fact]
    public void More_persons_than_are_kept_still_get_their_answers()
    {
        var asked = new BodyAnswers(Shipped.Data);
        var first = asked.Ask(Question("sitting"));
        for (var i = 0; i < 40; i++) asked.Ask(Question("standing") with { Person = new Person(Sex.Female, 1.5 + 0.005 * i, 60) });
        Assert.Equal(first.Levels[1].CompressionN, asked.Ask(Question("sitting")).Levels[1].CompressionN, 1e-9);
    }

    [Theory]
    [InlineData(12, 0)]
    [InlineData(45, -5)]
    [InlineData(double.NaN, 0)]
    [InlineData(45, double.NaN)]
    public void Impossible_figures_are_refused(double age, double kilograms) => Assert.Throws<BodyException>(() => Asked.Ask(Question("standing") with { Age = age, CarryKg = kilograms }));
}
