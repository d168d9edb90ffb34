using System.Text.Json;
using Mainstay.Body.Model;
using Mainstay.Body.Questions;

namespace Mainstay.Cli;

/// <summary>What no body could do in a solved posture: said the same way by every command.</summary>
/// <param name="TooHeavy">"too heavy: the trunk extensors lack 40 Nm", or that the body would tip over; null where everything is held.</param>
/// <param name="OutOfReach">"out of reach: with hamstrings this tight the right hip stops at 48°, not 63°"; null where every joint gets there.</param>
sealed record BodyVerdict(string? TooHeavy, string? OutOfReach)
{
    public static BodyVerdict Of(Workspace work) => new(Shortfall.Sentence(work), Body.Questions.OutOfReach.Sentence(work));

    public bool Fine => TooHeavy is null && OutOfReach is null;

    public int Exit => Fine ? Cli.Exit.Ok : Cli.Exit.TooMuch;

    /// <summary>Both sentences, or "".</summary>
    public override string ToString() => string.Join("; ", new[] { TooHeavy, OutOfReach }.OfType<string>());

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("too_heavy", TooHeavy);
        writer.WriteString("out_of_reach", OutOfReach);
    }
}
