using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>Weighs what may play a part. Log-odds add up: the base rate, and the answers on top of it within a cap. An unanswered item adds
/// nothing and widens the band. Deterministic, and shared between threads.</summary>
public sealed class ContributorModel
{
    /// <summary>All evidence together moves the odds by e² at most, either way; the base rate stands apart.</summary>
    public const double Cap = 2;
    /// <summary>Evidence in log-odds, and weight, that a contributor must reach to be named.</summary>
    public const double MinEvidence = 0.5, MinWeight = 0.12;
    public const int MostNamed = 3;

    readonly CompiledContributor[] _contributors;

    public ContributorModel(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        Questionnaire = questionnaire;
        _contributors = [.. questionnaire.Library.Contributors.Select(c => new CompiledContributor(c, questionnaire))];
    }

    public Questionnaire Questionnaire { get; }

    /// <summary>How many contributors there are; they keep the order of the library.</summary>
    public int Count => _contributors.Length;

    /// <summary>The numbers alone, without an allocation.</summary>
    /// <param name="weighings">One for each contributor of the library, in its order.</param>
    public void Measure(Answers answers, Span<Weighing> weighings)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var values = answers.Values;
        for (var i = 0; i < _contributors.Length; i++) weighings[i] = _contributors[i].Weigh(values);
    }

    /// <summary>One contributor, over answers that need not be whole.</summary>
    internal Weighing MeasureOne(int contributor, ReadOnlySpan<Answer> values) => _contributors[contributor].Weigh(values);

    /// <summary>For every input, the largest change that its answer could make to the weight of one ranked contributor, 0 to 1. What is
    /// answered, and what no contributor reads, is 0.</summary>
    /// <param name="byInput">One entry for each input of the questionnaire.</param>
    public void Influence(Answers answers, Span<double> byInput)
    {
        ArgumentNullException.ThrowIfNull(answers);
        byInput.Clear();
        Span<bool> open = stackalloc bool[Questionnaire.Count];
        foreach (var contributor in _contributors)
            if (contributor.Contributor.Ranked) contributor.Influence(answers.Values, contributor.Weigh(answers.Values), byInput, open);
    }

    public ContributorResult Weigh(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Span<Weighing> weighings = stackalloc Weighing[Count];
        Measure(answers, weighings);
        var named = new List<int>();
        var explained = ImmutableArray.CreateBuilder<WeighedContributor>();
        var weights = ImmutableDictionary.CreateBuilder<string, double>();
        for (var i = 0; i < Count; i++)
        {
            if (!weighings[i].Considered) continue;
            var contributor = _contributors[i].Contributor;
            if (!contributor.Ranked) explained.Add(Tell(i, weighings[i], answers));
            else
            {
                weights[contributor.Id] = weighings[i].Weight;
                if (weighings[i].StandsOut) named.Add(i);
            }
        }
        var all = weighings.ToArray();
        // OrderBy keeps the library's order among equals, so that the same answers always give the same three.
        return new([.. named.OrderByDescending(i => all[i].Weight).Take(MostNamed).Select(i => Tell(i, all[i], answers))],
            explained.ToImmutable(), weights.ToImmutable());
    }

    WeighedContributor Tell(int index, in Weighing weighing, Answers answers)
    {
        var known = _contributors[index].Known(answers).ToList();
        return new(_contributors[index].Contributor, weighing,
            [.. known.Where(k => k.Value > 0 && k.Evidence.For is not null).OrderByDescending(k => k.Value).Select(k => k.Evidence.For!)],
            [.. known.Where(k => k.Value < 0 && k.Evidence.Against is not null).OrderBy(k => k.Value).Select(k => k.Evidence.Against!)]);
    }
}
