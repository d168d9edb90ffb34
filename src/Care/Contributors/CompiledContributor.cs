using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>One contributor with its conditions compiled, its terms ordered so that those of one group stand together.</summary>
sealed class CompiledContributor
{
    readonly Term[] _terms;
    readonly (Expression When, double Prior)[] _priorIf;
    readonly Expression? _needs;
    readonly double _prior;

    public CompiledContributor(Contributor contributor, Questionnaire questionnaire)
    {
        Contributor = contributor;
        _prior = LogOdds(contributor.Prior);
        _priorIf = [.. contributor.PriorIf.Select(p => (Expression.Compile(p.When, questionnaire), LogOdds(p.Prior)))];
        _needs = contributor.Needs is { } needs ? Expression.Compile(needs, questionnaire) : null;
        _terms = [.. contributor.Evidence
            .Select((evidence, i) => (evidence, group: evidence.Group ?? $"\0{i}"))
            .GroupBy(e => e.group).SelectMany((group, n) => group.Select(e => new Term(e.evidence, n, questionnaire)))];
    }

    public Contributor Contributor { get; }

    public Weighing Weigh(ReadOnlySpan<Answer> answers)
    {
        var needed = _needs?.Evaluate(answers) ?? Truth.True;
        if (needed == Truth.False) return default;
        var (prior, lowPrior, highPrior) = Prior(answers);
        Sum now = default, low = default, high = default;
        var group = -1;
        foreach (ref readonly var term in _terms.AsSpan())
        {
            if (term.Group != group)
            {
                (now, low, high) = (now.Closed(), low.Closed(), high.Closed());
                group = term.Group;
            }
            var truth = term.When.Evaluate(answers);
            if (truth == Truth.Unknown)
            {
                // It may also stay open, so nothing (0) is always among the ways it can end.
                low.Add(Math.Min(0, Math.Min(term.IfTrue, term.IfFalse)));
                high.Add(Math.Max(0, Math.Max(term.IfTrue, term.IfFalse)));
                continue;
            }
            var value = truth == Truth.True ? term.IfTrue : term.IfFalse;
            now.Add(value);
            low.Add(value);
            high.Add(value);
        }
        double evidence = now.Total;
        // While it is open whether it can be considered at all, the lower end is nothing.
        return new(true, prior, evidence, Logistic(prior + evidence),
            needed == Truth.Unknown ? 0 : Logistic(lowPrior + low.Total), Logistic(highPrior + high.Total));
    }

    /// <summary>What each answered item adds, in log-odds, in the order of the terms. Unknown items are left out.</summary>
    public IEnumerable<(Evidence Evidence, double Value)> Known(Answers answers)
        => from term in _terms
           let truth = term.When.Evaluate(answers)
           where truth != Truth.Unknown
           select (term.Evidence, truth == Truth.True ? term.IfTrue : term.IfFalse);

    /// <summary>Raises, for every input that is still open here, the entry of the input to the largest change of weight that it could make.</summary>
    public void Influence(ReadOnlySpan<Answer> answers, in Weighing weighing, Span<double> byInput, Span<bool> open)
    {
        if (!weighing.Considered) return;
        if (_needs?.Evaluate(answers) == Truth.Unknown) Raise(_needs, answers, weighing.Weight, byInput, open);
        foreach (ref readonly var term in _terms.AsSpan())
        {
            if (term.When.Evaluate(answers) != Truth.Unknown) continue;
            double yes = Shift(weighing, term.IfTrue), no = Shift(weighing, term.IfFalse);
            Raise(term.When, answers, Math.Max(yes, no), byInput, open);
        }
    }

    static double Shift(in Weighing w, double value)
        => Math.Abs(Logistic(w.Prior + Math.Clamp(w.Evidence + value, -ContributorModel.Cap, ContributorModel.Cap)) - w.Weight);

    static void Raise(Expression when, ReadOnlySpan<Answer> answers, double change, Span<double> byInput, Span<bool> open)
    {
        open.Clear();
        when.MarkOpen(answers, open);
        for (var i = 0; i < open.Length; i++) if (open[i]) byInput[i] = Math.Max(byInput[i], change);
    }

    (double Now, double Low, double High) Prior(ReadOnlySpan<Answer> answers)
    {
        double low = _prior, high = _prior;
        foreach (var (when, prior) in _priorIf)
        {
            var truth = when.Evaluate(answers);
            if (truth == Truth.True) return (prior, prior, prior);
            if (truth == Truth.Unknown) (low, high) = (Math.Min(low, prior), Math.Max(high, prior));
        }
        return (_prior, low, high);
    }

    static double LogOdds(double p) => Math.Log(p / (1 - p));
    static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>Items of one group depend on each other: only the strongest for and the strongest against of a group count.</summary>
    struct Sum
    {
        double _done, _for, _against;

        public void Add(double value)
        {
            if (value > _for) _for = value;
            else if (value < _against) _against = value;
        }

        public readonly Sum Closed() => new() { _done = _done + _for + _against };

        public readonly double Total => Math.Clamp(_done + _for + _against, -ContributorModel.Cap, ContributorModel.Cap);
    }

    readonly struct Term(Evidence evidence, int group, Questionnaire questionnaire)
    {
        public Evidence Evidence { get; } = evidence;
        public int Group { get; } = group;
        public Expression When { get; } = Expression.Compile(evidence.When, questionnaire);
        /// <summary>In log-odds: the natural logarithm of a likelihood ratio, or half of the points.</summary>
        public double IfTrue { get; } = evidence.Lr is { } lr ? Math.Log(lr) : (evidence.Points ?? 0) / 2;
        public double IfFalse { get; } = evidence.LrIfNot is { } lr ? Math.Log(lr) : evidence.PointsIfNot / 2;
    }
}
