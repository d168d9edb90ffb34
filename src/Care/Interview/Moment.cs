using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Where an interview stands: what was asked, what a ticked line or "not sure" has opened, and what triage makes of it. A question that
/// "not sure" opened counts as unanswered until it has been asked by itself, so that a doubt about a whole list ends nothing too early.</summary>
sealed class Moment
{
    readonly Questionnaire _questionnaire;
    readonly Triage _triage;
    readonly bool[] _asked, _pending;
    readonly Urgency[] _openLevels;
    readonly HashSet<string> _visited;

    public Moment(Triage triage, Screens screens, Answers answers, InterviewState state)
    {
        _triage = triage;
        _questionnaire = answers.Questionnaire;
        _asked = new bool[_questionnaire.Count];
        _pending = new bool[_questionnaire.Count];
        _openLevels = new Urgency[_questionnaire.Count];
        _visited = [.. state.Visits.Select(v => v.Screen)];
        Screens = state.Visits.Length;
        foreach (var visit in state.Visits.Where(v => !v.IsGate))
            foreach (var input in visit.Asked) if (_questionnaire.TryIndexOf(input, out var i)) _asked[i] = true;
        Known = Opened(screens, answers, state);
        Result = triage.Assess(Known);
        triage.OpenLevels(Known, Result.Urgency, _openLevels);
        if (Result.Urgency == Urgency.Open)
            foreach (var input in Result.Open)
                if (_questionnaire.IndexOf(input) is var i && _openLevels[i] == default) _openLevels[i] = Urgency.Open;
    }

    /// <summary>How many screens were answered.</summary>
    public int Screens { get; }
    /// <summary>The answers without the doubts that are still to be asked one by one.</summary>
    public Answers Known { get; }
    public TriageResult Result { get; }

    public bool IsVisited(string screen) => _visited.Contains(screen);

    /// <summary>Not asked yet, unanswered, applicable.</summary>
    public bool CanAsk(int input)
        => !_asked[input] && Known[input].State == AnswerState.Unanswered && !_questionnaire[input].Elsewhere
            && _triage.Applicability.Of(input, Known.Values) != Truth.False;

    public bool IsKnownToApply(int input) => _triage.Applicability.Of(input, Known.Values) == Truth.True;

    /// <summary>A ticked line or "not sure" opened it.</summary>
    public bool IsPending(int input) => _pending[input];

    /// <summary>The highest level that its answer could still bring about; self-care where it cannot raise anything.</summary>
    public Urgency CouldBring(int input) => _openLevels[input];

    Answers Opened(Screens screens, Answers answers, InterviewState state)
    {
        AnswersBuilder? builder = null;
        foreach (var visit in state.Visits.Where(v => v.IsGate))
        {
            if (screens.Gates.FirstOrDefault(g => g.Id == visit.Screen) is not { } gate) continue;
            foreach (var (line, _, covers) in gate.Lines)
            {
                var ticked = visit.Ticked.Contains(line.Id);
                if (!ticked && !visit.NotSure) continue;
                foreach (var input in covers)
                {
                    if (_asked[input] || !visit.Asked.Contains(_questionnaire[input].Id)) continue;
                    if (answers[input].State == AnswerState.Unanswered) _pending[input] = true;
                    else if (answers[input].State == AnswerState.Unsure)
                    {
                        _pending[input] = true;
                        (builder ??= answers.ToBuilder()).Set(input, Answer.Unanswered);
                    }
                }
            }
        }
        return builder?.Build() ?? answers;
    }
}
