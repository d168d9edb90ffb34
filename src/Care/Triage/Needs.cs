using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Which signs a condition cannot do without: a set of inputs of which at least one must be present for it to be true.
/// Present means yes, an option other than the harmless one, a set that is not empty, or any number.</summary>
static class Needs
{
    /// <returns>Null where the condition can be true with no sign present.</returns>
    public static ImmutableArray<int>? Of(Expression expression, Questionnaire questionnaire) => Of(expression, questionnaire, 0)?.ToImmutableArray();

    static HashSet<int>? Of(Expression expression, Questionnaire questionnaire, int at)
    {
        var node = expression.Nodes[at];
        switch (node.Op)
        {
            case Expression.Op.Yes or Expression.Op.Between:
            case Expression.Op.Overlaps when (questionnaire.HarmlessAnswers[node.Input].Bits & node.Bits) == 0:
            case Expression.Op.Size when node.AtLeast > 0 && questionnaire.HarmlessAnswers[node.Input].Bits == 0:
                return [node.Input];
            case Expression.Op.Count:
                var parts = new List<HashSet<int>?>();
                for (var child = at + 1; child < node.End; child = expression.Nodes[child].End) parts.Add(Of(expression, questionnaire, child));
                // Of the parts any AtLeast are true, so all but AtLeast − 1 of the sets, best ones first, cover every case.
                var known = parts.OfType<HashSet<int>>().OrderBy(Cost).ToList();
                var cover = parts.Count - node.AtLeast + 1;
                return node.AtLeast < 1 || known.Count < cover ? null : [.. known.Take(Math.Max(cover, 0)).SelectMany(s => s)];
            default:
                return null;
        }

        // A number is nearly always given, so a set that holds one passes nobody by.
        int Cost(HashSet<int> set) => set.Sum(i => questionnaire[i].Kind == InputKind.Number ? 100 : 1);
    }

    public static bool IsPresent(Answer answer, Input input, Answer harmless) => answer.State switch
    {
        AnswerState.Given => input.Kind switch
        {
            InputKind.YesNo => (answer.Bits & Answer.YesBit) != 0,
            InputKind.Choice or InputKind.Set => (answer.Bits & ~harmless.Bits) != 0,
            _ => true,
        },
        AnswerState.Unsure => input.UnsureIsYes,
        _ => false,
    };
}

/// <summary>Indices as bits, 64 a word.</summary>
readonly struct BitSet
{
    public BitSet(int size, ImmutableArray<int> members)
    {
        Words = new ulong[(size + 63) / 64];
        foreach (var member in members) Words[member >> 6] |= 1ul << member;
    }

    public ulong[] Words { get; }
}
