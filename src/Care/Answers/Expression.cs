using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A condition compiled to a flat array of nodes. Evaluating allocates nothing and follows Kleene: an unanswered, unsure or skipped
/// input is unknown (unsure is yes where the input says so); a count is true once enough parts are true, and false once too few can be.</summary>
public sealed class Expression
{
    readonly Questionnaire _questionnaire;
    readonly Node[] _nodes;

    Expression(Questionnaire questionnaire, Node[] nodes)
    {
        (_questionnaire, _nodes) = (questionnaire, nodes);
        Inputs = [.. nodes.Where(n => n.Input >= 0).Select(n => n.Input).Distinct().Order()];
    }

    /// <exception cref="ArgumentException">An unknown input or option, or a test that does not fit the input's kind.</exception>
    public static Expression Compile(Condition condition, Questionnaire questionnaire)
        => new(questionnaire, ExpressionCompiler.Compile(condition, questionnaire));

    /// <summary>Indices of the inputs it reads, ascending.</summary>
    public ImmutableArray<int> Inputs { get; }

    internal ReadOnlySpan<Node> Nodes => _nodes;

    /// <param name="answers">Answers to the questionnaire it was compiled for.</param>
    /// <param name="suspicions">What the fired rules suspect; read by {suspects: …} only.</param>
    public Truth Evaluate(Answers answers, Suspicions suspicions = default) => Evaluate(answers.Values, suspicions.Bits);

    internal Truth Evaluate(ReadOnlySpan<Answer> answers, ulong suspicions = 0) => Evaluate(0, answers, suspicions);

    /// <summary>Marks the inputs whose answer could still turn an unknown value: the unknown leaves below unknown branches. A part that is
    /// already known cannot be turned, and neither can what stands below it.</summary>
    internal void MarkOpen(ReadOnlySpan<Answer> answers, Span<bool> open)
    {
        Span<bool> reached = stackalloc bool[_nodes.Length];
        reached[0] = true;
        for (var at = 0; at < _nodes.Length; at++)
        {
            ref readonly var node = ref _nodes[at];
            if (!reached[at] || Evaluate(at, answers, 0) != Truth.Unknown) continue;
            if (node.Input >= 0) Mark(node.Input, answers, open);
            else for (var child = at + 1; child < node.End; child = _nodes[child].End) reached[child] = true;
        }
    }

    void Mark(int input, ReadOnlySpan<Answer> answers, Span<bool> open)
    {
        if (input != _questionnaire.BmiIndex) open[input] = true;
        else
            foreach (var source in (ReadOnlySpan<int>)[_questionnaire.HeightIndex, _questionnaire.MassIndex])
                if (source >= 0 && !answers[source].IsGiven) open[source] = true;
    }

    Truth Evaluate(int at, ReadOnlySpan<Answer> answers, ulong suspicions)
    {
        ref readonly var node = ref _nodes[at];
        switch (node.Op)
        {
            case Op.Yes:
                ref readonly var yes = ref answers[node.Input];
                return yes.State switch
                {
                    AnswerState.Given => TruthLogic.Of((yes.Bits & Answer.YesBit) != 0),
                    AnswerState.Unsure when node.UnsureIsYes => Truth.True,
                    _ => Truth.Unknown,
                };
            case Op.Overlaps:
                ref readonly var set = ref answers[node.Input];
                return set.IsGiven ? TruthLogic.Of((set.Bits & node.Bits) != 0) : Truth.Unknown;
            case Op.Size:
                ref readonly var size = ref answers[node.Input];
                return size.IsGiven ? TruthLogic.Of(System.Numerics.BitOperations.PopCount(size.Bits) >= node.AtLeast) : Truth.Unknown;
            case Op.Between:
                ref readonly var number = ref answers[node.Input];
                return number.IsGiven ? TruthLogic.Of(number.Number >= node.Low && number.Number <= node.High) : Truth.Unknown;
            case Op.Suspects:
                return TruthLogic.Of((suspicions & node.Bits) != 0);
            case Op.Not:
                return Evaluate(at + 1, answers, suspicions).Not();
            default:
                return Count(node, at, answers, suspicions);
        }
    }

    // "all" is a count of every part and "any" a count of one: one rule for the three.
    Truth Count(in Node node, int at, ReadOnlySpan<Answer> answers, ulong suspicions)
    {
        int wanted = node.AtLeast, left = node.Parts, unknown = 0;
        if (wanted <= 0) return Truth.True;
        for (var child = at + 1; child < node.End; child = _nodes[child].End)
        {
            left--;
            switch (Evaluate(child, answers, suspicions))
            {
                case Truth.True when --wanted == 0: return Truth.True;
                case Truth.Unknown: unknown++; break;
            }
            if (wanted > left + unknown) return Truth.False;
        }
        return wanted > unknown ? Truth.False : Truth.Unknown;
    }

    internal enum Op : byte { Yes, Overlaps, Size, Between, Suspects, Not, Count }

    /// <summary>Prefix order: a branch's first part follows it, and each node's End is where the next one begins.</summary>
    internal struct Node
    {
        public Op Op;
        public bool UnsureIsYes;
        public int Input, End, AtLeast, Parts;
        public ulong Bits;
        public double Low, High;
    }
}
