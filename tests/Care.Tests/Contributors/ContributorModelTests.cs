using Mainstay.Knowledge;
using static Mainstay.Care.Tests.SmallLibrary;

namespace Mainstay.Care.Tests;

public class ContributorModelTests
{
    static Contributor Contributor(string id, double prior, params Evidence[] evidence) => new()
    {
        Id = id,
        Name = id,
        Summary = id,
        About = [id],
        Prior = prior,
        Evidence = [.. evidence],
        FindOut = $"Watch {id}.",
        Claim = "C-01",
    };

    static Evidence Points(string input, double points, double ifNot = 0, string? group = null) => new()
    {
        When = Yes(input),
        Points = points,
        PointsIfNot = ifNot,
        Group = group,
        For = $"{input} yes",
        Against = $"{input} against",
    };

    static ContributorModel Model(params Contributor[] contributors)
        => new(new Questionnaire(Empty with { Inputs = [YesNo("a"), YesNo("b"), YesNo("c"), YesNo("d"), Number("n", 0, 100)], Contributors = [.. contributors] }));

    static Answers Say(ContributorModel model, params string[] words)
        => words.Aggregate(Answers.Empty(model.Questionnaire), (answers, word) => answers.With(word[..1], word[2..]));

    static Weighing Only(ContributorModel model, Answers answers)
    {
        var weighings = new Weighing[model.Count];
        model.Measure(answers, weighings);
        return weighings[0];
    }

    static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
    static double LogOdds(double p) => Math.Log(p / (1 - p));

    [Fact]
    public void Without_answers_the_weight_is_the_base_rate()
    {
        var model = Model(Contributor("x", 0.2, Points("a", 2, -1)));
        Assert.Equal(0.2, Only(model, Say(model)).Weight, 12);
    }

    [Fact]
    public void A_point_is_half_a_log_odds_and_a_ratio_is_its_logarithm()
    {
        var model = Model(Contributor("x", 0.2, Points("a", 1), new Evidence { When = Yes("b"), Lr = 3, LrIfNot = 0.5 }));
        Assert.Equal(Logistic(LogOdds(0.2) + 0.5 + Math.Log(3)), Only(model, Say(model, "a yes", "b yes")).Weight, 12);
        Assert.Equal(Logistic(LogOdds(0.2) + Math.Log(0.5)), Only(model, Say(model, "a no", "b no")).Weight, 12);
    }

    [Fact]
    public void The_evidence_is_capped_and_the_base_rate_is_not()
    {
        var model = Model(Contributor("x", 0.01, Points("a", 2), Points("b", 2), Points("c", 2), Points("d", 2)));
        Assert.Equal(Logistic(LogOdds(0.01) + 2), Only(model, Say(model, "a yes", "b yes", "c yes", "d yes")).Weight, 12);
    }

    [Fact]
    public void Of_a_group_only_the_strongest_for_and_the_strongest_against_count()
    {
        var model = Model(Contributor("x", 0.2, Points("a", 2, group: "g"), Points("b", 1, -1, group: "g"), Points("c", 1, -0.5, group: "g")));
        Assert.Equal(1, Only(model, Say(model, "a yes", "b yes")).Evidence, 12);
        Assert.Equal(0.5, Only(model, Say(model, "a yes", "b no", "c no")).Evidence, 12);
    }

    [Fact]
    public void Unsure_leaves_the_item_open()
    {
        var model = Model(Contributor("x", 0.2, Points("a", 2, -2)));
        Assert.Equal(Only(model, Say(model)), Only(model, Say(model, "a unsure")));
    }

    [Fact]
    public void What_needs_something_known_to_be_absent_is_not_considered()
    {
        var model = Model(Contributor("x", 0.5, Points("a", 2)) with { Needs = Ge("n", 10) });
        Assert.False(Only(model, Say(model, "a yes").With("n", 5)).Considered);
        Assert.True(Only(model, Say(model, "a yes").With("n", 10)).Considered);
        Assert.Equal(0, Only(model, Say(model, "a yes")).Low);
        Assert.Empty(model.Weigh(Say(model, "a yes").With("n", 5)).Named);
    }

    [Fact]
    public void Another_base_rate_holds_for_those_of_whom_it_is_known()
    {
        var model = Model(Contributor("x", 0.03) with { PriorIf = [new PriorFor { When = Ge("n", 65), Prior = 0.1 }] });
        Assert.Equal(0.1, Only(model, Say(model).With("n", 70)).Weight, 12);
        Assert.Equal(0.03, Only(model, Say(model).With("n", 60)).Weight, 12);
        var open = Only(model, Say(model));
        Assert.Equal((0.03, 0.1), (Math.Round(open.Low, 12), Math.Round(open.High, 12)));
    }

    [Fact]
    public void The_band_holds_every_way_of_answering_what_is_open()
    {
        var random = new Random(7);
        string[] inputs = ["a", "b", "c", "d"];
        for (var run = 0; run < 400; run++)
        {
            var model = Model(Contributor("x", 0.05 + 0.5 * random.NextDouble(),
                [.. Enumerable.Range(0, 6).Select(_ => Points(inputs[random.Next(4)], random.Next(-4, 5) / 2.0, random.Next(-4, 5) / 2.0,
                    random.Next(3) is var g and > 0 ? $"g{g}" : null))]));
            var given = inputs.Where(_ => random.Next(2) == 0).ToArray();
            var answers = Say(model, [.. given.Select(i => $"{i} {(random.Next(2) == 0 ? "yes" : "no")}")]);
            var band = Only(model, answers);
            Assert.InRange(band.Weight, band.Low - 1e-12, band.High + 1e-12);
            var open = inputs.Except(given).ToArray();
            for (var way = 0; way < 1 << open.Length; way++)
            {
                var all = open.Select((input, i) => (input, yes: (way >> i & 1) != 0)).Aggregate(answers, (a, o) => a.With(o.input, o.yes ? "yes" : "no"));
                Assert.InRange(Only(model, all).Weight, band.Low - 1e-12, band.High + 1e-12);
            }
            if (open.Length == 0) Assert.Equal(band.Low, band.High, 12);
        }
    }

    [Fact]
    public void At_most_three_are_named_the_heaviest_first()
    {
        var model = Model([.. Enumerable.Range(1, 5).Select(i => Contributor($"c{i}", 0.1 * i, Points("a", 2)))]);
        Assert.Equal(["c5", "c4", "c3"], model.Weigh(Say(model, "a yes")).Named.Select(n => n.Id));
    }

    [Fact]
    public void It_is_unclear_when_nothing_stands_out()
    {
        var model = Model(Contributor("x", 0.3, Points("a", 2), Points("b", 0.5)));
        Assert.True(model.Weigh(Say(model)).Unclear);
        Assert.True(model.Weigh(Say(model, "b yes")).Unclear);
        Assert.False(model.Weigh(Say(model, "a yes")).Unclear);
    }

    [Fact]
    public void What_is_not_ranked_is_explained_and_never_named()
    {
        var model = Model(Contributor("facet", 0.9, Points("a", 2)) with { Ranked = false });
        var result = model.Weigh(Say(model, "a yes"));
        Assert.True(result.Unclear);
        Assert.Equal("facet", Assert.Single(result.Explained).Id);
        Assert.Empty(result.Weights);
    }

    [Fact]
    public void Sentences_say_what_speaks_for_and_what_against_the_strongest_first()
    {
        var model = Model(Contributor("x", 0.3, Points("a", 1), Points("b", 2), Points("c", 1, -1), Points("d", 1)));
        var x = Assert.Single(model.Weigh(Say(model, "a yes", "b yes", "c no")).Named);
        Assert.Equal(["b yes", "a yes"], x.For.ToArray());
        Assert.Equal(["c against"], x.Against.ToArray());
        Assert.Equal("Watch x.", x.FindOut);
    }

    [Fact]
    public void Influence_is_the_largest_change_an_open_input_can_make_and_nothing_for_the_answered()
    {
        var model = Model(Contributor("x", 0.2, Points("a", 2, -1), Points("b", 1)), Contributor("y", 0.2, Points("b", 2)));
        var by = new double[model.Questionnaire.Count];
        model.Influence(Say(model, "a no"), by);
        Assert.Equal(0, by[model.Questionnaire.IndexOf("a")]);
        Assert.Equal(0, by[model.Questionnaire.IndexOf("c")]);
        Assert.Equal(Logistic(LogOdds(0.2) + 1) - 0.2, by[model.Questionnaire.IndexOf("b")], 12);
    }
}
