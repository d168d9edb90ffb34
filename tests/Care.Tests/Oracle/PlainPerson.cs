using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

static class PlainPerson
{
    /// <summary>The answers as the oracle reads them.</summary>
    public static Dictionary<string, object> Of(Answers answers)
    {
        var person = new Dictionary<string, object>();
        foreach (var input in answers.Questionnaire.Inputs)
        {
            var answer = answers[input.Id];
            object? value = answer.State switch
            {
                AnswerState.Unanswered => null,
                AnswerState.Unsure => "unsure",
                AnswerState.Skipped => "skip",
                _ => input.Kind switch
                {
                    InputKind.YesNo => answers.IsYes(input.Id) == Truth.True ? "yes" : "no",
                    InputKind.Choice => answers.OptionOf(input.Id),
                    InputKind.Set => answers.OptionsOf(input.Id).ToHashSet(),
                    InputKind.Number => answer.Number,
                    _ => null,
                },
            };
            if (value is not null) person[input.Id] = value;
        }
        return person;
    }
}
