using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>What a follow-up means that was shown and left blank. Where the person pointed at its sign before and doubt counts as yes, leaving
/// it blank is doubt and not silence; one that may be skipped counts as skipped.</summary>
static class Blanks
{
    /// <param name="pointedAt">Did the person tick what opened this question?</param>
    public static Answers AsDoubt(ScreenToAsk screen, Answers after, Func<string, bool> pointedAt)
    {
        var blank = screen.Questions.Where(q => q.UnsureIsYes && after[q.Id].State == AnswerState.Unanswered && pointedAt(q.Id)).ToList();
        if (blank.Count == 0) return after;
        var builder = after.ToBuilder();
        foreach (var question in blank)
            builder.Set(after.Questionnaire.IndexOf(question.Id), question.Skippable ? Answer.Skipped : Answer.Unsure);
        return builder.Build();
    }
}
