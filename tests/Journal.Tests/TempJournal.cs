using Mainstay.Care;

namespace Mainstay.Journal.Tests;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
sealed class TempJournal : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("mainstay-journal-").FullName;
    public string Path => System.IO.Path.Combine(Folder, "journal.db");

    public JournalStore Open() => JournalStore.Open(Path, patience: 1);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A clock that goes on a second for each look.</summary>
    public static Recorded Entry(Entry entry, int second = 0)
    {
        var at = new DateTimeOffset(2026, 1, 31, 8, 15, 0, 250, TimeSpan.FromHours(1)).AddSeconds(second);
        return new(Guid.CreateVersion7(at), at, entry);
    }

    static readonly Guid One = new("0190a5a0-0000-7000-8000-0000000000aa");

    public static readonly Entry[] OneOfEach =
    [
        AnswerGiven.Word("fever", "no"),
        AnswerGiven.Number("age", 41.5),
        AnswerGiven.Set("regions", "low_back", "neck"),
        AnswerGiven.Word("own_goals", "Lift my „Enkel“\nagain 🙂"),
        new AnswerCleared("fever"),
        new ScreenAnswered(0, "gate:danger", ["fever", "trauma"], 0.1, ["injury"], NotSure: true),
        new ScreenAnswered(1, "injury", ["trauma"], 0.25),
        new CheckStarted(Anew: true),
        new CheckFinished("U14", ["RF-04", "RF-07"], 12),
        new LevelHeld("U24", Asks: true),
        new SpasmStarted(),
        new SeenRecorded("RF-04", new DateOnly(2026, 1, 30), "Dr Okoye", "All fine", true, "ab12"),
        new ItemSwapped(3, "cat-cow", "knee-rock"),
        new ItemSkipped(null, "cat-cow"),
        new MinutesChanged(0, 7.5),
        new PlaceChanged(null, "work"),
        new DayMoved(1, 2),
        new PlanReset(),
        new SettingChanged("theme", "dark"),
        new SettingChanged("theme", null),
        new DeviceLetIn("d1", "Phone", "0f"),
        new DevicePutOut("d1"),
        new CheckedIn(4, 3, 2, true),
        new CheckedIn(Mood: 0),
        new SignsAnswered(),
        new QuestionsWritten("May I run again?\nWhat about the „pills“?"),
        new TakenBack([new("019b1234-5678-7abc-8def-0123456789ab")]),
        new Placed([new("019b1234-5678-7abc-8def-0123456789ab")], new DateTimeOffset(2026, 1, 31, 8, 15, 0, TimeSpan.FromHours(1)), 1),
        Noted.Of(new SessionStart { Session = One, Items = ["cat-cow", "bird-dog"], Pain = 3, AnyNew = false }),
        Noted.Of(new ItemReport { Session = One, Item = "bird-dog", Outcome = ItemOutcome.TooMuch, Before = 3, Worst = 6.5, After = 4, Asked = 12, Done = 7,
            Rpe = 8, Moved = PainMoved.Down, NewLegSign = true }),
        Noted.Of(new SessionEnd { Session = One, Pain = 4, Minutes = 11.5, Rpe = 6 }),
        Noted.Of(new SessionAfter { Session = One, Settled = Settling.WithinDay, Morning = 4, Moved = PainMoved.No }),
        Noted.Of(new DiaryNote
        {
            For = new DateOnly(2026, 1, 30), Pain = 4, Regions = [new("low_back", 4), new("buttock_left", 2)], StiffMinutes = 20, SleepHours = 6.5,
            SleepQuality = 4, Stress = 7, Mood = 2, SittingHours = 8, Steps = 4200, Load = 120, Doses = 1, Medicine = "the small white ones",
            Remedies = [new(RemedyKind.Heat, 15, 5, 3), new(RemedyKind.Belt)], Text = "Long drive.", AnyNew = false, Leg = true, Source = "csv",
        }),
        Noted.Of(new DiaryNote { Pain = 3, Felt = new DateTimeOffset(2026, 1, 31, 7, 30, 0, TimeSpan.FromHours(1)) }),
        Noted.Of(new DiaryNote()),
        Noted.Of(new TestTaken { Test = "side-bridge", Left = 22, Right = 31, Moved = PainMoved.Up, AnyNew = false, Text = "fine" }),
        Noted.Of(new SpotFelt { Spot = "s1", Region = "low_back_left", X = 0.25, Y = 0.5, Pain = 6, Mine = true, Spread = ["buttock_left"] }),
        Noted.Of(new SpotPressed { Spot = "s1", Seconds = 60, Before = 6, After = 4 }),
        Noted.Of(new GoalNamed { Goal = "g1", Text = "Carry my child" }),
        Noted.Of(new GoalScored { Goal = "g1", Score = 3 }),
        Noted.Of(new ExperimentStart { Experiment = One, A = RemedyKind.Heat, B = RemedyKind.Cold, BlockDays = 3, Pairs = 3, Seed = 4_000_000_000,
            From = new DateOnly(2026, 2, 1) }),
        Noted.Of(new ExperimentStop { Experiment = One }),
        Noted.Of(new Holiday { From = new DateOnly(2026, 2, 10), To = new DateOnly(2026, 2, 17) }),
        Noted.Of(new FreeDay { On = new DateOnly(2026, 2, 20) }),
        Noted.Of(new ChallengeStart()),
        Noted.Of(new ChallengeStop()),
        Noted.Of(new ChallengeDone { Task = "stand-for-a-call", Rung = 1 }),
        Noted.Of(new WeekChosen { Whole = true }),
        Noted.Of(new StressLook { Weighs = ["work", "sleep"], CanChange = ["work"], Own = "The move", Change = "say-no" }),
        Noted.Of(new ProblemSheet { Sheet = "sheet-1", What = "Too many calls", Ideas = ["Turn it off at noon", "Ask Ann"], Choice = "Ask Ann", When = new(2026, 3, 9), Outcome = "Went well", Done = true }),
        Noted.Of(new ReturnStart { Way = "way-1", Name = "Riding a bike", Steps = ["Sit on it", "Roll down the drive"] }),
        Noted.Of(new ReturnStart { Way = "way-2", Move = "bend" }),
        Noted.Of(new ReturnTried { Way = "way-1", Step = 1, Before = 6, After = 4, TooMuch = true }),
        Noted.Of(new ReturnStop { Way = "way-1" }),
        Noted.Of(new ReviewSeen { Week = 2 }),
        Noted.Of(new BreakLog { Event = BreakEvent.Taken, Kind = PromptKind.Stretch, Minutes = 3, ByWish = true, Reason = "fire_small" }),
        Noted.Of(new BreakSettings { On = true, EveryMinutes = 45, Days = [1, 2], Stretches = [new TimeOnly(10, 30)],
            PausedUntil = new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero) }),
    ];

}
