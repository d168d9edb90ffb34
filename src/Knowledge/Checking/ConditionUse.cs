using System.Collections.Immutable;

namespace Mainstay.Knowledge.Checking;

enum Purpose { Rule, Evidence, Needs, Pointer, Limit, Risk, AskWhen }

/// <summary>One condition, the record and property it belongs to, and how errors name it: "rule RF-01".</summary>
sealed record ConditionUse(Condition Condition, object Owner, string Property, Purpose Purpose, string Name)
{
    public static IEnumerable<ConditionUse> All(Library library)
    {
        foreach (var rule in library.Rules)
        {
            yield return new(rule.When, rule, nameof(Rule.When), Purpose.Rule, $"rule {rule.Id}");
            if (rule.Detail is { } detail) yield return new(detail, rule, nameof(Rule.Detail), Purpose.Rule, $"rule {rule.Id}");
            if (rule.Unless is { } unless) yield return new(unless, rule, nameof(Rule.Unless), Purpose.Rule, $"rule {rule.Id}");
        }
        foreach (var contributor in library.Contributors)
        {
            if (contributor.Needs is { } needs)
                yield return new(needs, contributor, nameof(Contributor.Needs), Purpose.Needs, $"contributor {contributor.Id}");
            foreach (var evidence in contributor.Evidence)
                yield return new(evidence.When, evidence, nameof(Evidence.When), Purpose.Evidence, $"contributor {contributor.Id}");
        }
        foreach (var cause in library.Causes.Concat(library.Roads))
            foreach (var pointer in cause.Pointers)
                yield return new(pointer.When, pointer, nameof(Pointer.When), Purpose.Pointer, $"pointer of {cause.Id}");
        foreach (var risk in library.Lasting)
            yield return new(risk.When, risk, nameof(RiskItem.When), Purpose.Risk, $"risk {risk.Id}");
        foreach (var use in library.Items.SelectMany(item => Limits(item.Block, item.Modify, item.Id))) yield return use;
        foreach (var use in library.Cautions.SelectMany(caution => Limits(caution.Block, caution.Modify, caution.Id))) yield return use;
        foreach (var use in library.Tests.SelectMany(test => Limits(test.Block, [], test.Id))) yield return use;
        foreach (var input in library.Inputs)
            if (input.AskWhen is { } ask) yield return new(ask, input, nameof(Input.AskWhen), Purpose.AskWhen, $"ask_when of {input.Id}");
        foreach (var gate in library.Gates)
        {
            if (gate.AskWhen is { } ask) yield return new(ask, gate, nameof(Gate.AskWhen), Purpose.AskWhen, $"ask_when of {gate.Id}");
            foreach (var line in gate.Lines)
                if (line.AskWhen is { } lineAsk) yield return new(lineAsk, line, nameof(GateLine.AskWhen), Purpose.AskWhen,
                    $"ask_when of {line.Id}");
        }
    }

    static IEnumerable<ConditionUse> Limits(ImmutableArray<Limit> block, ImmutableArray<Limit> modify, string owner) =>
        block.Concat(modify).Select(limit => new ConditionUse(limit.When, limit, nameof(Limit.When), Purpose.Limit,
            $"contraindication of {owner}"));
}

/// <summary>A leaf of a condition, and whether it stands below an odd number of "not".</summary>
readonly record struct Literal(Condition Leaf, bool Negated)
{
    public static IEnumerable<Literal> Of(Condition condition, bool negated = false) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(part => Of(part, negated)),
        Condition.Any any => any.Parts.SelectMany(part => Of(part, negated)),
        Condition.Count count => count.Parts.SelectMany(part => Of(part, negated)),
        Condition.Not not => Of(not.Part, !negated),
        _ => [new Literal(condition, negated)],
    };

    /// <summary>The input it reads; null for suspects.</summary>
    public string? Input => Leaf switch
    {
        Condition.Yes c => c.Input,
        Condition.No c => c.Input,
        Condition.In c => c.Input,
        Condition.Has c => c.Input,
        Condition.Size c => c.Input,
        Condition.Range c => c.Input,
        _ => null,
    };
}
