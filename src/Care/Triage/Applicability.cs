using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Which questions apply to a person: each input's ask_when, compiled. An unknown ask_when still asks.</summary>
sealed class Applicability
{
    readonly Questionnaire _questionnaire;
    readonly Expression?[] _askWhen;
    readonly int[] _starts;
    readonly int[] _conditional;

    public Applicability(Questionnaire questionnaire, ProgramBuilder programs)
    {
        _questionnaire = questionnaire;
        _askWhen = [.. questionnaire.Inputs.Select(i => Compile(i))];
        _starts = [.. questionnaire.Inputs.Select(i => programs.Add(i.AskWhen))];
        _conditional = [.. Enumerable.Range(0, _askWhen.Length).Where(i => _askWhen[i] is not null)];

        Expression? Compile(Input input)
        {
            try
            {
                return input.AskWhen is null ? null : Expression.Compile(input.AskWhen, questionnaire);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"Input {input.Id}, ask_when: {e.Message}", e);
            }
        }
    }

    public Truth Of(int input, ReadOnlySpan<Answer> values) => _askWhen[input]?.Evaluate(values) ?? Truth.True;

    public Truth Of(int input, Programs programs, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown)
        => _starts[input] < 0 ? Truth.True : programs.Evaluate(_starts[input], isTrue, isUnknown);

    /// <summary>The same tests, but what does not apply and is unanswered counts as harmless.</summary>
    public void Settle(
        Programs programs, ReadOnlySpan<Answer> values, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown, Span<ulong> settledTrue, Span<ulong> settledUnknown)
    {
        isTrue.CopyTo(settledTrue);
        isUnknown.CopyTo(settledUnknown);
        foreach (var i in _conditional)
            if (values[i].State == AnswerState.Unanswered && programs.Evaluate(_starts[i], isTrue, isUnknown) == Truth.False)
                programs.Answer(i, _questionnaire.HarmlessAnswers[i], settledTrue, settledUnknown);
    }
}
