using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>What an answered screen does to answers and state.</summary>
sealed class InterviewRecorder(Questionnaire questionnaire, Screens screens)
{
    public static InterviewStep Questions(InterviewState state, ScreenToAsk screen, Answers after)
    {
        ImmutableArray<string> asked = [.. screen.Questions.Select(q => q.Id)];
        // A question answered anew is no further screen.
        var before = state.Visits.Where(v => !v.IsGate).SelectMany(v => v.Asked).ToHashSet();
        return new(after, asked.All(before.Contains) ? state : new(state.Visits.Add(new(screen.Id, asked, state.Progress))));
    }

    public InterviewStep Gate(Answers answers, InterviewState state, ScreenToAsk screen, ImmutableArray<string> ticked, bool notSure)
    {
        var gate = screens.Gates.FirstOrDefault(g => g.Id == screen.Id) ?? throw new ArgumentException($"{screen.Id} is no gate.");
        if (ticked.FirstOrDefault(t => screen.Lines.All(l => l.Id != t)) is { } unknown) throw new ArgumentException($"{screen.Id} shows no line {unknown}.");
        var earlier = state.Visits.FirstOrDefault(v => v.Screen == screen.Id);
        var builder = answers.ToBuilder();
        var decided = new HashSet<string>(earlier?.Asked ?? []);
        var reopened = new HashSet<string>();
        foreach (var (line, _, covers) in gate.Lines.Where(l => screen.Lines.Any(s => s.Id == l.Line.Id)))
        {
            var now = Told(ticked.Contains(line.Id), notSure);
            if (earlier is not null && Told(earlier.Ticked.Contains(line.Id), earlier.NotSure) == now) continue;
            foreach (var input in covers)
            {
                // What was answered by itself stays, unless this very line was answered otherwise before.
                if (earlier is null && answers[input].State != AnswerState.Unanswered) continue;
                decided.Add(questionnaire[input].Id);
                reopened.Add(questionnaire[input].Id);
                builder.Set(input, Recorded(input, now, covers.Length));
            }
        }
        var visit = new Visit(screen.Id, [.. decided], earlier?.Progress ?? state.Progress) { Ticked = ticked, NotSure = notSure };
        if (earlier is null) return new(builder.Build(), new(state.Visits.Add(visit)));
        return new(builder.Build(), new([.. state.Visits.Select(v => v.Screen == screen.Id ? visit
            : v.IsGate ? v : v with { Asked = [.. v.Asked.Where(a => !reopened.Contains(a))] })]));
    }

    public InterviewStep Back(Answers answers, InterviewState state)
    {
        if (state.Visits.IsEmpty) return new(answers, state);
        var last = state.Visits[^1];
        var left = new InterviewState(state.Visits.RemoveAt(state.Visits.Length - 1));
        var builder = answers.ToBuilder();
        foreach (var id in last.Asked)
        {
            var input = questionnaire.IndexOf(id);
            builder.Set(input, last.IsGate ? Answer.Unanswered : BeforeIt(input, left));
        }
        return new(builder.Build(), left);
    }

    enum Said { Yes, No, NotSure }

    static Said Told(bool ticked, bool notSure) => ticked ? Said.Yes : notSure ? Said.NotSure : Said.No;

    Answer Recorded(int input, Said said, int covers) => said switch
    {
        // One covered yes/no question is answered by the tick itself; several, or a choice, are opened by it.
        Said.Yes => covers == 1 && questionnaire[input].Kind == Knowledge.InputKind.YesNo ? Answer.Yes : Answer.Unanswered,
        Said.NotSure => questionnaire[input].Kind is Knowledge.InputKind.YesNo or Knowledge.InputKind.Choice ? Answer.Unsure : Answer.Unanswered,
        _ => questionnaire.HarmlessAnswers[input],
    };

    /// <summary>What a question was before its own screen: in doubt where its gate was, otherwise unanswered.</summary>
    Answer BeforeIt(int input, InterviewState left)
    {
        foreach (var visit in left.Visits.Where(v => v.IsGate && v.NotSure && v.Asked.Contains(questionnaire[input].Id)))
            foreach (var (line, _, covers) in screens.Gates.First(g => g.Id == visit.Screen).Lines)
                if (covers.Contains(input) && !visit.Ticked.Contains(line.Id)) return Recorded(input, Said.NotSure, covers.Length);
        return Answer.Unanswered;
    }
}
