using System.Globalization;
using System.Text;

namespace Mainstay.Web.Calendar;

/// <summary>Lines of a calendar file (RFC 5545): folded at 75 bytes, ended by CR LF.</summary>
public sealed class CalendarLines
{
    const int MostBytes = 75;

    readonly StringBuilder _text = new();

    /// <param name="value">As it stands in the file; a text of people's goes through <see cref="Escaped"/>.</param>
    public CalendarLines Add(string name, string value)
    {
        var bytes = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                _text.Append("\r\n ");
                bytes = 1;
            }
            _text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        _text.Append("\r\n");
        return this;
    }

    public static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>A time of the wall clock.</summary>
    public static string Local(DateTime wall) => wall.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();
}
