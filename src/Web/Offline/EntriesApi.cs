using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Diary;
using Mainstay.Web.Flow;
using Mainstay.Web.Texts;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Web.Offline;

/// <summary>A form that was filled in while the app could not be reached.</summary>
/// <param name="Id">UUIDv7, made by the device.</param>
/// <param name="At">When it was sent off, on the person's own clock: 2026-01-31T08:15:00.000+01:00.</param>
/// <param name="Kind">check-in or diary.</param>
/// <param name="Fields">As the form has them.</param>
public sealed record EntrySent(Guid Id, string At, string Kind, Dictionary<string, string?[]> Fields);

/// <summary>Forms of pages that waited on a device: read field by field as the page itself would, for the day on which they were filled in.</summary>
public static class EntriesApi
{
    const int MostFields = 300, LongestName = 80;

    static readonly ImmutableArray<(string Name, int Most)> CheckInFields = [("pain", CheckedIn.Most), ("stiffness", CheckedIn.Most), ("mood", CheckedIn.BestMood)];

    public static void MapEntriesApi(this IEndpointRouteBuilder app) => app.MapPost("/api/entries", Take);

    static async Task<IResult> Take(HttpContext http, CareModels care, PersonFile file, TimeProvider clock)
    {
        var say = http.Phrases();
        if (await Arrivals.Body(http) is not { } body) return Arrivals.TooLong(say);
        if (Parse(body) is not var (sent, at)) return Arrivals.Refuse(say.Say("That is no entry that we know."));
        // By a clock that runs ahead, today may be tomorrow already.
        var (early, today) = (DateOnly.FromDateTime(at.DateTime), DateOnly.FromDateTime(Arrivals.InTime(at, clock.GetLocalNow()).DateTime));
        string?[] InTime(string field, string?[] values) => field == "day" && today < early && values is [var day] && day == DiaryForm.Iso(early) ? [DiaryForm.Iso(today)] : values;
        var form = new FormCollection(new Dictionary<string, StringValues>(sent.Fields.Select(field => KeyValuePair.Create(field.Key, new StringValues([.. InTime(field.Key, field.Value).OfType<string>()]))))
        {
            // Nothing is asked afterwards: the pain on the whole stands for each place that was marked.
            ["asked"] = "places",
        });
        var (entry, errors) = sent.Kind == "check-in" ? CheckIn(form, say) : Diary(form, care, today, say);
        if (entry is null || !errors.IsEmpty) return Arrivals.Refuse(string.Join(' ', errors.OrderBy(error => error.Key, StringComparer.Ordinal).Select(error => error.Value).Distinct()), errors);
        return Arrivals.Store(http, [new Recorded(sent.Id, at, entry)], care, file, clock);
    }

    static (EntrySent Sent, DateTimeOffset At)? Parse(string body)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, OfflineJson.Default.EntrySent) is { Kind: "check-in" or "diary", Id.Version: 7, At: not null, Fields: { Count: <= MostFields } fields } sent
                && fields.All(field => field.Key.Length <= LongestName && field.Value is not null)
                && DateTimeOffset.TryParseExact(sent.At, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return (sent, at);
        }
        catch (JsonException)
        {
            // It is no entry.
        }
        return null;
    }

    static (Entry? Entry, ImmutableDictionary<string, string> Errors) CheckIn(FormCollection form, Phrases say)
    {
        var said = CheckIns.Of(form);
        var errors = CheckInFields.Where(field => form[field.Name].ToString() is { Length: > 0 } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= field.Most))
            .ToImmutableDictionary(field => field.Name, field => say.Say("Please write a whole number from {least} to {most}, in digits.", say.Number(0), say.Number(field.Most)));
        return (said, errors.IsEmpty && CheckIns.IsShort(said) ? errors.Add("pain", say.Say("Tap a number for your pain first.")) : errors);
    }

    static (Entry? Entry, ImmutableDictionary<string, string> Errors) Diary(FormCollection form, CareModels care, DateOnly day, Phrases say)
    {
        var read = DiaryForm.Read(form, DiaryPages.PlacesOf(care).Select(place => place.Id).ToHashSet(), null, day, say);
        var errors = read.Errors.AddRange(read.Lacking.Select(place => $"place.{place}").Where(field => !read.Errors.ContainsKey(field))
            .Select(field => KeyValuePair.Create(field, say.Say("Please tap a number here, or take this place away."))));
        return (read.Note is { } note ? Noted.Of(DiaryPages.Fresh(note, form, day)) : null, errors);
    }
}
