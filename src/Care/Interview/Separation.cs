using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Which question would best tell the contributors apart: the expected change of the weights that are named, or would be, over the
/// answers the question can have, each taken as equally likely.</summary>
sealed class Separation
{
    readonly Questionnaire _questionnaire;
    readonly ContributorModel _model;
    readonly Answer[][] _ways;

    public Separation(Questionnaire questionnaire, ContributorModel model)
    {
        (_questionnaire, _model) = (questionnaire, model);
        var bounds = Bounds();
        _ways = [.. Enumerable.Range(0, questionnaire.Count).Select(i => Ways(i, bounds[i]))];
    }

    /// <summary>Expected change by input, 0 to 1; 0 for what is answered or what no contributor reads.</summary>
    public void Measure(Answers answers, Span<double> byInput, ReadOnlySpan<bool> candidates)
    {
        byInput.Clear();
        Span<double> influence = stackalloc double[byInput.Length];
        _model.Influence(answers, influence);
        Span<Weighing> before = stackalloc Weighing[_model.Count], after = stackalloc Weighing[_model.Count];
        _model.Measure(answers, before);
        for (var i = 0; i < byInput.Length; i++)
        {
            // The expected change is never above the largest one, so a question that cannot move a weight needs no trial.
            if (!candidates[i] || influence[i] == 0) continue;
            var sum = 0.0;
            foreach (var way in _ways[i])
            {
                _model.Measure(answers.With(i, way), after);
                sum += Change(before, after);
            }
            byInput[i] = sum / _ways[i].Length;
        }
    }

    double Change(ReadOnlySpan<Weighing> before, ReadOnlySpan<Weighing> after)
    {
        var most = 0.0;
        for (var i = 0; i < before.Length; i++)
            if (_questionnaire.Library.Contributors[i].Ranked && (before[i].StandsOut || after[i].StandsOut))
                most = Math.Max(most, Math.Abs(after[i].Weight - before[i].Weight));
        return most;
    }

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
