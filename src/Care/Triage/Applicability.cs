namespace Mainstay.Care;

/// <summary>Which questions apply to a person: each input's ask_when, compiled. An unknown ask_when still asks.</summary>
sealed class Applicability
{
    readonly Expression?[] _askWhen;
    readonly int[] _conditional;
    readonly Questionnaire _questionnaire;

    public Applicability(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        _askWhen = [.. questionnaire.Inputs.Select(i =>
        {
            try
            {
                return i.AskWhen is null ? null : Expression.Compile(i.AskWhen, questionnaire);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"Input {i.Id}, ask_when: {e.Message}", e);
            }
        })];
        _conditional = [.. Enumerable.Range(0, _askWhen.Length).Where(i => _askWhen[i] is not null)];
    }

    public Truth Of(int input, ReadOnlySpan<Answer> values) => _askWhen[input]?.Evaluate(values) ?? Truth.True;

    /// <summary>The same answers, but what does not apply and is unanswered counts as harmless.</summary>
    public void Settle(ReadOnlySpan<Answer> values, Span<Answer> settled)
    {
        values.CopyTo(settled);
        foreach (var i in _conditional)
            if (values[i].State == AnswerState.Unanswered && _askWhen[i]!.Evaluate(values) == Truth.False) settled[i] = _questionnaire.HarmlessAnswers[i];
    }

    /// <summary>Inputs that a question's ask_when reads; empty where it always applies.</summary>
    public System.Collections.Immutable.ImmutableArray<int> Reads(int input) => _askWhen[input]?.Inputs ?? [];
}
