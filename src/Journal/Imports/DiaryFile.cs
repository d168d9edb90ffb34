using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Journal.Imports;

/// <summary>How dates are written that do not begin with the year.</summary>
public enum DateOrder { DayFirst, MonthFirst }

/// <summary>What is wrong with one line.</summary>
public enum LineProblem
{
    /// <summary>No day can be read.</summary>
    Date,
    /// <summary>The day has not come yet.</summary>
    Future,
    /// <summary>The day is before the year 2000.</summary>
    TooEarly,
    Number,
    /// <summary>Outside what is allowed.</summary>
    Range,
    /// <summary>More or fewer fields than the first line.</summary>
    Fields,
    Quotes,
    TooLong,
}

/// <param name="Line">From 1.</param>
/// <param name="Column">Name of the column or attribute; empty where it is the whole line.</param>
/// <param name="Value">As it stands in the file, cut after some letters.</param>
public sealed record LineFault(int Line, LineProblem Problem, string Column, string Value)
{
    const int Shown = 40;

    public string Value { get; } = Value.Length <= Shown ? Value : Value[..Shown] + "…";
}

/// <summary>Why a file, or the rest of it, could not be read.</summary>
public enum FileProblem
{
    Empty,
    /// <summary>A table without a column of dates.</summary>
    NoDates,
    /// <summary>Neither a table nor an export of Apple Health.</summary>
    Unknown,
    /// <summary>An archive that is broken, or holds no export of Apple Health.</summary>
    BadArchive,
    /// <summary>XML that breaks off or is not well formed.</summary>
    BrokenXml,
    /// <summary>A line or an element without an end, or far too many of them.</summary>
    TooLarge,
}

/// <summary>What was read from a file for the diary.</summary>
/// <param name="Source">As in <see cref="DiaryNote.Source"/>.</param>
/// <param name="Notes">Of a day each, <see cref="DiaryNote.For"/> set, oldest first.</param>
/// <param name="Faults">The first of them.</param>
/// <param name="FaultCount">All of them.</param>
/// <param name="Ignored">Columns that mean nothing here.</param>
/// <param name="Problem">Null: it was read to its end.</param>
/// <param name="ProblemLine">Where it broke off; 0: at no line.</param>
public sealed record DiaryFile(
    string Source, ImmutableArray<DiaryNote> Notes, ImmutableArray<LineFault> Faults, int FaultCount, ImmutableArray<string> Ignored, FileProblem? Problem = null, int ProblemLine = 0)
{
    public const string Csv = "csv", AppleHealth = "apple-health";

    public static DiaryFile Not(FileProblem problem, int line = 0) => new("", [], [], 0, [], problem, line);

    /// <summary>The days that have a value.</summary>
    public (int Days, DateOnly From, DateOnly To)? Span(Func<DiaryNote, bool> has)
    {
        var days = Notes.Where(has).Select(note => note.For!.Value).Distinct().ToList();
        return days.Count == 0 ? null : (days.Count, days.Min(), days.Max());
    }
}

/// <summary>Collects faults without holding more than are shown.</summary>
sealed class FaultList
{
    public const int Most = 20;
    readonly List<LineFault> _first = [];

    public int Count { get; private set; }
    public ImmutableArray<LineFault> First => [.. _first];

    public void Add(int line, LineProblem problem, string column = "", string value = "")
    {
        if (Count++ < Most) _first.Add(new(line, problem, column, value));
    }
}
