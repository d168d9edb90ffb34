using System.CommandLine;
using System.Globalization;
using Mainstay.Body;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Cli;

/// <summary>Whose body, how tight and weak, and what is carried: the same options for every command.</summary>
sealed class BodyOptions
{
    readonly Option<string?> knowledge = KnowledgeOption.Create();
    readonly Option<string[]> tight = new("--tight") { Description = "Tightness of a muscle, 0 to 0.3 of its fibre length: hamstrings=0.1,psoas=0.05", HelpName = "MUSCLE=N" };
    readonly Option<string[]> weak = new("--weak") { Description = "Strength that is left, above 0 to 1: multifidus=0.6", HelpName = "MUSCLE=N" };
    readonly Option<string?> carry = new("--carry")
    {
        Description = "What both hands carry besides what the posture holds, and how far in front of the hips: 10kg@0.3m, or 10kg where the hands are", HelpName = "LOAD",
    };
    readonly Option<double> height = new("--height") { Description = "Metres, 1.2 to 2.2", DefaultValueFactory = _ => Person.Wilke.HeightM, HelpName = "M" };
    readonly Option<double> mass = new("--mass") { Description = "Kilograms, 30 to 250", DefaultValueFactory = _ => Person.Wilke.MassKg, HelpName = "KG" };
    readonly Option<Sex> sex = new("--sex") { Description = "male or female", DefaultValueFactory = _ => Sex.Male };
    readonly Option<bool> json = new("--json") { Description = "Print one JSON object" };

    /// <summary>For a command that answers about a person.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new System.CommandLine.Option[] { tight, weak, carry, height, mass, sex }) command.Add(option);
        AddReading(command);
    }

    /// <summary>For a command that only reads the anatomy and prints.</summary>
    public void AddReading(Command command)
    {
        command.Add(knowledge);
        command.Add(json);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    /// <exception cref="StopException">The knowledge folder is missing or has errors.</exception>
    public AnatomyData Data(ParseResult parsed) => Models.Anatomy(parsed.GetValue(knowledge));

    public BodyModel Model(ParseResult parsed, AnatomyData data) =>
        ModelBuilder.Build(data, new Person(parsed.GetValue(sex), Within(parsed, height, 1.2, 2.2, "m"), Within(parsed, mass, 30, 250, "kg")));

    public Workspace Workspace(ParseResult parsed, BodyModel model)
    {
        var work = new Workspace(model);
        foreach (var (name, value) in Pairs(parsed.GetValue(tight), "--tight", "hamstrings=0.1"))
        {
            if (!(value is >= 0 and <= 0.3)) throw new BodyException($"--tight {name}={value} is outside 0 to 0.3");
            BodyCondition.Tighten(work, name, value);
        }
        foreach (var (name, value) in Pairs(parsed.GetValue(weak), "--weak", "multifidus=0.6"))
        {
            if (!(value is > 0 and <= 1)) throw new BodyException($"--weak {name}={value} is not above 0 and at most 1");
            BodyCondition.Weaken(work, name, value);
        }
        return work;
    }

    /// <summary>True where the person has a tight or weak muscle.</summary>
    public bool Changed(ParseResult parsed) => parsed.GetValue(tight) is { Length: > 0 } || parsed.GetValue(weak) is { Length: > 0 };

    /// <summary>A posture with what --carry adds.</summary>
    public void Pose(ParseResult parsed, Posture posture, Workspace work)
    {
        PostureSetter.Apply(posture, work);
        if (Carry(parsed) is { } load) HeldWeight.Add(work, load.Kg, load.ReachM);
    }

    /// <summary>"10kg@0.3m" to kilograms and metres; null where the option is not given.</summary>
    public (double Kg, double? ReachM)? Carry(ParseResult parsed)
    {
        if (parsed.GetValue(carry) is not { } text) return null;
        if (text.Split('@') is not [var kilograms, .. var rest] || rest.Length > 1 || Number(kilograms, "kg") is not { } kg || (rest is [var metres] && Number(metres, "m") is null))
            throw new BodyException($"--carry '{text}' is not a load; write 10kg, or 10kg@0.3m for 0.3 m in front of the hips");
        double? reach = rest is [var far] ? Number(far, "m") : null;
        if (!(kg is >= 0 and <= HeldWeight.MostKg)) throw new BodyException($"--carry '{text}': {kg} kg is outside 0 to {HeldWeight.MostKg} kg");
        if (reach is not (null or (>= HeldWeight.LeastReachM and <= HeldWeight.MostReachM)))
            throw new BodyException($"--carry '{text}': {reach} m is outside {HeldWeight.LeastReachM} to {HeldWeight.MostReachM} m in front of the hips");
        return (kg, reach);
    }

    /// <exception cref="BodyException">Outside the range, or no number; names the option and the range.</exception>
    public static double Within(ParseResult parsed, Option<double> option, double low, double high, string unit)
    {
        var value = parsed.GetValue(option);
        return value >= low && value <= high ? value : throw new BodyException($"{option.Name} {value} is outside {low} to {high} {unit}");
    }

    /// <summary>Years, for the load limit.</summary>
    public static Option<double> AgeOption() => new("--age") { Description = "Years, 16 to 120, for the load limit", DefaultValueFactory = _ => 45, HelpName = "YEARS" };

    public static double Age(ParseResult parsed, Option<double> age) => Within(parsed, age, 16, 120, "years");

    static double? Number(string text, string unit) => text.EndsWith(unit, StringComparison.Ordinal) && Number(text[..^unit.Length]) is { } n ? n : null;

    internal static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    internal static IEnumerable<(string Name, double Value)> Pairs(string[]? texts, string option, string example) => (texts ?? []).SelectMany(text => text.Split(',')).Select(text =>
        text.Split('=') is [{ Length: > 0 } name, var number] && Number(number) is { } value ? (name, value)
            : throw new BodyException($"{option} '{text}' is not a name and a number, such as {example}"));
}
