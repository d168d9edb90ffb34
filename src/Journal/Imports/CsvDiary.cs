using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Mainstay.Care;

namespace Mainstay.Journal.Imports;

/// <summary>A table with a line for each entry. The first line names the columns; the comma, semicolon, tab or bar that it has most of divides
/// them. Numbers may have a point or a comma.</summary>
public static partial class CsvDiary
{
    /// <summary>Nobody means a day before it.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    const int LongestLine = 1 << 20, LongestField = 20_000, MostLines = 500_000, LongestText = 2000, LongestName = 120;

    static readonly (string Name, double Most)[] Numbers =
    [
        ("pain", 10), ("stiff_minutes", 1440), ("sleep_hours", 24), ("sleep_quality", 10), ("stress", 10), ("mood", CheckIn.BestMood), ("sitting_hours", 24), ("steps", DiaryNote.MostSteps),
        ("training_minutes", 1440), ("effort", 10), ("doses", 50),
    ];

    /// <summary>Every column that is read, the date first.</summary>
    public static ImmutableArray<string> Columns { get; } = ["date", .. Numbers.Select(one => one.Name), "medicine", "leg", "notes"];

    /// <summary>An empty table with two lines that show how.</summary>
    public static string Template { get; } = string.Join('\n', string.Join(',', Columns), "2026-01-30,4,20,7.5,6,3,3,8,6200,30,5,1,Paracetamol 500,no,\"Long drive, then a walk\"", "2026-01-31,3,,,,,,,,,,,,,", "");

    internal static DiaryFile Read(Stream stream, DateOrder order, DateOnly today, Action<long> read)
    {
        try
        {
            return Read(stream, order, today, read, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            // What an older spreadsheet writes.
            stream.Position = 0;
            return Read(stream, order, today, read, Encoding.Latin1);
        }
        catch (TooLargeException)
        {
            return DiaryFile.Not(FileProblem.TooLarge);
        }
    }

    static DiaryFile Read(Stream stream, DateOrder order, DateOnly today, Action<long> read, Encoding encoding)
    {
        using var text = new StreamReader(new BoundedStream(stream, (byte)'\n', LongestLine, long.MaxValue, read), encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        // Some spreadsheets say first what divides.
        var first = text.ReadLine();
        var before = 1;
        if (first?.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) == true) (first, before) = (text.ReadLine(), 2);
        if (string.IsNullOrWhiteSpace(first)) return DiaryFile.Not(FileProblem.Empty);
        var divider = ",;\t|".MaxBy(sign => first.Count(one => one == sign));
        var names = first.Split(divider).Select(name => name.Trim().Trim('"').Trim().ToLowerInvariant().Replace(' ', '_')).ToList();
        if (!names.Contains("date")) return DiaryFile.Not(first.Contains('\0') ? FileProblem.Unknown : FileProblem.NoDates);
        var (faults, notes) = (new FaultList(), new List<DiaryNote>());
        var broken = false;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = divider.ToString(), HasHeaderRecord = false, IgnoreBlankLines = true, TrimOptions = TrimOptions.Trim, MaxFieldSize = LongestField, BadDataFound = _ => broken = true,
        });
        try
        {
            while (parser.Read())
            {
                var line = parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(sign => sign == '\n') + before;
                if (broken) faults.Add(line, LineProblem.Quotes, "", parser.RawRecord.Trim());
                else if (new Line(names, parser.Record!, line, order, today, faults).Note() is { } note) notes.Add(note);
                broken = false;
                if (notes.Count + faults.Count > MostLines) throw new TooLargeException();
            }
        }
        catch (MaxFieldSizeException)
        {
            throw new TooLargeException();
        }
        return new(DiaryFile.Csv, [.. notes.OrderBy(note => note.For)], faults.First, faults.Count, [.. names.Where(name => name.Length > 0 && !Columns.Contains(name)).Distinct().Take(FaultList.Most)]);
    }

    /// <summary>One line of the table.</summary>
    sealed class Line(List<string> names, string[] fields, int number, DateOrder order, DateOnly today, FaultList faults)
    {
        bool _sound = true;

        /// <summary>Null where something is wrong with it, or it says nothing beside the day.</summary>
        public DiaryNote? Note()
        {
            if (fields.Length > names.Count && fields.Skip(names.Count).Any(field => field.Length > 0) || fields.Length < names.IndexOf("date") + 1)
            {
                faults.Add(number, LineProblem.Fields, "", string.Join(' ', fields));
                return null;
            }
            if (fields.All(field => field.Length == 0)) return null;
            var day = Day(Of("date"));
            var numbers = Numbers.ToDictionary(one => one.Name, one => Number(one.Name, one.Most));
            var (minutes, effort) = (numbers["training_minutes"], numbers["effort"]);
            var note = new DiaryNote
            {
                For = day, Pain = numbers["pain"], StiffMinutes = numbers["stiff_minutes"], SleepHours = numbers["sleep_hours"], SleepQuality = numbers["sleep_quality"], Stress = numbers["stress"], Mood = numbers["mood"],
                SittingHours = numbers["sitting_hours"], Steps = numbers["steps"], Load = minutes is not null && effort is not null ? minutes * effort : minutes == 0 ? 0 : null, Effort = minutes is null ? null : effort,
                Doses = numbers["doses"], Medicine = Text("medicine", LongestName), Text = Text("notes", LongestText), Leg = YesNo("leg"), Source = DiaryFile.Csv,
            };
            return _sound && note != new DiaryNote { For = day, Source = DiaryFile.Csv } ? note : null;
        }

        string Of(string column) => names.IndexOf(column) is >= 0 and var at && at < fields.Length ? fields[at] : "";

        T? Wrong<T>(LineProblem problem, string column, string value) where T : struct
        {
            faults.Add(number, problem, column, value);
            _sound = false;
            return null;
        }

        DateOnly? Day(string text)
        {
            // A time after the day is left out.
            var match = DayParts().Match(text);
            int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
            if (!match.Success) return Wrong<DateOnly>(LineProblem.Date, "date", text);
            var (year, month, day) = match.Groups["iso"].Success ? (Part("y"), Part("m"), Part("d")) : order == DateOrder.DayFirst ? (Part("z"), Part("b"), Part("a")) : (Part("z"), Part("a"), Part("b"));
            if (year < 100) year += 2000;
            if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return Wrong<DateOnly>(LineProblem.Date, "date", text);
            var date = new DateOnly(year, month, day);
            return date > today ? Wrong<DateOnly>(LineProblem.Future, "date", text) : date < Earliest ? Wrong<DateOnly>(LineProblem.TooEarly, "date", text) : date;
        }

        double? Number(string column, double most)
        {
            var text = Of(column);
            if (text.Length == 0) return null;
            var plain = Thousands().IsMatch(text) && most >= 1000 ? text.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : text.Replace(',', '.');
            if (!double.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return Wrong<double>(LineProblem.Number, column, text);
            return value >= 0 && value <= most ? value : Wrong<double>(LineProblem.Range, column, text);
        }

        string? Text(string column, int most)
        {
            var text = new string([.. Of(column).Where(sign => !char.IsControl(sign) || sign is '\n' or '\t')]).Trim();
            if (text.Length > most) Wrong<double>(LineProblem.TooLong, column, text);
            return text.Length > 0 ? text : null;
        }

        bool? YesNo(string column) => Of(column).ToLowerInvariant() switch { "" => null, "yes" or "y" or "1" or "true" => true, "no" or "n" or "0" or "false" => false, var other => Wrong<bool>(LineProblem.Number, column, other) };
    }

    [GeneratedRegex(@"^(?:(?<iso>(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2}))|(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<z>\d{4}|\d{2}))(?:[T ].*)?$")]
    private static partial Regex DayParts();

    [GeneratedRegex(@"^\d{1,3}(?:[.,' ]\d{3})+$")]
    private static partial Regex Thousands();
}
