using System.Text.Json;
using Mainstay.Body.Model;
using Mainstay.Body.Questions;

namespace Mainstay.Cli;

/// <summary>What no body could do in a solved posture: said the same way by every command.</summary>
/// <param name="NotSolved">"not solved: …" where the computation did not settle: then there is no figure to print, and nothing else is told. Null else.</param>
/// <param name="TooHeavy">"too heavy: the trunk extensors lack 40 Nm", or that the body would tip over; null where everything is held.</param>
/// <param name="OutOfReach">"out of reach: with hamstrings this tight the right hip stops at 48°, not 63°"; null where every joint gets there.</param>
sealed record BodyVerdict(string? NotSolved, string? TooHeavy, string? OutOfReach)
{
    public static BodyVerdict Of(Workspace work) => Unsolved.Sentence(work) is { } sentence ? new(sentence, null, null)
        : new(null, Shortfall.Sentence(work), Body.Questions.OutOfReach.Sentence(work));

    public bool Fine => NotSolved is null && TooHeavy is null && OutOfReach is null;

    public int Exit => Fine ? Cli.Exit.Ok : Cli.Exit.TooMuch;

    /// <summary>A figure of the answer; null where there is no answer.</summary>
    public double? Only(double figure) => NotSolved is null ? figure : null;

    /// <summary>All sentences, or "".</summary>
    public override string ToString() => string.Join("; ", new[] { NotSolved, TooHeavy, OutOfReach }.OfType<string>());

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("not_solved", NotSolved);
        writer.WriteString("too_heavy", TooHeavy);
        writer.WriteString("out_of_reach", OutOfReach);
    }
}
