namespace Mainstay.Cli;

/// <param name="FirstLine">Number of its first line, from 1.</param>
/// <param name="Bytes">Whole lines.</param>
sealed record LineChunk(int FirstLine, ReadOnlyMemory<byte> Bytes);

/// <summary>Cuts a stream into chunks of whole lines.</summary>
static class LineChunks
{
    const int Usual = 64 << 10;
    const int Most = 64 << 20;

    /// <exception cref="StopException">The stream cannot be read, or a line does not end.</exception>
    public static IEnumerable<LineChunk> Read(Stream input, string name)
    {
        var (line, kept) = (1, 0);
        var buffer = new byte[Usual];
        while (true)
        {
            var count = Fill(input, buffer.AsSpan(kept), name);
            var filled = kept + count;
            if (filled == 0) yield break;
            var end = count == 0 ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end == 0)
            {
                // One line longer than the buffer.
                if (buffer.Length >= Most)
                    throw new StopException(Exit.Invalid,
                        $"{name}, line {line}: the line is longer than 64 MB. One person's answers are one line.");
                kept = filled;
                if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 4);
                continue;
            }
            yield return new LineChunk(line, buffer.AsMemory(0, end));
            line += buffer.AsSpan(0, end).Count((byte)'\n');
            var next = new byte[Math.Max(Usual, filled - end)];
            buffer.AsSpan(end, filled - end).CopyTo(next);
            (buffer, kept) = (next, filled - end);
            if (count == 0) yield break;
        }
    }

    static int Fill(Stream input, Span<byte> room, string name)
    {
        try
        {
            return input.Read(room);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(Exit.Usage, $"{name} cannot be read on: {e.Message}");
        }
    }
}
