using System.Numerics;

namespace Mainstay.Care;

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
