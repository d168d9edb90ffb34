using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Cli;

/// <summary>An assessment as JSON. The shape is described in docs/command-line.md.</summary>
sealed class ResultJson
{
    readonly FrozenDictionary<string, string> sources;
    // A rule looks the same in every line of a batch, so its bytes are made once: as it is, and while it is provisional.
    readonly FrozenDictionary<string, (byte[] Settled, byte[] Provisional)> rules;

    public ResultJson(Library library)
    {
        sources = library.Sources.ToFrozenDictionary(source => source.Id, source => source.Citation);
        rules = library.Rules.ToFrozenDictionary(rule => rule.Id,
            rule => (Bytes(rule, provisional: false), Bytes(rule, provisional: true)));
    }

    byte[] Bytes(Rule rule, bool provisional)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonOutput.Readable }))
            WriteRule(writer, new FiredRule(rule, provisional, Seen: false), whole: false);
        return buffer.WrittenSpan.ToArray();
    }

    /// <param name="whole">True for one person: what to do and not to do with each rule, and the course. False for a line of a
    /// batch.</param>
    public void Write(Utf8JsonWriter writer, TriageResult triage, ContributorResult contributors, PrognosisResult? prognosis,
        PlanResult? plan, bool whole)
    {
        writer.WriteStartObject();
        writer.WriteString("urgency"u8, Code(triage.Urgency));
        writer.WriteBoolean("provisional"u8, triage.Provisional);
        writer.WriteStartArray("rules"u8);
        foreach (var fired in triage.Fired)
        {
            if (whole) WriteRule(writer, fired, whole);
            else writer.WriteRawValue(fired.Provisional ? rules[fired.Rule.Id].Provisional : rules[fired.Rule.Id].Settled,
                skipInputValidation: true);
        }
        writer.WriteEndArray();
        WriteTexts(writer, "open", triage.Open);
        WriteTexts(writer, "suspicions", triage.Suspicions.Ids);
        writer.WriteStartArray("contributors"u8);
        foreach (var contributor in contributors.Named) WriteContributor(writer, contributor);
        writer.WriteEndArray();
        if (prognosis is not null) WritePrognosis(writer, prognosis);
        if (plan is not null) PlanJson.Write(writer, plan);
        writer.WriteEndObject();
    }

    public static string Code(Urgency urgency) => urgency switch
    {
        Urgency.SelfCare => "S",
        Urgency.Open => "open",
        Urgency.Routine => "R",
        Urgency.WithinTwoWeeks => "U14",
        Urgency.SameDay => "U24",
        _ => "E",
    };

    public static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    void WriteRule(Utf8JsonWriter writer, FiredRule fired, bool whole)
    {
        var rule = fired.Rule;
        writer.WriteStartObject();
        writer.WriteString("id"u8, rule.Id);
        writer.WriteString("level"u8, Code(rule.Level));
        writer.WriteString("name"u8, rule.Name);
        writer.WriteString("reason"u8, rule.Reason);
        writer.WriteString("source"u8, $"{string.Join("; ", rule.Sources.Select(id => sources[id]))} ({rule.Basis})");
        writer.WriteBoolean("provisional"u8, fired.Provisional);
        if (whole)
        {
            writer.WriteString("term"u8, rule.Term);
            writer.WriteBoolean("verified"u8, rule.Verified);
            WriteTexts(writer, "do", rule.Do);
            WriteTexts(writer, "avoid", rule.Avoid);
            if (rule.Say is { } say) writer.WriteString("say"u8, say);
            WriteTexts(writer, "asks", fired.Asks);
        }
        writer.WriteEndObject();
    }

    static void WriteContributor(Utf8JsonWriter writer, WeighedContributor contributor)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, contributor.Id);
        writer.WriteString("name"u8, contributor.Contributor.Name);
        writer.WriteNumber("weight"u8, Math.Round(contributor.Weight, 3));
        writer.WriteNumber("low"u8, Math.Round(contributor.Low, 3));
        writer.WriteNumber("high"u8, Math.Round(contributor.High, 3));
        WriteTexts(writer, "for", contributor.For);
        WriteTexts(writer, "against", contributor.Against);
        writer.WriteString("find_out"u8, contributor.FindOut);
        writer.WriteEndObject();
    }

    static void WritePrognosis(Utf8JsonWriter writer, PrognosisResult prognosis)
    {
        writer.WriteStartObject("prognosis"u8);
        writer.WriteString("course"u8, prognosis.Course?.Id);
        writer.WriteStartArray("band"u8);
        foreach (var point in prognosis.Band)
        {
            writer.WriteStartObject();
            writer.WriteNumber("week"u8, Math.Round(point.Week, 1));
            writer.WriteNumber("low"u8, Math.Round(point.Low));
            writer.WriteNumber("middle"u8, Math.Round(point.Middle));
            writer.WriteNumber("high"u8, Math.Round(point.High));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartObject("lasting_risk"u8);
        writer.WriteNumber("points"u8, prognosis.Risk.Points);
        writer.WriteNumber("most"u8, prognosis.Risk.Most);
        writer.WriteString("level"u8, prognosis.Risk.Level switch { RiskLevel.Low => "low", RiskLevel.Medium => "medium", _ => "high" });
        writer.WriteBoolean("calibrated"u8, LastingRisk.Calibrated);
        WriteTexts(writer, "present", [.. prognosis.Risk.Present.Select(item => item.Id)]);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
