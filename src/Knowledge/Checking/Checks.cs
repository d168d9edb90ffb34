using Mainstay.Body.Anatomy;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Checking;

/// <summary>Everything that is checked once all files are mapped. Each kind of check is a class of its own and only reports.</summary>
sealed class Checks(Library library, Traces traces, Words? words, AnatomyData? anatomy)
{
    public void Run()
    {
        var context = new Context(library, traces);
        IdChecks.Run(context);
        ReferenceChecks.Run(context);
        ConditionChecks.Run(context);
        RangeChecks.Run(context);
        RuleChecks.Run(context);
        AskingChecks.Run(context);
        CareChecks.Run(context);
        LearningChecks.Run(context);
        MotionChecks.Run(context, anatomy);
        if (words is not null) ProseChecks.Run(context, traces.Prose, words);
    }
}

/// <summary>The library with its indices, and where to report.</summary>
sealed class Context
{
    readonly Traces traces;

    public Context(Library library, Traces traces)
    {
        Library = library;
        this.traces = traces;
        Inputs = library.Inputs.GroupBy(input => input.Id).ToDictionary(group => group.Key, group => group.First());
        Conditions = [.. ConditionUse.All(library)];
    }

    public Library Library { get; }
    public Dictionary<string, Input> Inputs { get; }
    /// <summary>Every condition of the library with what it is for.</summary>
    public List<ConditionUse> Conditions { get; }
    public HashSet<string> UnknownInputs { get; } = [];

    public void Error(object record, string? property, string message)
    {
        var trace = traces.Of[record];
        traces.Errors.Add(new ContentError(trace.File, property is not null && trace.Lines.TryGetValue(property, out var line) ? line
            : trace.Line, message));
    }

    public void Error(string file, int line, string message) => traces.Errors.Add(new ContentError(file, line, message));

    public string FileOf(object record) => traces.Of[record].File;

    /// <summary>True where anything in the record's file has been reported.</summary>
    public bool HasErrors(object record) => traces.Errors.Any(error => error.File == traces.Of[record].File);

    /// <summary>A record with a mapping error has been reported already; checking its values would only repeat it.</summary>
    public bool Sound(object record) => !traces.Of[record].Broken;

    public void Require(bool holds, object record, string property, string message)
    {
        if (!holds) Error(record, property, message);
    }
}
