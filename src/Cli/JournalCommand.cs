using System.CommandLine;
using System.Text;
using Mainstay.Journal;

namespace Mainstay.Cli;

/// <summary>mainstay journal export|import|delete: the whole journal as JSON Lines, without loss, and its end.</summary>
static class JournalCommand
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "The data file, or the folder that holds it (default: this platform's place for such files)",
            HelpName = "PATH",
        };
        var to = new Argument<string>("file") { Description = "Where to write; - is standard output", DefaultValueFactory = _ => "-" };
        var export = new Command("export", "Write everything you recorded as JSON Lines") { to, data };
        export.SetSafeAction(parsed => Export(parsed.GetValue(data), parsed.GetRequiredValue(to)));
        var from = new Argument<string>("file") { Description = "An export; - is standard input" };
        var knowledge = KnowledgeOption.Create();
        var import = new Command("import", "Take over an export: all of it or, if anything is wrong, nothing") { from, data, knowledge };
        import.SetSafeAction(parsed => Import(parsed.GetValue(data), parsed.GetRequiredValue(from), parsed.GetValue(knowledge)));
        var sure = new Option<bool>("--yes") { Description = "Yes, delete everything" };
        var delete = new Command("delete", "Delete everything you recorded, to the last byte") { data, sure };
        delete.SetSafeAction(parsed => Delete(parsed.GetValue(data), parsed.GetValue(sure)));
        return new Command("journal", "Export, import or delete what you recorded") { export, import, delete };
    }

    static int Export(string? data, string file)
    {
        var path = JournalPlace.Of(data);
        // Opening would make an empty one.
        if (!File.Exists(path)) throw new StopException(Exit.Journal, $"There is no data file at {path}. Name yours with --data.");
        using var store = JournalStore.Open(path);
        var entries = store.Read(JournalStore.Me);
        try
        {
            using var output = new StreamWriter(file == "-" ? Standard.Output()
                : new FileStream(file, FileMode.Create, FileAccess.Write), Utf8);
            JournalFile.Export(entries, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(Exit.Usage, $"The export cannot be written: {e.Message}");
        }
        Console.Error.WriteLine($"{entries.Length} entries exported from {path}");
        return Exit.Ok;
    }

    static int Delete(string? data, bool sure)
    {
        var path = JournalPlace.Of(data);
        if (!File.Exists(path)) throw new StopException(Exit.Journal, $"There is no data file at {path}. Name yours with --data.");
        if (!sure) throw new StopException(Exit.Usage, $"This deletes everything recorded in {path}, for good. Say --yes when you are sure.");
        using var store = JournalStore.Open(path);
        var entries = store.Read(JournalStore.Me).Length;
        store.DeleteAll(JournalStore.Me);
        Console.Error.WriteLine($"{entries} entries deleted from {path}. Nothing of them is left in the file.");
        return Exit.Ok;
    }

    static int Import(string? data, string file, string? knowledge)
    {
        var path = JournalPlace.Of(data);
        using var reader = new StreamReader(AnswersInput.Open(file), new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var store = JournalStore.Open(path);
        try
        {
            var result = JournalFile.Import(store, JournalStore.Me, reader, TimeProvider.System);
            if (result.New > 0) LevelKeeper.Keep(store, knowledge);
            Console.Error.WriteLine($"{result.New} new entries imported into {path}, {result.There} were there already");
            return Exit.Ok;
        }
        catch (DecoderFallbackException)
        {
            throw new StopException(Exit.Invalid, $"{AnswersInput.Name(file)} is not UTF-8 text. Nothing was imported.");
        }
        catch (IOException e)
        {
            throw new StopException(Exit.Usage, $"{AnswersInput.Name(file)} cannot be read: {e.Message} Nothing was imported.");
        }
    }
}
