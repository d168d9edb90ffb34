using System.CommandLine;
using System.Text.Json;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Texts;
using Spectre.Console;

namespace Mainstay.Cli;

/// <summary>mainstay content check: everything that is wrong with the knowledge folder, grouped by file.</summary>
static class ContentCommand
{
    public static Command Create()
    {
        var knowledge = KnowledgeOption.Create();
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var check = new Command("check", "Check the knowledge folder and say what is wrong, with file and line") { knowledge, json };
        check.SetAction(parsed => Check(parsed.GetValue(knowledge), parsed.GetValue(json)));
        return new Command("content", "Look after the knowledge folder") { check };
    }

    static int Check(string? folder, bool json)
    {
        var (library, errors) = Load(folder);
        if (json) PrintJson(errors);
        else PrintText(library, errors);
        return errors.Count == 0 ? Exit.Ok : Exit.Invalid;
    }

    static (Library? Library, List<ContentError> Errors) Load(string? folder)
    {
        try
        {
            var files = KnowledgeFolder.Read(KnowledgeOption.Folder(folder));
            var english = LibraryLoader.Check(files);
            // English errors come back with every language; what is left is the translation's own.
            var translated = LibraryLoader.Translations(files)
                .SelectMany(language => LibraryLoader.Check(files, language).Errors).Except(english.Errors);
            var texts = PhrasebookLoader.Check(files, LibraryLoader.WordsOf(files)).Errors;
            return (english.Library, [.. english.Errors, .. translated, .. texts]);
        }
        catch (KnowledgeException e)
        {
            return (null, [.. e.Errors]);
        }
    }

    static void PrintText(Library? library, List<ContentError> errors)
    {
        foreach (var file in errors.GroupBy(error => error.File))
        {
            AnsiConsole.MarkupLine($"[bold]{Markup.Escape(file.Key)}[/]");
            foreach (var error in file)
                Console.WriteLine(error.Line == 0 ? $"        {error.Message}" : $"  {error.Line,4}  {error.Message}");
        }
        if (errors.Count > 0) Console.WriteLine();
        if (library is not null) Console.WriteLine(Counts(library));
        Console.WriteLine(errors.Count == 0 ? "No errors."
            : $"{errors.Count} error(s) in {errors.Select(error => error.File).Distinct().Count()} file(s).");
    }

    static string Counts(Library library) => string.Join(", ",
    [
        $"{library.Inputs.Length} inputs", $"{library.Rules.Length} rules", $"{library.Contributors.Length} contributors",
        $"{library.Claims.Length} claims", $"{library.Sources.Length} sources", $"{library.Items.Length} items",
        $"{library.Cautions.Length} cautions", $"{library.Therapies.Length} therapies",
        $"{library.Lessons.Length} lessons", $"{library.Tests.Length} tests", $"{library.Countries.Length} countries",
    ]);

    static void PrintJson(List<ContentError> errors)
    {
        using var output = Standard.Output();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JsonOutput.Readable });
        writer.WriteStartObject();
        writer.WriteBoolean("ok", errors.Count == 0);
        writer.WriteStartArray("errors");
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("file", error.File);
            writer.WriteNumber("line", error.Line);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
