using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Flattens a condition, and refuses what could never be answered.</summary>
static class ExpressionCompiler
{
    public static Expression.Node[] Compile(Condition condition, Questionnaire questionnaire)
    {
        var nodes = new List<Expression.Node>();
        Add(condition);
        return [.. nodes];

        void Add(Condition part)
        {
            switch (part)
            {
                case Condition.All all: Branch(all.Parts, all.Parts.Length); break;
                case Condition.Any any: Branch(any.Parts, 1); break;
                case Condition.Count count: Branch(count.Parts, count.AtLeast); break;
                case Condition.Not not: Branch([not.Part], 1, Expression.Op.Not); break;
                case Condition.No no: Add(new Condition.Not(new Condition.Yes(no.Input))); break;
                case Condition.Yes yes:
                    var input = Input(yes.Input, InputKind.YesNo);
                    Leaf(new() { Op = Expression.Op.Yes, Input = input, UnsureIsYes = questionnaire[input].UnsureIsYes });
                    break;
                case Condition.In choice: Overlaps(Input(choice.Input, InputKind.Choice), choice.Options); break;
                case Condition.Has has: Overlaps(Input(has.Input, InputKind.Set), has.Options); break;
                case Condition.Size size:
                    Leaf(new() { Op = Expression.Op.Size, Input = Input(size.Input, InputKind.Set), AtLeast = size.AtLeast });
                    break;
                case Condition.Range range:
                    Leaf(new()
                    {
                        Op = Expression.Op.Between,
                        Input = Input(range.Input, InputKind.Number),
                        Low = range.LowIncluded ? range.Low : Math.BitIncrement(range.Low),
                        High = range.HighIncluded ? range.High : Math.BitDecrement(range.High),
                    });
                    break;
                case Condition.Suspects suspects:
                    var bit = questionnaire.SuspicionIds.IndexOf(suspects.Suspicion);
                    Leaf(new() { Op = Expression.Op.Suspects, Input = -1, Bits = bit < 0 ? 0 : 1ul << bit });
                    break;
            }
        }

        void Branch(ImmutableArray<Condition> parts, int atLeast, Expression.Op op = Expression.Op.Count)
        {
            var at = nodes.Count;
            nodes.Add(default);
            foreach (var part in parts) Add(part);
            nodes[at] = new() { Op = op, Input = -1, AtLeast = atLeast, Parts = parts.Length, End = nodes.Count };
        }

        void Leaf(Expression.Node node) => nodes.Add(node with { End = nodes.Count + 1 });

        void Overlaps(int input, ImmutableArray<string> options)
            => Leaf(new() { Op = Expression.Op.Overlaps, Input = input, Bits = questionnaire.Mask(input, options) });

        int Input(string id, InputKind kind)
        {
            var index = questionnaire.IndexOf(id);
            return questionnaire[index].Kind == kind ? index
                : throw new ArgumentException($"Input {id} is a {questionnaire[index].Kind}, and the condition reads it as a {kind}.");
        }
    }
}
