using Mainstay.Care;
using Mainstay.Journal.Imports;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Diary;

/// <summary>What was found in a file, in the person's words.</summary>
public static class ImportWords
{
    /// <summary>What the file holds, a line for each kind.</summary>
    public static IEnumerable<string> Holds(Phrases say, DiaryFile file)
    {
        (string Name, Func<DiaryNote, bool> Has)[] kinds =
        [
            (say.Say("Pain"), note => note.Pain is not null), (say.Say("Stiffness"), note => note.StiffMinutes is not null), (say.Say("Steps"), note => note.Steps is not null),
            (say.Say("Sleep"), note => note.SleepHours is not null || note.SleepQuality is not null), (say.Say("Stress"), note => note.Stress is not null), (say.Say("Mood"), note => note.Mood is not null),
            (say.Say("Sitting"), note => note.SittingHours is not null), (say.Say("Training"), note => note.Load is not null), (say.Say("Medicine"), note => note.Doses is not null || note.Medicine is not null),
            (say.Say("Notes"), note => note.Text is not null), (say.Say("In a leg"), note => note.Leg is not null),
        ];
        foreach (var (name, has) in kinds)
            if (file.Span(has) is var (days, from, to))
                yield return $"{name}: {say.Count(days, "{days} day", "{days} days")}, {(from == to ? say.Date(from) : say.Say("{from} to {until}", say.Date(from), say.Date(to)))}";
    }

    public static string Fault(Phrases say, LineFault fault)
    {
        var what = fault.Problem switch
        {
            LineProblem.Date => say.Say("“{value}” is no day we can read", fault.Value),
            LineProblem.Future => say.Say("“{value}” has not come yet", fault.Value),
            LineProblem.TooEarly => say.Say("“{value}” is too long ago", fault.Value),
            LineProblem.Number => say.Say("“{value}” is not what we look for there", fault.Value),
            LineProblem.Range => say.Say("“{value}” is more or less than there can be", fault.Value),
            LineProblem.Fields => say.Say("it has more or fewer fields than the first line"),
            LineProblem.Quotes => say.Say("a quotation mark is missing"),
            _ => say.Say("the text is too long"),
        };
        return fault.Column.Length > 0 ? say.Say("Line {line}, {column}: {what}", fault.Line, fault.Column, what) : say.Say("Line {line}: {what}", fault.Line, what);
    }

    public static string Problem(Phrases say, DiaryFile file) => file.Problem switch
    {
        FileProblem.Empty => say.Say("There is nothing in this file."),
        FileProblem.NoDates => say.Say("The first line must name the columns, and one of them must be “date”. The empty table below shows how."),
        FileProblem.BadArchive => say.Say("This archive is broken, or holds nothing from Apple Health."),
        FileProblem.BrokenXml => say.Say("The file breaks off at line {line}. Perhaps it was not copied to its end.", file.ProblemLine),
        FileProblem.TooLarge => say.Say("There is more in this file than Mainstay reads."),
        _ => say.Say("This is no table, and nothing that Apple Health exports."),
    };

    public static string Source(Phrases say, string source) => source == DiaryFile.AppleHealth ? say.Say("Apple Health") : say.Say("A table");
}
