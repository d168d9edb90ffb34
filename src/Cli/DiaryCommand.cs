using System.CommandLine;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Journal.Imports;

namespace Mainstay.Cli;

/// <summary>mainstay diary import: a table or an export of Apple Health into the diary, as on the page of the app.</summary>
static class DiaryCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "The data file, or the folder that holds it (default: this platform's place for such files)", HelpName = "PATH",
        };
        var from = new Argument<string>("file") { Description = "A table (.csv), or export.xml or export.zip of Apple Health" };
        var order = new Option<DateOrder>("--dates") { Description = "How days in a table are written that do not begin with the year: dayfirst or monthfirst" };
        var rest = new Option<bool>("--rest") { Description = "Bring in the rest where some lines cannot be read" };
        var knowledge = KnowledgeOption.Create();
        var import = new Command("import", "Bring a file into the diary; the same file twice adds nothing") { from, order, rest, data, knowledge };
        import.SetSafeAction(parsed => Import(parsed.GetRequiredValue(from), parsed.GetValue(order), parsed.GetValue(rest), parsed.GetValue(data), parsed.GetValue(knowledge)));
        return new Command("diary", "Bring steps, sleep and more into the diary") { import };
    }

    static int Import(string from, DateOrder order, bool rest, string? data, string? knowledge)
    {
        var now = TimeProvider.System.GetLocalNow();
        var file = Read(from, order, DateOnly.FromDateTime(now.DateTime));
        foreach (var fault in file.Faults) Console.Error.WriteLine(Said(fault));
        if (file.FaultCount > file.Faults.Length) Console.Error.WriteLine($"and {file.FaultCount - file.Faults.Length} more lines");
        if (!file.Ignored.IsEmpty) Console.Error.WriteLine($"columns left out: {string.Join(", ", file.Ignored)}");
        if (file.Problem is { } problem)
            Console.Error.WriteLine($"{AnswersInput.Name(from)}: {Said(problem)}{(file.ProblemLine > 0 ? $" (line {file.ProblemLine.ToString(CultureInfo.InvariantCulture)})" : "")}");
        if (file.Notes.IsEmpty) throw new StopException(Exit.Invalid, "Nothing in it fits the diary. Nothing was imported.");
        if (!rest && (file.FaultCount > 0 || file.Problem is not null)) throw new StopException(Exit.Invalid, "Nothing was imported. Mend the file, or bring in the rest with --rest.");
        var path = JournalPlace.Of(data);
        using var store = JournalStore.Open(path);
        var import = DiaryImport.Of(file, store.Read(JournalStore.Me));
        store.Append(JournalStore.Me, [.. import.Entries.Select(entry => new Recorded(Guid.CreateVersion7(now), now, entry))]);
        if (!import.Entries.IsEmpty) LevelKeeper.Keep(store, knowledge);
        var (_, first, last) = file.Span(_ => true)!.Value;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}: {import.New} notes imported into {path}, {import.Changed} of them for days known before, {import.There} were there already{(import.LeftOut > 0 ? $", {import.LeftOut} were changed or taken back and stay out" : "")}"));
        return Exit.Ok;
    }

    static DiaryFile Read(string from, DateOrder order, DateOnly today)
    {
        try
        {
            using var stream = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
            using var line = new ProgressLine("reading");
            return DiaryReader.Read(stream, order, today, line.Tell);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(Exit.Usage, e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {from}." : $"{from} cannot be read: {e.Message}");
        }
    }

    static string Said(LineFault fault) => $"line {fault.Line.ToString(CultureInfo.InvariantCulture)}{(fault.Column.Length > 0 ? ", " + fault.Column : "")}: " + fault.Problem switch
    {
        LineProblem.Date => $"\"{fault.Value}\" is no day",
        LineProblem.Future => $"\"{fault.Value}\" has not come yet",
        LineProblem.TooEarly => $"\"{fault.Value}\" is before the year 2000",
        LineProblem.Number => $"\"{fault.Value}\" is not what is expected there",
        LineProblem.Range => $"\"{fault.Value}\" is out of range",
        LineProblem.Fields => "has more or fewer fields than the first line",
        LineProblem.Quotes => "a quotation mark is missing",
        _ => "the text is too long",
    };

    static string Said(FileProblem problem) => problem switch
    {
        FileProblem.Empty => "is empty",
        FileProblem.NoDates => "the first line must name the columns, one of them \"date\"; known are " + string.Join(", ", CsvDiary.Columns),
        FileProblem.BadArchive => "the archive is broken, or holds no export of Apple Health",
        FileProblem.BrokenXml => "the XML breaks off or is not well formed",
        FileProblem.TooLarge => "a line or an element has no end, or there are far too many",
        _ => "neither a table nor an export of Apple Health",
    };
}
