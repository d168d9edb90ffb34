using System.Text;
using System.Text.Json.Serialization;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Sessions;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Offline;

/// <param name="New">How many of the entries were not there yet.</param>
/// <param name="Next">Where to go before any further move; null: nothing stands before it.</param>
public sealed record Taken(int New, string? Next);

/// <param name="Problem">In the person's words.</param>
/// <param name="Errors">Field → what is wrong in it; null: it is not one field.</param>
public sealed record NotTaken(string Problem, IReadOnlyDictionary<string, string>? Errors = null);

public sealed record FreshToken(string Token);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Taken))]
[JsonSerializable(typeof(NotTaken))]
[JsonSerializable(typeof(FreshToken))]
[JsonSerializable(typeof(EntrySent))]
[JsonSerializable(typeof(OfflineList))]
[JsonSerializable(typeof(Dictionary<string, string>))]
sealed partial class OfflineJson : JsonSerializerContext;

/// <summary>What a device recorded by itself arrives, with ids and moments of its own. The same entry twice is one; an id with another content is a
/// conflict; all of a request is stored, or nothing.</summary>
public static class Arrivals
{
    const int MostBytes = 64 * 1024, OldestDays = 62;
    /// <summary>A clock ahead by less than this was set wrong by minutes, or by a time zone; what it wrote is of now at the latest. Beyond that its date
    /// is wrong, and nobody knows which day it means.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Null: too long.</summary>
    public static async Task<string?> Body(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes) return null;
        var buffer = new char[MostBytes + 1];
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var length = await reader.ReadBlockAsync(buffer);
        return length > MostBytes ? null : new string(buffer, 0, length);
    }

    /// <param name="entries">One at least.</param>
    public static IResult Store(HttpContext http, IReadOnlyCollection<Recorded> entries, CareModels care, PersonFile file, TimeProvider clock)
    {
        var say = http.Phrases();
        var now = clock.GetLocalNow();
        if (entries.Max(entry => entry.At) - now is var ahead && ahead > Ahead)
            return Refuse(say.Count((int)ahead.TotalDays, "The clock of this device is {days} day ahead. Put it right, then send this again. What you did is kept here.",
                "The clock of this device is {days} days ahead. Put it right, then send this again. What you did is kept here."));
        if (entries.Min(entry => entry.At) < now.AddDays(-OldestDays)) return Refuse(say.Say("This is said to be more than two months old. Look at the clock of this device."));
        try
        {
            var added = Take(entries, file, now);
            return Results.Json(new Taken(added, Next(file.Read(), care)), OfflineJson.Default.Taken);
        }
        catch (JournalException twice) when (twice.Fault == JournalFault.Conflict)
        {
            return Refuse(say.Say("This was stored before, with another content. The first one counts."), status: StatusCodes.Status409Conflict);
        }
    }

    /// <summary>By when it counts: what counts only later would stop nothing now. Entries keep their order.</summary>
    public static DateTimeOffset InTime(DateTimeOffset at, DateTimeOffset now) => at > now && at - now <= Ahead ? now.ToOffset(at.Offset) : at;

    /// <summary>Sent once more, an entry that came early is the one that was stored, at the moment that it got then.</summary>
    static int Take(IReadOnlyCollection<Recorded> entries, PersonFile file, DateTimeOffset now)
    {
        Recorded[] inTime = [.. entries.Select(entry => new Recorded(entry.Id, InTime(entry.At, now), entry.Entry))];
        try
        {
            return file.Take(inTime);
        }
        catch (JournalException twice) when (twice.Fault == JournalFault.Conflict)
        {
            var there = file.MomentsOf(entries.Select(entry => entry.Id).ToHashSet());
            return file.Take([.. inTime.Zip(entries, (entry, sent) => there.TryGetValue(sent.Id, out var at) && at < sent.At ? new Recorded(sent.Id, at, sent.Entry) : entry)]);
        }
    }

    public static IResult TooLong(Phrases say) => Refuse(say.Say("That was too much at once. Nothing of it was stored."), status: StatusCodes.Status413PayloadTooLarge);

    public static IResult Refuse(string problem, IReadOnlyDictionary<string, string>? errors = null, int status = StatusCodes.Status422UnprocessableEntity) =>
        Results.Json(new NotTaken(problem, errors), OfflineJson.Default.NotTaken, statusCode: status);

    static string? Next(Person person, CareModels care) => SessionDesk.Of(person, care.Day(person)) switch
    {
        Hold.News => "/new",
        Hold.Questions => NewsPages.Again,
        Hold.Withheld => "/result",
        _ => null,
    };
}
