using System.Text.Json;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests.Cases;

/// <summary>One person written from clinical guidance, before the rules were read: one line of Cases/*.jsonl.</summary>
/// <param name="Expect">The level a careful clinician would give: E, U24, U14, R or S.</param>
/// <param name="AtLeast">The lowest level that is still safe.</param>
/// <param name="AtMost">The highest level that is no needless alarm.</param>
/// <param name="AssumeNo">What the person does not mention counts as "no". Otherwise it stays unanswered.</param>
sealed record CasePerson(string Id, string Who, string Expect, string AtLeast, string AtMost, string Why, bool AssumeNo, JsonElement Answers)
{
    static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web);

    /// <summary>Every person of every file, in the order of the file names.</summary>
    public static readonly IReadOnlyList<CasePerson> All =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<CasePerson>(line, Shape)!),
    ];

    public Urgency Expected => Level(Expect);
    public Urgency Lowest => Level(AtLeast);
    public Urgency Highest => Level(AtMost);

    public TriageResult Assess()
    {
        var answers = AnswersJson.Read(JsonSerializer.SerializeToUtf8Bytes(Answers), RealKnowledge.Form);
        return RealKnowledge.Triage.Assess(AssumeNo ? answers.AssumeNo() : answers);
    }

    public static string Code(Urgency level) => level switch
    {
        Urgency.Emergency => "E",
        Urgency.SameDay => "U24",
        Urgency.WithinTwoWeeks => "U14",
        Urgency.Routine => "R",
        Urgency.Open => "open",
        _ => "S",
    };

    static Urgency Level(string code) => Enum.GetValues<Urgency>().Single(level => Code(level) == code);
}
