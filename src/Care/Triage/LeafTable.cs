using System.Collections.Immutable;
using System.Numerics;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Collects every distinct test that rules and ask_whens make ("fever is yes", "age is 50 or more") and gives each its place in a row of
/// bits. A negated test is a test of its own.</summary>
sealed class LeafTable(Questionnaire questionnaire)
{
    readonly List<Leaf> _leaves = [];
    readonly Dictionary<Leaf, int> _index = [];

    public int Add(Condition condition, bool negated)
    {
        var node = Expression.Compile(condition, questionnaire).Nodes[0];
        var leaf = new Leaf(node.Op, node.Input, node.UnsureIsYes, node.AtLeast, node.Bits, node.Low, node.High, negated);
        if (_index.TryGetValue(leaf, out var at)) return at;
        _leaves.Add(leaf);
        return _index[leaf] = _leaves.Count - 1;
    }

    public Leaves Freeze() => new(questionnaire, _leaves);
}

/// <summary>One test of one answer.</summary>
readonly record struct Leaf(Expression.Op Op, int Input, bool UnsureIsYes, int AtLeast, ulong Bits, double Low, double High, bool Negated)
{
    public Truth Of(in Answer answer)
    {
        if (answer.State != AnswerState.Given)
            return answer.State != AnswerState.Unsure || !UnsureIsYes ? Truth.Unknown : Negated ? Truth.False : Truth.True;
        var holds = Op switch
        {
            Expression.Op.Yes => (answer.Bits & Answer.YesBit) != 0,
            Expression.Op.Overlaps => (answer.Bits & Bits) != 0,
            Expression.Op.Between => answer.Number >= Low && answer.Number <= High,
            _ => BitOperations.PopCount(answer.Bits) >= AtLeast,
        };
        return holds != Negated ? Truth.True : Truth.False;
    }
}

/// <summary>All tests, ready: for one person each is answered once, and what builds on them is then counting bits.</summary>
sealed class Leaves
{
    readonly Questionnaire _questionnaire;
    readonly int[] _inputOf;
    readonly (Leaf Leaf, int Bit)[][] _ofInput;
    readonly (int Word, ulong Mask)[][] _maskOf;

    public Leaves(Questionnaire questionnaire, IReadOnlyList<Leaf> leaves)
    {
        _questionnaire = questionnaire;
        _inputOf = [.. leaves.Select(l => l.Input)];
        Words = (leaves.Count + 63) / 64;
        InputWords = (questionnaire.Count + 63) / 64;
        var byInput = leaves.Select((leaf, bit) => (leaf, bit)).ToLookup(l => l.leaf.Input);
        _ofInput = [.. Enumerable.Range(0, questionnaire.Count).Select(i => byInput[i].ToArray())];
        _maskOf = [.. _ofInput.Select(tests => tests.GroupBy(t => t.Bit >> 6).Select(g => (g.Key, g.Aggregate(0ul, (m, t) => m | 1ul << t.Bit))).ToArray())];
    }

    /// <summary>Words of 64 bits that hold one bit for each test, and for each input.</summary>
    public int Words { get; }
    public int InputWords { get; }

    /// <param name="isTrue">One bit for each test that holds; zeroes before.</param>
    /// <param name="isUnknown">One bit for each test whose input is unknown; zeroes before.</param>
    public void Evaluate(ReadOnlySpan<Answer> values, Span<ulong> isTrue, Span<ulong> isUnknown)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].State is AnswerState.Unanswered or AnswerState.Skipped)
                foreach (var (word, mask) in _maskOf[i]) isUnknown[word] |= mask;
            else
                foreach (ref readonly var test in _ofInput[i].AsSpan())
                    switch (test.Leaf.Of(values[i]))
                    {
                        case Truth.True: isTrue[test.Bit >> 6] |= 1ul << test.Bit; break;
                        case Truth.Unknown: isUnknown[test.Bit >> 6] |= 1ul << test.Bit; break;
                    }
        }
    }

    /// <summary>Answers the tests of one input anew.</summary>
    public void Evaluate(int input, in Answer answer, Span<ulong> isTrue, Span<ulong> isUnknown)
    {
        foreach (var (word, mask) in _maskOf[input])
        {
            isTrue[word] &= ~mask;
            isUnknown[word] &= ~mask;
        }
        foreach (ref readonly var test in _ofInput[input].AsSpan())
            switch (test.Leaf.Of(answer))
            {
                case Truth.True: isTrue[test.Bit >> 6] |= 1ul << test.Bit; break;
                case Truth.Unknown: isUnknown[test.Bit >> 6] |= 1ul << test.Bit; break;
            }
    }

    /// <summary>Marks the inputs behind tests, one bit each.</summary>
    public void MarkInputs(ReadOnlySpan<ulong> tests, ReadOnlySpan<Answer> values, Span<ulong> inputs)
    {
        for (var word = 0; word < tests.Length; word++)
            for (var bits = tests[word]; bits != 0; bits &= bits - 1)
            {
                var input = _inputOf[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                if (input != _questionnaire.BmiIndex) inputs[input >> 6] |= 1ul << input;
                else
                    foreach (var source in (ReadOnlySpan<int>)[_questionnaire.HeightIndex, _questionnaire.MassIndex])
                        if (source >= 0 && !values[source].IsGiven) inputs[source >> 6] |= 1ul << source;
            }
    }
}
