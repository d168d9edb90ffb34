using System.Numerics;

namespace Mainstay.Care;

/// <summary>Conditions over rows of bits. For one person every distinct test is answered once; what builds on the tests is then counting bits.
/// Same meaning as <see cref="Expression"/>, and many times faster where hundreds of conditions share their tests.</summary>
sealed class Programs
{
    readonly Questionnaire _questionnaire;
    readonly int[] _inputOf;
    readonly (Leaf Leaf, int Bit)[][] _ofInput;
    readonly (int Word, ulong Mask)[][] _maskOf;
    // All programs stand one after another, in the order in which they are run: memory is read forward.
    readonly Branch[] _branches;
    readonly Mask[] _masks;

    public Programs(Questionnaire questionnaire, IReadOnlyList<Leaf> leaves, Branch[] branches, Mask[] masks)
    {
        (_questionnaire, _branches, _masks) = (questionnaire, branches, masks);
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
    public void Answer(ReadOnlySpan<Answer> values, Span<ulong> isTrue, Span<ulong> isUnknown)
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
    public void Answer(int input, in Answer answer, Span<ulong> isTrue, Span<ulong> isUnknown)
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

    /// <summary>Marks the unknown tests below unknown branches: those that could still turn it. False when it is known.</summary>
    public bool MarkOpen(int start, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown, Span<ulong> open)
    {
        // Children stand after their branch, so one way back answers all of them and one way forth marks.
        var end = _branches[start].End;
        Span<Truth> truths = stackalloc Truth[end - start];
        for (var at = end - 1; at >= start; at--)
        {
            ref readonly var branch = ref _branches[at];
            var (holds, unknown) = Tests(branch, isTrue, isUnknown);
            for (var child = at + 1; child < branch.End; child = _branches[child].End)
            {
                if (truths[child - start] == Truth.True) holds++;
                else if (truths[child - start] == Truth.Unknown) unknown++;
            }
            truths[at - start] = holds >= branch.AtLeast ? Truth.True : holds + unknown < branch.AtLeast ? Truth.False : Truth.Unknown;
        }
        for (var at = start; at < end;)
        {
            ref readonly var branch = ref _branches[at];
            if (truths[at - start] != Truth.Unknown)
            {
                at = branch.End;
                continue;
            }
            for (var i = branch.FirstMask; i < branch.EndMask; i++) open[_masks[i].Word] |= isUnknown[_masks[i].Word] & _masks[i].Bits;
            at++;
        }
        return truths[0] == Truth.Unknown;
    }

    (int Holds, int Unknown) Tests(in Branch branch, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown)
    {
        int holds = 0, unknown = 0;
        for (var i = branch.FirstMask; i < branch.EndMask; i++)
        {
            ref readonly var mask = ref _masks[i];
            holds += BitOperations.PopCount(isTrue[mask.Word] & mask.Bits);
            unknown += BitOperations.PopCount(isUnknown[mask.Word] & mask.Bits);
        }
        return (holds, unknown);
    }

    /// <summary>What the program at a place says.</summary>
    public Truth Evaluate(int at, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown)
    {
        ref readonly var branch = ref _branches[at];
        var (holds, unknown) = Tests(branch, isTrue, isUnknown);
        if (holds >= branch.AtLeast) return Truth.True;
        var left = branch.Below;
        for (var child = at + 1; child < branch.End; child = _branches[child].End)
        {
            if (holds + unknown + left < branch.AtLeast) return Truth.False;
            left--;
            switch (Evaluate(child, isTrue, isUnknown))
            {
                case Truth.True when ++holds >= branch.AtLeast: return Truth.True;
                case Truth.Unknown: unknown++; break;
            }
        }
        return holds + unknown < branch.AtLeast ? Truth.False : Truth.Unknown;
    }

    /// <summary>Prefix order: a branch's first child follows it, and End is where the next one begins.</summary>
    internal readonly record struct Branch(int AtLeast, int Below, int FirstMask, int EndMask, int End);

    internal readonly record struct Mask(int Word, ulong Bits);
}
