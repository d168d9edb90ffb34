using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>What is wanted of one input: for options and yes/no the bits that are allowed, of a set those it must and must not hold, of a number its bounds.</summary>
sealed record Wanted(ulong Allowed, ulong Must, ulong MustNot, int Size, double Low, double High)
{
    public static readonly Wanted Anything = new(ulong.MaxValue, 0, 0, 0, double.NegativeInfinity, double.PositiveInfinity);
}

/// <summary>Finds answers that make a condition true or false, by trying every way in turn. Small, and complete for the conditions there are.</summary>
sealed class Solver(Questionnaire form)
{
    public Answers? Solve(params ReadOnlySpan<(Condition Condition, bool Value)> goals)
    {
        IEnumerable<ImmutableDictionary<int, Wanted>> ways = [ImmutableDictionary<int, Wanted>.Empty];
        foreach (var (condition, value) in goals) ways = ways.SelectMany(way => Ways(condition, value, way));
        return ways.Select(Make).FirstOrDefault(a => a is not null);
    }

    IEnumerable<ImmutableDictionary<int, Wanted>> Ways(Condition condition, bool value, ImmutableDictionary<int, Wanted> given) => condition switch
    {
        Condition.All all => AtLeast(all.Parts, value ? all.Parts.Length : 1, value, given),
        Condition.Any any => AtLeast(any.Parts, value ? 1 : any.Parts.Length, value, given),
        Condition.Count count => AtLeast(count.Parts, value ? count.AtLeast : count.Parts.Length - count.AtLeast + 1, value, given),
        Condition.Not not => Ways(not.Part, !value, given),
        Condition.Yes yes => Narrow(given, yes.Input, w => w with { Allowed = w.Allowed & (value ? 1ul : 2ul) }),
        Condition.No no => Narrow(given, no.Input, w => w with { Allowed = w.Allowed & (value ? 2ul : 1ul) }),
        Condition.In choice => Narrow(given, choice.Input, w => w with { Allowed = w.Allowed & (value ? Mask(choice.Input, choice.Options) : ~Mask(choice.Input, choice.Options)) }),
        Condition.Has has when value => has.Options.SelectMany(o => Narrow(given, has.Input, w => w with { Must = w.Must | Mask(has.Input, [o]) })),
        Condition.Has has => Narrow(given, has.Input, w => w with { MustNot = w.MustNot | Mask(has.Input, has.Options) }),
        Condition.Size size => Narrow(given, size.Input, w => value ? w with { Size = Math.Max(w.Size, size.AtLeast) } : w with { MustNot = ~0ul }),
        Condition.Range range when value => Narrow(given, range.Input, w => w with
        {
            Low = Math.Max(w.Low, range.LowIncluded ? range.Low : range.Low + Step(range.Input)),
            High = Math.Min(w.High, range.HighIncluded ? range.High : range.High - Step(range.Input)),
        }),
        Condition.Range range =>
            Narrow(given, range.Input, w => w with { High = Math.Min(w.High, range.LowIncluded ? range.Low - Step(range.Input) : range.Low) })
                .Concat(Narrow(given, range.Input, w => w with { Low = Math.Max(w.Low, range.HighIncluded ? range.High + Step(range.Input) : range.High) })),
        _ => throw new InvalidOperationException($"No way to solve {condition}."),
    };

    IEnumerable<ImmutableDictionary<int, Wanted>> AtLeast(ImmutableArray<Condition> parts, int wanted, bool value, ImmutableDictionary<int, Wanted> given)
    {
        if (wanted <= 0) return [given];
        if (parts.Length < wanted) return [];
        var rest = parts.RemoveAt(0);
        return Ways(parts[0], value, given).SelectMany(way => AtLeast(rest, wanted - 1, value, way)).Concat(AtLeast(rest, wanted, value, given));
    }

    IEnumerable<ImmutableDictionary<int, Wanted>> Narrow(ImmutableDictionary<int, Wanted> given, string id, Func<Wanted, Wanted> narrow)
    {
        var index = form.IndexOf(id);
        var wanted = narrow(given.GetValueOrDefault(index, Wanted.Anything));
        if (Answer(index, wanted) is not null) yield return given.SetItem(index, wanted);
    }

    Answers? Make(ImmutableDictionary<int, Wanted> way)
    {
        var builder = new AnswersBuilder(form);
        foreach (var (index, wanted) in way)
        {
            if (form[index].Id == Questionnaire.Bmi) Body(builder, wanted);
            else builder.Set(index, Answer(index, wanted)!.Value);
        }
        return builder.Build();
    }

    // Two metres and the mass that gives the index wanted.
    void Body(AnswersBuilder builder, Wanted bmi)
    {
        builder.Set(form.IndexOf("height_cm"), Care.Answer.Of(200));
        builder.Set(form.IndexOf("mass_kg"), Care.Answer.Of(4 * Answer(form.IndexOf(Questionnaire.Bmi), bmi)!.Value.Number));
    }

    Answer? Answer(int index, Wanted w)
    {
        var input = form[index];
        switch (input.Kind)
        {
            case InputKind.Number:
                double low = Math.Max(w.Low, input.Min ?? 0), high = Math.Min(w.High, input.Max ?? double.MaxValue);
                return low > high ? null : Care.Answer.Of(double.IsFinite(w.Low) ? low : high < double.MaxValue && double.IsFinite(w.High) ? high : low);
            case InputKind.Set:
                var bits = w.Must;
                for (var i = 0; i < input.Options.Length && System.Numerics.BitOperations.PopCount(bits) < w.Size; i++) bits |= 1ul << i & ~w.MustNot;
                return (bits & w.MustNot) != 0 || System.Numerics.BitOperations.PopCount(bits) < w.Size ? null : Care.Answer.OfBits(bits);
            default:
                var allowed = w.Allowed & (input.Kind == InputKind.YesNo ? 3ul : (2ul << (input.Options.Length - 1)) - 1);
                return allowed == 0 ? null : Care.Answer.OfBits(allowed & ~(allowed - 1));
        }
    }

    double Step(string input) => form[form.IndexOf(input)].Whole ? 1 : 0.01;

    ulong Mask(string input, IEnumerable<string> options) => options.Aggregate(0ul, (m, o) => m | 1ul << form.OptionIndex(form.IndexOf(input), o));
}
