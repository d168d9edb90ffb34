using System.Runtime.CompilerServices;
using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <summary>The reasoning as of now. What it says of a person is kept as long as that person is: until they record something, or the day ends.</summary>
public sealed class CareModels(Reasoning reasoning, TimeProvider clock)
{
    // What only time changes, such as questions that fall due, waits this long at most.
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    readonly ConditionalWeakTable<Person, Standing> _standings = [];
    readonly ConditionalWeakTable<Person, Person> _worded = [];

    public DailyCare Daily => reasoning.Daily;
    public CareModel Model => reasoning.Model;
    public Interview Interview => reasoning.Interview;
    public TestLimits Tests => reasoning.Tests;
    public SpasmCheck Spasm => reasoning.Spasm;
    public Questionnaire Questionnaire => Model.Questionnaire;
    public Triage Triage => Model.Triage;
    public DateTimeOffset Now => clock.GetLocalNow();

    /// <summary>The same person, with the same answers to the questions in the language of this reasoning.</summary>
    public Person Worded(Person person) => person.Answers.Questionnaire == Questionnaire ? person
        : _worded.GetValue(person, one => one with { Answers = one.Answers.To(Questionnaire) });

    /// <summary>What this day is: with all that was recorded up to now.</summary>
    public Today Day(Person person)
    {
        var standing = _standings.GetValue(person, one => new(this, one));
        var now = clock.GetLocalNow();
        if (standing.Day is { } day && now - day.At is { Ticks: >= 0 } age && age < Fresh) return day.Today;
        var today = Daily.On(person.Answers, person.Daily, now, person.Seen, person.Choices.Made);
        standing.Day = new(now, today, new(() => Daily.Own(person.Answers, person.Daily, now, today)));
        return today;
    }

    /// <summary>The person's own moves on this day, worked out once for all parts of a page that ask.</summary>
    public OwnMoves Own(Person person)
    {
        Day(person);
        return _standings.GetValue(person, one => new(this, one)).Day!.Own.Value;
    }

    /// <summary>Is it as urgent, or the plan as careful, only because an answer is there? Then the answer is not taken back: to leave out is no way to sound
    /// less urgent.</summary>
    public bool Leans(Person person, Answers with, Answers without)
    {
        var (before, after) = (Triage.Assess(with, person.Seen), Triage.Assess(without, person.Seen));
        return after.Urgency < before.Urgency || after.Unseen < before.Unseen || after.Holding < before.Holding || PlanLimits.Fall(Model, with, without, before.Suspicions, after.Suspicions);
    }

    public Assessment Assess(Person person) => Day(person).Assessment;

    /// <summary>The next question of the check; null when it is finished.</summary>
    public ScreenToAsk? Next(Person person) => _standings.GetValue(person, one => new(this, one)).Next.Value;

    sealed class Standing(CareModels care, Person person)
    {
        public volatile Judged? Day;

        public Lazy<ScreenToAsk?> Next { get; } = new(() => care.Interview.Next(person.Answers, person.State));
    }

    sealed record Judged(DateTimeOffset At, Today Today, Lazy<OwnMoves> Own);
}
