using System.CommandLine;
using System.Collections.Immutable;
using Mainstay.Body;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Cli;

/// <summary>A posture by name or from a file, with angles and supports of one's own.</summary>
sealed class BodyPostureOptions
{
    public const string Described = "A named posture, or a YAML file of one; a wrong name lists them all";

    readonly Option<string[]> set = new("--set") { Description = "An angle in degrees in place of the posture's: lumbar_flexion=20 or hip_r_flexion=60", HelpName = "ANGLE=DEG" };
    readonly Option<string?> support = new("--support")
    {
        Description = "Where the body rests, in place of the posture's: heel,toe,seat. back@1/0/0.2 pushes forward and a little up; none holds the pelvis", HelpName = "LIST",
    };

    public void AddTo(Command command)
    {
        command.Add(set);
        command.Add(support);
    }

    /// <summary>One posture.</summary>
    public Posture One(ParseResult parsed, BodyModel model, string named) => Motion(parsed, model, named) is [var one] ? one
        : throw new BodyException($"{named} holds several postures; this command takes one, 'body stretch' takes them as a motion");

    /// <summary>One posture, or those of a file's list.</summary>
    /// <exception cref="StopException">The file cannot be used; the message has file and line.</exception>
    public ImmutableArray<Posture> Motion(ParseResult parsed, BodyModel model, string named)
    {
        ImmutableArray<Posture> postures = IsFile(named) ? FromFile(model, named) : [model.Anatomy.Posture(named)];
        var changes = BodyOptions.Pairs(parsed.GetValue(set), "--set", "lumbar_flexion=20").ToArray();
        return [.. postures.Select(posture => Changed(posture))];

        Posture Changed(Posture posture)
        {
            if (changes.Length > 0) posture = AngleEdit.With(model, posture, changes);
            return parsed.GetValue(support) is { } text ? posture with { Supports = Supports(text) } : posture;
        }
    }

    static ImmutableArray<Posture> FromFile(BodyModel model, string path)
    {
        var postures = BodyFiles.Read(path, PostureLoader.Load);
        var work = new Workspace(model);
        for (var i = 0; i < postures.Length; i++)
            BodyFiles.Check(postures.Length == 1 ? Path.GetFileName(path) : $"{Path.GetFileName(path)}, posture {i + 1}", () => PostureSetter.Apply(postures[i], work));
        return postures;
    }

    static bool IsFile(string named) => named.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || named.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    static ImmutableArray<Support> Supports(string text) => text == "none" ? [] : [.. text.Split(',').Select(part => part.Split('@') switch
    {
        [{ Length: > 0 } at] => new Support { At = at, Friction = true },
        [{ Length: > 0 } at, var normal] when normal.Split('/').Select(BodyOptions.Number).ToArray() is [{ } x, { } y, { } z] => new Support { At = at, Normal = [x, y, z], Friction = true },
        _ => throw new BodyException($"--support '{part}' is not a place such as heel, or back@1/0/0.2 with the direction of the push (forward/left/up)"),
    })];
}
