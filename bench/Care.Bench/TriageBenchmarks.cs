using BenchmarkDotNet.Attributes;

namespace Mainstay.Care.Bench;

[MemoryDiagnoser]
public class TriageBenchmarks
{
    readonly Subjects _subjects = new();
    int _next;

    Answers Next() => _subjects.Mixed[_next++ & 4095];

    [Benchmark]
    public TriageResult Triage_of_mixed_people() => _subjects.Triage.Assess(Next());

    [Benchmark]
    public TriageResult Triage_of_the_healthy() => _subjects.Triage.Assess(_subjects.Healthy);

    [Benchmark]
    public TriageResult Triage_of_blank_answers() => _subjects.Triage.Assess(_subjects.Blank);

    [Benchmark]
    public (TriageResult, ContributorResult) Triage_and_contributors_of_mixed_people()
    {
        var answers = Next();
        return (_subjects.Triage.Assess(answers), _subjects.Contributors.Weigh(answers));
    }

    [Benchmark]
    public Answers Reading_answers() => AnswersJson.Read(_subjects.Json[_next++ & 4095], _subjects.Form);

    [Benchmark]
    public ScreenToAsk? Next_screen() => _subjects.Interview.Next(_subjects.Healthy, InterviewState.Start);
}
