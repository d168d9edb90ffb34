namespace Mainstay.Care.Tests;

/// <summary>A history written day by day, for tests.</summary>
sealed class Diary
{
    public static readonly DailyCare Daily = new(RealCare.Model);
    static readonly DateOnly First = RealCare.Today;

    readonly Answers _answers;
    int _ids;

    public Diary(Answers answers)
    {
        // As if every question had been answered on day 0: nothing is assumed.
        var builder = new AnswersBuilder(answers.Questionnaire);
        for (var i = 0; i < answers.Questionnaire.Count; i++)
            if (answers[i].State != AnswerState.Unanswered && answers.Questionnaire[i].Id != Questionnaire.Bmi) builder.Set(i, answers[i]);
        _answers = builder.Build();
        foreach (var input in answers.Questionnaire.Inputs) History = History.WithAnswer(input.Id, At(0, 7));
        History = History.WithCheck(At(0, 7));
    }

    public History History { get; set; } = History.Empty;
    /// <summary>Answers of the check, on the day of it.</summary>
    public Answers Answers => _answers;

    public static DateTimeOffset At(int day, double hour) => new DateTimeOffset(First.AddDays(day), default, TimeSpan.Zero).AddHours(hour);

    public Diary Note(int day, double hour, Daily what)
    {
        History = History.With(new Guid(++_ids, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0), At(day, hour), what);
        return this;
    }

    public Diary Pain(int day, double pain, bool? anyNew = false) => Note(day, 8, new CheckIn { Pain = pain, AnyNew = anyNew });

    public Diary Ask(int day, double hour, params IEnumerable<string> inputs)
    {
        foreach (var input in inputs) History = History.WithAnswer(input, At(day, hour), asBefore: true);
        return this;
    }

    /// <summary>One item done, and everything else about its session.</summary>
    public Diary Did(int day, string item, double before, double worst, double? morning, double asked = 0, Settling settled = Settling.WithinHour, PainMoved moved = PainMoved.No,
        ItemOutcome outcome = ItemOutcome.Done, double rpe = 5)
    {
        var id = new Guid(++_ids, 1, 7, 0, 0, 0, 0, 0, 0, 0, 0);
        Note(day, 17, new SessionStart { Session = id, Items = [item], Pain = before, AnyNew = false });
        Note(day, 17.1, new ItemReport { Session = id, Item = item, Worst = worst, After = before, Asked = asked, Done = asked, Rpe = rpe, Moved = moved, Outcome = outcome });
        Note(day, 17.2, new SessionEnd { Session = id, Pain = before });
        return Note(day + 1, 7.5, new SessionAfter { Session = id, Settled = settled, Morning = morning });
    }

    public Today On(int day, double hour = 9) => Daily.On(_answers.With("onset_days", _answers.NumberOf("onset_days")!.Value + day), History, At(day, hour));

    public ItemProgress? Item(int day, string item) => On(day).Progress.Items.GetValueOrDefault(item);
}
