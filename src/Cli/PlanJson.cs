using System.Text.Json;
using Mainstay.Care;

namespace Mainstay.Cli;

/// <summary>"plan": null with the reason beside it where there is none.</summary>
static class PlanJson
{
    public static void Write(Utf8JsonWriter writer, PlanResult result)
    {
        if (result.Plan is not { } plan)
        {
            writer.WriteNull("plan"u8);
            writer.WriteString("plan_withheld"u8, result.Withheld switch
            {
                Withheld.Emergency => "emergency",
                Withheld.SameDay => "same_day",
                Withheld.Under16 => "under_16",
                _ => "age_unknown",
            });
            writer.WriteString("plan_says"u8, result.Says);
            return;
        }
        writer.WriteStartObject("plan"u8);
        writer.WriteString("start"u8, plan.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("phase"u8, plan.Phase.Id());
        writer.WriteStartArray("days"u8);
        foreach (var day in plan.Days)
        {
            writer.WriteStartObject();
            writer.WriteNumber("day"u8, day.Index);
            writer.WriteNumber("minutes"u8, day.Minutes);
            Items(writer, "items", day.Items);
            if (day.Lesson is { } lesson) writer.WriteString("lesson"u8, lesson.Id);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Items(writer, "anytime", plan.Anytime);
        writer.WriteStartArray("blocked"u8);
        foreach (var blocked in plan.Blocked)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, blocked.Item.Id);
            ResultJson.WriteTexts(writer, "says", blocked.Says);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        ResultJson.WriteTexts(writer, "notes", plan.Notes);
        writer.WriteEndObject();
    }

    static void Items(Utf8JsonWriter writer, string name, IEnumerable<PlannedItem> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, item.Id);
            writer.WriteString("name"u8, item.Item.Name);
            writer.WriteString("place"u8, item.Place);
            writer.WriteNumber("minutes"u8, item.Minutes);
            writer.WriteString("dose"u8, item.Dose.Text);
            writer.WriteString("why"u8, item.Why);
            writer.WriteString("known"u8, item.Known);
            writer.WriteNumber("benefit"u8, Math.Round(item.Weights.Benefit, 3));
            ResultJson.WriteTexts(writer, "adjust", [.. item.Adjustments.Select(limit => limit.Says)]);
            ResultJson.WriteTexts(writer, "instead", item.Alternatives);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
