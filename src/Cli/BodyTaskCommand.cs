using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mainstay.Body;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;

namespace Mainstay.Cli;

/// <summary>mainstay body task …: the posture a body takes up by itself for a task, what tight and weak muscles change in it, and its loads.</summary>
static class BodyTaskCommand
{
    sealed record Answer(Found Posture, double[] Compression, BodyVerdict Verdict);

    public static Command Create()
    {
        Option<double> Metres(string name, string description, double usual) => new(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "M" };
        var ahead = Metres("--ahead", "In front of the ankles, -0.2 to 1.5 m", 0.4);
        var above = Metres("--above", "Above the floor, 0 to 2.5 m", 0.5);
        var seat = Metres("--seat", "Height of the seat, 0.2 to 0.8 m", 0.43);
        Option<double> Degrees(string name, string description) => new(name) { Description = description, HelpName = "DEG" };
        var (straight, knees, by) = (Degrees("--knees", "Flexion of both knees, 0 to 120 (default: straight)"), new Option<double?>("--knees") { Description = "Flexion of both knees, 0 to 120 (default: shins upright)", HelpName = "DEG" },
            Degrees("--by", "How far the chest is tipped forward, 0 to 100"));
        by.DefaultValueFactory = _ => 45;
        return new("task", "Find the posture for a task: who bends, hips or back, and what tight muscles change")
        {
            Task("stand", "Stand at ease", carries: true, _ => Equilibrium.Stand),
            Task("bend", "Bend forward with straight knees", carries: true, parsed => work => Equilibrium.Bend(work, BodyOptions.Within(parsed, by, 0, 100, "degrees")), by),
            Task("reach", "Bring both hands to a point, bending no more than that takes", carries: true,
                parsed => work => Equilibrium.Reach(work, BodyOptions.Within(parsed, ahead, -0.2, 1.5, "m"), BodyOptions.Within(parsed, above, 0, 2.5, "m"), BodyOptions.Within(parsed, straight, 0, 120, "degrees")), ahead, above, straight),
            Task("sit", "Sit on a flat seat with nothing behind", carries: true,
                parsed => work => Equilibrium.Sit(work, BodyOptions.Within(parsed, seat, 0.2, 0.8, "m"), parsed.GetValue(knees) is { } bent ? bent is >= 0 and <= 120 ? bent : throw new BodyException($"--knees {bent} is outside 0 to 120 degrees") : null), seat, knees),
            Task("toe-touch", "Hang down over straight knees", carries: false, _ => Flexibility.StandHanging),
            Task("raise-leg", "Lying, the right leg raised straight until it resists with 60 Nm, held up by somebody", carries: false, _ => RaiseLeg),
        };
    }

    static Found RaiseLeg(Workspace work)
    {
        PostureSetter.Apply(Flexibility.LyingLegRaised(work.Model, Flexibility.StraightLegRaise(work)), work);
        Solver.Solve(work);
        return Equilibrium.Read(work);
    }

    static Command Task(string name, string description, bool carries, Func<ParseResult, Func<Workspace, Found>> find, params Option[] own)
    {
        var options = new BodyOptions();
        var command = new Command(name, description);
        foreach (var option in own) command.Add(option);
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var model = options.Model(parsed, options.Data(parsed));
            var carry = options.Carry(parsed);
            if (carry is not null && !carries) throw new BodyException($"--carry has no place in '{name}': the hands hang empty or lie");
            if (carry is { ReachM: not null }) throw new BodyException("--carry in a task hangs where the hands are: write 10kg, without @");
            Answer Ask(Workspace work)
            {
                if (carry is { } load) HeldWeight.Add(work, load.Kg, null);
                var found = find(parsed)(work);
                Unsolved.Refuse(work);
                return new Answer(found, [.. work.Compression], BodyVerdict.Of(work));
            }
            var own = options.Workspace(parsed, model);
            var usual = Ask(new Workspace(model));
            var changed = options.Changed(parsed) ? Ask(own) : null;
            if (options.Json(parsed)) Json(name, model, usual, changed);
            else Text(model, usual, changed);
            return (changed ?? usual).Verdict.Exit;
        }));
        return command;
    }

    static void Text(BodyModel model, Answer usual, Answer? changed)
    {
        Console.WriteLine(changed is null ? $"{"",-24}{"found",10}" : $"{"",-24}{"usual",10}{"this body",12}{"change",10}");
        void Row(string what, Func<Answer, double> value, string unit, string format)
        {
            var own = changed is null ? "" : $"{Number(value(changed), format) + unit,12}{Signed(value(changed) - value(usual), format) + unit,10}";
            Console.WriteLine($"{what,-24}{Number(value(usual), format) + unit,10}{own}");
        }
        Row("chest tipped forward", answer => answer.Posture.ChestDeg, "°", "0.0");
        Row("pelvis tipped forward", answer => answer.Posture.PelvisDeg, "°", "0.0");
        Row("low back bent", answer => answer.Posture.LumbarDeg, "°", "0.0");
        Row("hip bent", answer => answer.Posture.HipDeg, "°", "0.0");
        Row("knee bent", answer => answer.Posture.KneeDeg, "°", "0.0");
        for (var k = model.LevelIds.Length - 1; k >= 0; k--) Row($"compression {model.LevelIds[k]}", answer => answer.Compression[k], " N", "0");
        if (!usual.Verdict.Fine) Console.WriteLine(changed is null ? usual.Verdict.ToString() : $"usual: {usual.Verdict}");
        if (changed is { Verdict.Fine: false }) Console.WriteLine(changed.Verdict.ToString());
        if (changed is null) Console.WriteLine("With --tight or --weak: the same beside a body that is.");
    }

    /// <summary>What rounds to nothing has no sign.</summary>
    static string Number(double value, string format) => (Math.Round(value, format.Length > 1 ? 1 : 0) + 0.0).ToString(format, CultureInfo.InvariantCulture);

    static string Signed(double value, string format) => (Math.Round(value, format.Length > 1 ? 1 : 0) + 0.0).ToString($"+{format};-{format};{format}", CultureInfo.InvariantCulture);

    static void Json(string name, BodyModel model, Answer usual, Answer? changed) => BodyJson.Write(writer =>
    {
        writer.WriteString("task", name);
        Write("usual", usual);
        if (changed is null) writer.WriteNull("changed");
        else Write("changed", changed);

        void Write(string key, Answer answer)
        {
            writer.WriteStartObject(key);
            writer.WriteNumber("chest_deg", Math.Round(answer.Posture.ChestDeg, 2));
            writer.WriteNumber("pelvis_deg", Math.Round(answer.Posture.PelvisDeg, 2));
            writer.WriteNumber("lumbar_deg", Math.Round(answer.Posture.LumbarDeg, 2));
            writer.WriteNumber("hip_deg", Math.Round(answer.Posture.HipDeg, 2));
            writer.WriteNumber("knee_deg", Math.Round(answer.Posture.KneeDeg, 2));
            writer.WriteStartArray("levels");
            for (var k = 0; k < model.LevelIds.Length; k++)
            {
                writer.WriteStartObject();
                writer.WriteString("level", model.LevelIds[k]);
                writer.WriteNumber("compression_n", Math.Round(answer.Compression[k], 1));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            answer.Verdict.Write(writer);
            writer.WriteEndObject();
        }
    });
}
