using Mainstay.Knowledge;
using static Mainstay.Care.Tests.SmallLibrary;

namespace Mainstay.Care.Tests;

public class ExpressionTests
{
    static readonly Questionnaire Form = Questionnaire(
        YesNo("a"), YesNo("b"), YesNo("c"), YesNo("numb") with { UnsureIsYes = true }, YesNo("private") with { Skippable = true },
        Choice("trend", "better", "same", "worse"), Set("regions", "neck", "calf", "arm"), Number("age", 0, 120) with { Whole = false });

    static Truth Evaluate(Condition condition, Answers answers) => Expression.Compile(condition, Form).Evaluate(answers);

    static Answers Abc(string states)
    {
        var answers = Answers.Empty(Form);
        foreach (var (id, state) in "abc".Zip(states))
            if (state != '?') answers = answers.With(id.ToString(), state == 'y' ? "yes" : "no");
        return answers;
    }

    static readonly Condition A = Yes("a"), B = Yes("b"), C = Yes("c");

    [Theory]
    [InlineData("yyy", Truth.True), InlineData("yy?", Truth.Unknown), InlineData("n??", Truth.False), InlineData("???", Truth.Unknown)]
    public void All_is_false_as_soon_as_one_part_is(string states, Truth expected) => Assert.Equal(expected, Evaluate(All(A, B, C), Abc(states)));

    [Theory]
    [InlineData("y??", Truth.True), InlineData("nn?", Truth.Unknown), InlineData("nnn", Truth.False)]
    public void Any_is_true_as_soon_as_one_part_is(string states, Truth expected) => Assert.Equal(expected, Evaluate(Any(A, B, C), Abc(states)));

    [Theory]
    [InlineData("yyn", Truth.True), InlineData("yy?", Truth.True), InlineData("y?n", Truth.Unknown), InlineData("n?n", Truth.False),
     InlineData("??n", Truth.Unknown), InlineData("nn?", Truth.False)]
    public void A_count_is_true_when_enough_are_and_false_when_too_few_can_be(string states, Truth expected)
        => Assert.Equal(expected, Evaluate(new Condition.Count([A, B, C], 2), Abc(states)));

    [Theory]
    [InlineData("y", Truth.False), InlineData("n", Truth.True), InlineData("?", Truth.Unknown)]
    public void Not_turns_true_and_false_and_leaves_unknown(string state, Truth expected)
    {
        Assert.Equal(expected, Evaluate(new Condition.Not(A), Abc(state)));
        Assert.Equal(expected, Evaluate(new Condition.No("a"), Abc(state)));
    }

    [Fact]
    public void An_empty_all_is_true_and_an_empty_any_is_false()
        => Assert.Equal((Truth.True, Truth.False), (Evaluate(All(), Abc("???")), Evaluate(Any(), Abc("???"))));

    [Fact]
    public void Unsure_is_unknown_but_yes_where_the_input_says_so()
    {
        var answers = Answers.Empty(Form).With("a", "unsure").With("numb", "unsure").With("private", "skip").With("trend", "unsure");
        Assert.Equal(Truth.Unknown, Evaluate(A, answers));
        Assert.Equal(Truth.True, Evaluate(Yes("numb"), answers));
        Assert.Equal(Truth.False, Evaluate(new Condition.No("numb"), answers));
        Assert.Equal(Truth.Unknown, Evaluate(Yes("private"), answers));
        Assert.Equal(Truth.Unknown, Evaluate(Eq("trend", "better"), answers));
    }

    [Theory]
    [InlineData(49.9, Truth.False, Truth.False), InlineData(50, Truth.True, Truth.False), InlineData(50.1, Truth.True, Truth.True)]
    public void Bounds_count_as_written(double age, Truth atLeast, Truth above)
    {
        var answers = Answers.Empty(Form).With("age", age);
        Assert.Equal(atLeast, Evaluate(Ge("age", 50), answers));
        Assert.Equal(above, Evaluate(new Condition.Range("age", 50, false, double.PositiveInfinity, true), answers));
    }

    [Fact]
    public void A_number_that_was_not_given_is_unknown() => Assert.Equal(Truth.Unknown, Evaluate(Ge("age", 50), Answers.Empty(Form)));

    [Fact]
    public void A_set_is_read_for_its_members_and_its_size()
    {
        var answers = Answers.Empty(Form).WithSet("regions", "neck", "arm");
        Assert.Equal(Truth.True, Evaluate(new Condition.Has("regions", ["calf", "arm"]), answers));
        Assert.Equal(Truth.False, Evaluate(new Condition.Has("regions", ["calf"]), answers));
        Assert.Equal(Truth.True, Evaluate(new Condition.Size("regions", 2), answers));
        Assert.Equal(Truth.False, Evaluate(new Condition.Size("regions", 3), answers));
    }

    [Fact]
    public void A_condition_that_could_never_be_answered_is_refused()
    {
        foreach (var bad in (Condition[])[Yes("nothing"), Yes("age"), Eq("trend", "up"), Eq("a", "yes"), Ge("a", 1), new Condition.Has("regions", ["x"])])
            Assert.Throws<ArgumentException>(() => Expression.Compile(bad, Form));
    }

    [Fact]
    public void Evaluating_allocates_nothing()
    {
        var expression = Expression.Compile(All(new Condition.Count([A, B, C], 2), Any(Ge("age", 50), new Condition.Not(Eq("trend", "same")))), Form);
        var answers = Abc("yy?").With("age", 30).With("trend", "worse");
        expression.Evaluate(answers);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) expression.Evaluate(answers);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
