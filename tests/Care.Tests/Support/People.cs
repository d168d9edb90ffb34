using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>Makes people up: from a seed, anybody from the well to those with many signs, with as many blanks and doubts as real forms have.
/// Numbers stand often at the bounds that conditions test, where mistakes hide.</summary>
public sealed class People
{
    readonly Questionnaire _form;
    readonly List<double>[] _bounds;

    public People(Questionnaire form)
    {
        _form = form;
        _bounds = [.. Enumerable.Range(0, form.Count).Select(_ => new List<double>())];
        foreach (var rule in form.Library.Rules)
            foreach (var condition in (Condition?[])[rule.When, rule.Detail, rule.Unless]) Collect(condition);
        foreach (var input in form.Inputs) Collect(input.AskWhen);
    }

    /// <param name="complete">Everything that applies is answered, and nothing is unsure.</param>
    public Answers Make(ulong seed, bool complete = false)
    {
        var chance = new Chance(seed);
        double signs = chance.Pick((double[])[0, 0.01, 0.03, 0.1, 0.3]), blanks = complete ? 0 : chance.Pick((double[])[0, 0.1, 0.4, 0.8]);
        double doubts = complete ? 0 : chance.Pick((double[])[0, 0, 0.05, 0.2]);
        var builder = new AnswersBuilder(_form);
        for (var i = 0; i < _form.Count; i++)
            if (i != _form.IndexOf(Questionnaire.Bmi) && !chance.Happens(blanks)) Answer(builder, i, chance, signs, doubts);
        return builder.Build();
    }

    void Answer(AnswersBuilder builder, int index, Chance chance, double signs, double doubts)
    {
        var input = _form[index];
        switch (input.Kind)
        {
            case InputKind.YesNo when chance.Happens(doubts): builder.SetWord(index, input.Skippable && chance.Happens(0.5) ? "skip" : "unsure"); break;
            case InputKind.Choice when chance.Happens(doubts): builder.SetWord(index, "unsure"); break;
            case InputKind.YesNo: builder.SetWord(index, chance.Happens(Share(input, signs)) ? "yes" : "no"); break;
            case InputKind.Choice:
                var harmful = chance.Happens(input.Danger ? signs : Math.Max(signs, 0.2));
                builder.SetWord(index, harmful || input.Harmless is null ? chance.Pick(input.Options).Id : input.Harmless);
                break;
            case InputKind.Set: builder.Set(index, Care.Answer.OfBits(chance.Next() & chance.Next() & ((2ul << (input.Options.Length - 1)) - 1))); break;
            case InputKind.Number: builder.Set(index, Care.Answer.Of(Number(input, index, chance))); break;
            case InputKind.BodyMap:
                builder.SetMap(Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => chance.Pick(input.Options).Id).Distinct().ToDictionary(r => r, _ => chance.Below(12) is var much and < 11 ? much : (int?)null));
                break;
        }
    }

    /// <summary>Signs as the person has them, illnesses in one of thirty at least, and ways of living in one of three.</summary>
    static double Share(Input input, double signs) => input.Danger ? signs : Math.Max(signs, input.Harmless is null ? 0.3 : 0.03);

    double Number(Input input, int index, Chance chance)
    {
        double low = input.Min ?? 0, high = input.Max ?? 1000;
        // Onset days reach a hundred years; most people come within weeks.
        var value = _bounds[index].Count > 0 && chance.Happens(0.6) ? chance.Pick(_bounds[index]) + chance.Below(3) - 1
            : low + (high - low) * (high > 1000 ? Math.Pow(chance.Share(), 6) : chance.Share());
        return Math.Clamp(input.Whole ? Math.Round(value) : value, low, high);
    }

    void Collect(Condition? condition)
    {
        switch (condition)
        {
            case Condition.All all: foreach (var part in all.Parts) Collect(part); break;
            case Condition.Any any: foreach (var part in any.Parts) Collect(part); break;
            case Condition.Count count: foreach (var part in count.Parts) Collect(part); break;
            case Condition.Not not: Collect(not.Part); break;
            case Condition.Range range:
                _bounds[_form.IndexOf(range.Input)].AddRange(new[] { range.Low, range.High }.Where(double.IsFinite));
                break;
        }
    }
}
