using System.IO.Compression;

namespace Mainstay.Journal.Imports;

/// <summary>Reads a file for the diary, whatever it is: a table, export.xml of Apple Health, or the archive that holds it.</summary>
public static class DiaryReader
{
    /// <param name="stream">Can be read again from its beginning.</param>
    /// <param name="order">Of dates that do not begin with the year.</param>
    /// <param name="today">Later days are wrong.</param>
    /// <param name="tell">How far it is, 0 to 1.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DiaryFile Read(Stream stream, DateOrder order, DateOnly today, Action<double>? tell = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        void Told(long _)
        {
            cancel.ThrowIfCancellationRequested();
            tell?.Invoke(stream.Length == 0 ? 0 : Math.Min(1, (double)stream.Position / stream.Length));
        }
        Span<byte> head = stackalloc byte[512];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (head.StartsWith("PK"u8)) return Unpacked(stream, today, Told);
        if (head.StartsWith("\u00EF\u00BB\u00BF"u8)) head = head[3..];
        var start = head.TrimStart(" \t\r\n\uFEFF"u8);
        return start.IsEmpty ? DiaryFile.Not(FileProblem.Empty) : start[0] == (byte)'<' ? AppleHealth.Read(stream, today, Told) : CsvDiary.Read(stream, order, today, Told);
    }

    static DiaryFile Unpacked(Stream stream, DateOnly today, Action<long> told)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            // Its name is in the language of the phone; the other XML in it is the clinical document.
            var export = archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.Name.Contains("_cda", StringComparison.OrdinalIgnoreCase)).MaxBy(entry => entry.Length);
            if (export is null) return DiaryFile.Not(FileProblem.BadArchive);
            using var xml = export.Open();
            return AppleHealth.Read(xml, today, told);
        }
        catch (InvalidDataException)
        {
            return DiaryFile.Not(FileProblem.BadArchive);
        }
    }
}
