using System.Globalization;
using System.Text.Json;

namespace Mainstay.Journal;

/// <summary>What the reminder program on the computer leaves beside the data file at each look, so that the app knows that it runs and what it
/// found. Not in the data file, so that a look costs nobody a reading of it.</summary>
/// <param name="Outcome">And <paramref name="Reason"/>: of its last decision.</param>
public sealed record AgentSign(DateTimeOffset At, string Outcome, string Reason)
{
    /// <summary>A program that has left no sign for so long does not run any more.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(3);

    public static string PathOf(string data) => data + ".remind";

    public bool IsAlive(DateTimeOffset now) => At <= now + Life && now - At <= Life;

    /// <summary>Null: there is none, or it cannot be read.</summary>
    public static AgentSign? Find(string data)
    {
        try
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(PathOf(data)));
            var root = read.RootElement;
            return new(DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture), root.GetProperty("outcome").GetString()!, root.GetProperty("reason").GetString()!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Leave(string data)
    {
        var path = PathOf(data);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartObject();
            json.WriteString("at", At.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("outcome", Outcome);
            json.WriteString("reason", Reason);
            json.WriteEndObject();
        }
        File.Move(path + ".new", path, overwrite: true);
    }

    public static void Remove(string data) => File.Delete(PathOf(data));
}
