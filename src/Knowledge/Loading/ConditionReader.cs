using System.Collections.Immutable;
using System.Globalization;

namespace Mainstay.Knowledge.Loading;

/// <summary>A condition from its map with one key; the shapes stand at <see cref="Condition"/>.</summary>
sealed class ConditionReader : Reader
{
    const string Allowed = "all, any, not, count, yes, no, eq, in, has, size, ge, gt, le, lt, between, suspects";

    public override object Empty => new Condition.Any([]);

    public override object? Read(Node node, Traces traces)
    {
        if (node is not Node.Mapping { Entries: [var entry] })
        {
            traces.Error(node, $"is {(node is Node.Mapping ? "a map with several keys" : node.Shown)}; a condition is a map with one key "
                + $"out of {Allowed}");
            return null;
        }
        var condition = Read(entry, traces);
        if (condition is not null) traces.Of[condition] = new Trace(node.File, node.Line);
        return condition;
    }

    Condition? Read(Node.Entry entry, Traces traces)
    {
        switch (entry.Key, entry.Value)
        {
            case ("all", Node.Sequence { Items.Count: > 0 } list):
                return Parts(list, traces) is { } all ? new Condition.All(all) : null;
            case ("any", Node.Sequence { Items.Count: > 0 } list):
                return Parts(list, traces) is { } any ? new Condition.Any(any) : null;
            case ("not", Node.Mapping part):
                return Read(part, traces) is Condition inner ? new Condition.Not(inner) : null;
            case ("count", Node.Sequence { Items: [Node.Sequence list, Node.Scalar least] })
                when int.TryParse(least.Text, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= list.Items.Count:
                return Parts(list, traces) is { } parts ? new Condition.Count(parts, n) : null;
            case ("yes", Node.Scalar input):
                return new Condition.Yes(input.Text);
            case ("no", Node.Scalar input):
                return new Condition.No(input.Text);
            case ("suspects", Node.Scalar suspicion):
                return new Condition.Suspects(suspicion.Text);
            case ("eq", Node.Sequence { Items: [Node.Scalar input, Node.Scalar option] }):
                return new Condition.In(input.Text, [option.Text]);
            case ("in", Node.Sequence { Items: [Node.Scalar input,
                Node.Sequence { Items.Count: > 0 } options] }) when Texts(options) is { } ids:
                return new Condition.In(input.Text, ids);
            case ("has", Node.Sequence { Items: [Node.Scalar input, Node.Scalar option] }):
                return new Condition.Has(input.Text, [option.Text]);
            case ("has", Node.Sequence { Items: [Node.Scalar input,
                Node.Sequence { Items.Count: > 0 } options] }) when Texts(options) is { } ids:
                return new Condition.Has(input.Text, ids);
            case ("size", Node.Sequence { Items: [Node.Scalar input, Node.Scalar least] })
                when int.TryParse(least.Text, CultureInfo.InvariantCulture, out var n) && n >= 1:
                return new Condition.Size(input.Text, n);
            case ("ge" or "gt" or "le" or "lt",
                Node.Sequence { Items: [Node.Scalar input, Node.Scalar bound] }) when Number(bound) is { } n:
                return entry.Key[0] == 'g'
                    ? new Condition.Range(input.Text, n, entry.Key == "ge", double.PositiveInfinity, true)
                    : new Condition.Range(input.Text, double.NegativeInfinity, true, n, entry.Key == "le");
            case ("between", Node.Sequence { Items: [Node.Scalar input, Node.Scalar low, Node.Scalar high] })
                when Number(low) is { } a && Number(high) is { } b && a <= b:
                return new Condition.Range(input.Text, a, true, b, true);
            default:
                traces.Errors.Add(new ContentError(entry.Value.File, entry.Line, Expected(entry.Key)));
                return null;
        }
    }

    ImmutableArray<Condition>? Parts(Node.Sequence list, Traces traces)
    {
        var parts = list.Items.Select(item => Read(item, traces) as Condition).ToList();
        return parts.Contains(null) ? null : [.. parts.Select(part => part!)];
    }

    static ImmutableArray<string>? Texts(Node.Sequence list) =>
        list.Items.All(item => item is Node.Scalar) ? [.. list.Items.Cast<Node.Scalar>().Select(item => item.Text)] : null;

    static double? Number(Node.Scalar scalar) =>
        double.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var n) ? n : null;

    static string Expected(string key) => key switch
    {
        "all" or "any" => $"a condition '{key}' needs a list of conditions: {{{key}: [{{yes: fever}}, …]}}",
        "not" => "a condition 'not' needs one condition: {not: {yes: fever}}",
        "count" => "a condition 'count' needs a list of conditions and how many of them, from 1 to all: {count: [[…], 2]}",
        "yes" or "no" or "suspects" => $"a condition '{key}' needs one id: {{{key}: fever}}",
        "eq" => "a condition 'eq' needs an input and an option: {eq: [sex, f]}",
        "in" => "a condition 'in' needs an input and a list of options: {in: [sex, [f, other]]}",
        "has" => "a condition 'has' needs an input and an option or a list of them: {has: [regions, low_back]}",
        "size" => "a condition 'size' needs an input and a whole number from 1: {size: [regions, 3]}",
        "ge" or "gt" or "le" or "lt" => $"a condition '{key}' needs an input and a number: {{{key}: [age, 50]}}",
        "between" => "a condition 'between' needs an input and two numbers, the smaller one first: {between: [age, 18, 50]}",
        _ => $"'{key}' is not a condition; allowed: {Allowed}",
    };
}
