using Mainstay.Knowledge;

namespace Mainstay.Care;

static class Presence
{
    /// <summary>Is it there: yes, an option other than the harmless one, a set that is not empty, or any number?</summary>
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
