using System.Buffers.Binary;
using System.Globalization;
using Mainstay.Care;

namespace Mainstay.Journal;

/// <summary>Names one reminder once and for all: its kind, day and time of the person's clock. Whoever works it out gets the same.</summary>
public static class ReminderKey
{
    public static string Of(PromptKind kind, DateTimeOffset due) =>
        string.Create(CultureInfo.InvariantCulture, $"{(kind == PromptKind.Stretch ? "stretch" : "break")}/{due:yyyy-MM-dd'/'HH:mm:sszzz}");

    /// <summary>Null: this is no key.</summary>
    public static PromptKind? KindOf(string? key) => key?.Split('/')[0] switch { "stretch" => PromptKind.Stretch, "break" => PromptKind.Break, _ => null };

    /// <summary>Id of the entry that says that it was shown: the kind and the moment themselves, in an id of the free form (version 8).</summary>
    public static Guid EntryOf(PromptKind kind, DateTimeOffset due)
    {
        Span<byte> id = stackalloc byte[16];
        "reminder"u8.CopyTo(id);
        id[5] = (byte)kind;
        id[6] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(id[8..], due.ToUnixTimeMilliseconds());
        id[8] |= 0x80;
        return new(id, bigEndian: true);
    }
}
