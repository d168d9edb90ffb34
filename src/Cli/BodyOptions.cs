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
    readonly Option<string[]> tight = new("--tight") { Description = "Tightness of a muscle, 0 to 0.3 of its fibre length: hamstrings=0.1", AllowMultipleArgumentsPerToken = true };
    readonly Option<string[]> weak = new("--weak") { Description = "Strength that is left, above 0 to 1: multifidus=0.6", AllowMultipleArgumentsPerToken = true };
    readonly Option<string?> carry = new("--carry") { Description = "What both hands carry, and how far in front of the hips: 10kg@0.3m, or 10kg as the posture holds it" };
    readonly Option<double> height = new("--height") { Description = "Metres", DefaultValueFactory = _ => Person.Wilke.HeightM };
    readonly Option<double> mass = new("--mass") { Description = "Kilograms", DefaultValueFactory = _ => Person.Wilke.MassKg };
    readonly Option<Sex> sex = new("--sex") { Description = "male or female", DefaultValueFactory = _ => Sex.Male };
    readonly Option<bool> json = new("--json") { Description = "Print one JSON object" };

    public void AddTo(Command command)
    {
        foreach (var option in new System.CommandLine.Option[] { knowledge, tight, weak, carry, height, mass, sex, json }) command.Add(option);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    public AnatomyData Data(ParseResult parsed) => AnatomyLoader.Load(KnowledgeFolder.Read(KnowledgeOption.Folder(parsed.GetValue(knowledge))));

    public BodyModel Model(ParseResult parsed, AnatomyData data) =>
        ModelBuilder.Build(data, new Person(parsed.GetValue(sex), parsed.GetValue(height), parsed.GetValue(mass)));

    public Workspace Workspace(ParseResult parsed, BodyModel model)
    {
        var work = new Workspace(model);
        foreach (var (name, value) in Pairs(parsed.GetValue(tight), "--tight")) BodyCondition.Tighten(work, name, value);
        foreach (var (name, value) in Pairs(parsed.GetValue(weak), "--weak")) BodyCondition.Weaken(work, name, value);
        return work;
    }

    /// <summary>A posture with what --carry adds.</summary>
    public void Pose(ParseResult parsed, NamedPosture posture, Workspace work)
    {
        PostureSetter.Apply(posture, work);
        if (parsed.GetValue(carry) is not { } text) return;
        var (kilograms, reach) = Carried(text);
        HeldWeight.Add(work, kilograms, reach);
    }

    /// <summary>"10kg@0.3m" to kilograms and metres.</summary>
    internal static (double Kg, double? ReachM) Carried(string text)
    {
        var parts = text.Split('@');
        if (parts.Length is 1 or 2 && Number(parts[0], "kg") is { } kilograms)
        {
            if (parts.Length == 1) return (kilograms, null);
            if (Number(parts[1], "m") is { } metres) return (kilograms, metres);
        }
        throw new BodyException($"'{text}' is not a load; write 10kg, or 10kg@0.3m for 0.3 m in front of the hips");
    }

    static double? Number(string text, string unit) =>
        text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;

    static IEnumerable<(string Name, double Value)> Pairs(string[]? texts, string option) => (texts ?? []).SelectMany(text => text.Split(',')).Select(text =>
        text.Split('=') is [var name, var number] && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (name, value)
            : throw new BodyException($"{option} '{text}' is not a muscle and a number, such as hamstrings=0.1"));
}
