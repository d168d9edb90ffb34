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
    ];
}
