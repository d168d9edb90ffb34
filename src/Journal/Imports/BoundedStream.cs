namespace Mainstay.Journal.Imports;

/// <summary>More came than a file of this kind can hold.</summary>
sealed class TooLargeException() : Exception("The file is larger than is read.");

/// <summary>Reads through, and stops where a line or an element has no end or the whole is far too long: so a reader above it needs little
/// memory for any input, an unpacked archive included.</summary>
/// <param name="end">The byte that ends a line or an element.</param>
/// <param name="mostBetween">Bytes between two of them.</param>
/// <param name="most">Bytes in all.</param>
sealed class BoundedStream(Stream inner, byte end, int mostBetween, long most, Action<long> read) : Stream
{
    long _total;
    int _since;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        var last = buffer[..count].LastIndexOf(end);
        // What stands between two ends inside one buffer is shorter than the buffer.
        if (_since + (last < 0 ? count : buffer[..count].IndexOf(end)) > mostBetween) throw new TooLargeException();
        _since = last < 0 ? _since + count : count - last - 1;
        if ((_total += count) > most) throw new TooLargeException();
        read(_total);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _total; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
