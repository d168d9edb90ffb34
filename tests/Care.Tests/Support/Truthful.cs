using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>Somebody whose every answer is settled beforehand, going through an interview and answering truthfully.</summary>
public sealed record Truthful(Answers Truth)
{
    public sealed record Walk(Answers Answers, InterviewState State, ImmutableArray<ScreenToAsk> Screens);

    /// <summary>A made-up person whose answers fit together: what does not apply is harmless.</summary>
    public static Truthful Make(People people, ulong seed)
    {
        var truth = people.Make(seed, complete: true);
        var form = truth.Questionnaire;
        var askWhen = form.Inputs.Select(i => i.AskWhen is null ? null : Expression.Compile(i.AskWhen, form)).ToList();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < form.Count; i++)
            {
                if (form[i].Id == Questionnaire.Bmi) continue;
                // What does not apply is harmless, and what the check never asks is blank.
                var fitting = form[i].Elsewhere ? Care.Answer.Unanswered : askWhen[i]?.Evaluate(truth) == Care.Truth.False ? form.HarmlessOf(i) : truth[i];
                if (truth[i] == fitting) continue;
                truth = truth.With(i, fitting);
                changed = true;
            }
        }
        return new(truth);
    }

    public Walk Through(Interview interview, int stopAfter = 200)
    {
        var step = new InterviewStep(Answers.Empty(Truth.Questionnaire), InterviewState.Start);
        var screens = ImmutableArray.CreateBuilder<ScreenToAsk>();
        while (screens.Count < stopAfter && interview.Next(step.Answers, step.State) is { } screen)
        {
            screens.Add(screen);
            step = Answer(interview, step, screen);
        }
        return new(step.Answers, step.State, screens.ToImmutable());
    }

    public InterviewStep Answer(Interview interview, InterviewStep step, ScreenToAsk screen)
    {
        if (screen.Gate is not null)
            return interview.RecordGate(step.Answers, step.State, screen, [.. screen.Lines.Where(l => l.Covers.Any(IsThere)).Select(l => l.Id)]);
        return interview.Record(step.State, screen, Give(step.Answers, screen.Questions));
    }

    public Answers Give(Answers answers, IEnumerable<Input> questions)
    {
        foreach (var question in questions)
            answers = question.Kind switch
            {
                InputKind.BodyMap => Truth[question.Id].IsGiven ? answers.WithBodyMap(Truth.BodyMap) : answers,
                InputKind.Text => answers.WithText(question.Id, Truth.TextOf(question.Id)),
                _ => answers.With(question.Id, Truth[question.Id]),
            };
        return answers;
    }

    bool IsThere(string input)
    {
        var index = Truth.Questionnaire.IndexOf(input);
        return Truth[index].State is AnswerState.Unsure or AnswerState.Skipped || Truth[index].IsGiven && Truth[index] != Truth.Questionnaire.HarmlessOf(index);
    }
}
