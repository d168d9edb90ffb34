using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Which question would best tell the contributors apart: the expected change of the weights that are named, or would be, over the
/// answers the question can have, each taken as equally likely.</summary>
sealed class Separation
{
    readonly Questionnaire _questionnaire;
    readonly ContributorModel _model;
    readonly Answer[][] _ways;
    readonly int[][] _readers;

    public Separation(Questionnaire questionnaire, ContributorModel model)
    {
        (_questionnaire, _model) = (questionnaire, model);
        var reads = questionnaire.Library.Contributors.Select(c => c.Ranked ? ReadBy(c) : []).ToList();
        var bounds = Bounds();
        _ways = [.. Enumerable.Range(0, questionnaire.Count).Select(i => Ways(i, bounds[i]))];
        _readers = [.. Enumerable.Range(0, questionnaire.Count).Select(i => Enumerable.Range(0, reads.Count).Where(c => reads[c].Contains(i)).ToArray())];
    }

    /// <summary>Is an input read by a contributor that is ranked?</summary>
    public bool Reads(int input) => _readers[input].Length > 0;

    /// <summary>Expected change by input, 0 to 1; 0 for what is no candidate.</summary>
    public void Measure(Answers answers, Span<double> byInput, ReadOnlySpan<bool> candidates)
    {
        byInput.Clear();
        Span<Weighing> before = stackalloc Weighing[_model.Count];
        _model.Measure(answers, before);
        Span<Answer> values = stackalloc Answer[byInput.Length];
        answers.Values.CopyTo(values);
        for (var i = 0; i < byInput.Length; i++)
        {
            if (!candidates[i] || _ways[i].Length == 0) continue;
            var kept = values[i];
            foreach (var way in _ways[i])
            {
                values[i] = way;
                byInput[i] += Change(before, values, i) / _ways[i].Length;
            }
            values[i] = kept;
        }
    }

    double Change(ReadOnlySpan<Weighing> before, ReadOnlySpan<Answer> values, int input)
    {
        var most = 0.0;
        foreach (var contributor in _readers[input])
        {
            var after = _model.MeasureOne(contributor, values);
            if (before[contributor].StandsOut || after.StandsOut) most = Math.Max(most, Math.Abs(after.Weight - before[contributor].Weight));
        }
        return most;
    }

    HashSet<int> ReadBy(Contributor contributor)
        => [.. contributor.Evidence.Select(e => e.When).Append(contributor.Needs).Concat(contributor.PriorIf.Select(p => p.When)).OfType<Condition>()
            .SelectMany(c => Expression.Compile(c, _questionnaire).Inputs)];

    Answer[] Ways(int index, SortedSet<double> bounds)
    {
        var input = _questionnaire[index];
        return input.Kind switch
        {
            InputKind.YesNo => [Answer.Yes, Answer.No],
            InputKind.Choice => [.. input.Options.Select((_, i) => Answer.OfBits(1ul << i))],
            InputKind.Set => [Answer.OfBits(0), .. input.Options.Select((_, i) => Answer.OfBits(1ul << i))],
            InputKind.Number when index != _questionnaire.BmiIndex => [.. Between(bounds, input.Min ?? 0, input.Max ?? 1000).Select(Answer.Of)],
            _ => [],
        };
    }

    /// <summary>One number in each stretch between the bounds that conditions test.</summary>
    static IEnumerable<double> Between(SortedSet<double> bounds, double min, double max)
    {
        var from = min;
        foreach (var bound in bounds.Where(b => b > min && b < max).Append(max))
        {
            yield return Math.Round((from + bound) / 2, 1);
            from = bound;
        }
    }

    SortedSet<double>[] Bounds()
    {
        SortedSet<double>[] bounds = [.. Enumerable.Range(0, _questionnaire.Count).Select(_ => new SortedSet<double>())];
        foreach (var contributor in _questionnaire.Library.Contributors)
            foreach (var condition in contributor.Evidence.Select(e => e.When).Append(contributor.Needs).OfType<Condition>())
                foreach (ref readonly var node in Expression.Compile(condition, _questionnaire).Nodes)
                    if (node.Op == Expression.Op.Between)
                    {
                        if (double.IsFinite(node.Low)) bounds[node.Input].Add(node.Low);
                        if (double.IsFinite(node.High)) bounds[node.Input].Add(node.High);
                    }
        return bounds;
    }
}
