using System.Globalization;
using System.Xml;
using Mainstay.Care;

namespace Mainstay.Journal.Imports;

/// <summary>export.xml of Apple Health, as a stream: steps and sleep, summed by day. A phone and a watch count the same steps, so the source
/// with the most steps of a day counts. Of sleep, the time that any source calls asleep counts once; where none does, the time in bed.</summary>
static class AppleHealth
{
    const int LongestElement = 1 << 20, MostSources = 1000, MostSleeps = 2_000_000;
    /// <summary>What an archive may unpack to.</summary>
    public const long MostBytes = 16L << 30;

    /// <summary>Sleep that ends before this hour belongs to the night into that day.</summary>
    const int Evening = 18;

    static readonly XmlReaderSettings Settings = new()
    {
        // The file begins with a DTD of its own. It is passed over: no entity is made or fetched.
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
    };

    /// <param name="read">Told how many bytes were read.</param>
    public static DiaryFile Read(Stream stream, DateOnly today, Action<long> read)
    {
        var (days, faults) = (new Days(today), new FaultList());
        FileProblem? problem = null;
        var line = 0;
        using var reader = XmlReader.Create(new BoundedStream(stream, (byte)'>', LongestElement, MostBytes, read), Settings);
        try
        {
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "HealthData") return DiaryFile.Not(FileProblem.Unknown);
            while (reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Record" }) Record(reader, days, faults);
        }
        catch (XmlException broken)
        {
            (problem, line) = (FileProblem.BrokenXml, broken.LineNumber);
        }
        catch (TooLargeException)
        {
            (problem, line) = (FileProblem.TooLarge, ((IXmlLineInfo)reader).LineNumber);
        }
        return new(DiaryFile.AppleHealth, [.. days.Notes()], faults.First, faults.Count, [], problem, line);
    }

    static void Record(XmlReader reader, Days days, FaultList faults)
    {
        var type = reader.GetAttribute("type");
        if (type is not ("HKQuantityTypeIdentifierStepCount" or "HKCategoryTypeIdentifierSleepAnalysis")) return;
        var line = ((IXmlLineInfo)reader).LineNumber;
        var value = reader.GetAttribute("value") ?? "";
        if (Moment(reader, "startDate", line, faults) is not { } start) return;
        if (type.EndsWith("StepCount", StringComparison.Ordinal))
        {
            if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var steps) || !double.IsFinite(steps)) faults.Add(line, LineProblem.Number, "value", value);
            else if (steps > DiaryNote.MostSteps) faults.Add(line, LineProblem.Range, "value", value);
            else days.Steps(line, start, reader.GetAttribute("sourceName") ?? "", steps, faults);
            return;
        }
        var asleep = value.StartsWith("HKCategoryValueSleepAnalysisAsleep", StringComparison.Ordinal);
        if (!asleep && value != "HKCategoryValueSleepAnalysisInBed") return;
        if (Moment(reader, "endDate", line, faults) is not { } end) return;
        if (end < start || end - start > TimeSpan.FromHours(36)) faults.Add(line, LineProblem.Range, "endDate", reader.GetAttribute("endDate")!);
        else days.Sleep(line, start, end, asleep, faults);
    }

    static DateTimeOffset? Moment(XmlReader reader, string attribute, int line, FaultList faults)
    {
        var text = reader.GetAttribute(attribute) ?? "";
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return at;
        faults.Add(line, LineProblem.Date, attribute, text);
        return null;
    }

    /// <summary>Sums by day.</summary>
    sealed class Days(DateOnly today)
    {
        readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);
        readonly Dictionary<(DateOnly Day, int Source), double> _steps = [];
        readonly Dictionary<DateOnly, List<(long Start, long End, bool Asleep)>> _sleeps = [];
        int _slept;

        public void Steps(int line, DateTimeOffset start, string source, double steps, FaultList faults)
        {
            if (!IsSound(DateOnly.FromDateTime(start.DateTime), line, "startDate", faults, out var day)) return;
            if (!_sources.TryGetValue(source, out var id))
            {
                if (_sources.Count == MostSources) throw new TooLargeException();
                _sources[source] = id = _sources.Count;
            }
            _steps[(day, id)] = _steps.GetValueOrDefault((day, id)) + steps;
        }

        public void Sleep(int line, DateTimeOffset start, DateTimeOffset end, bool asleep, FaultList faults)
        {
            if (end.Year >= 9999 || !IsSound(DateOnly.FromDateTime(end.DateTime.AddHours(24 - Evening)), line, "endDate", faults, out var day, ahead: 1)) return;
            if (++_slept > MostSleeps) throw new TooLargeException();
            if (!_sleeps.TryGetValue(day, out var sleeps)) _sleeps[day] = sleeps = [];
            sleeps.Add((start.UtcTicks, end.UtcTicks, asleep));
        }

        bool IsSound(DateOnly of, int line, string attribute, FaultList faults, out DateOnly day, int ahead = 0)
        {
            day = of;
            if (of > today.AddDays(ahead)) faults.Add(line, LineProblem.Future, attribute, of.ToString("O", CultureInfo.InvariantCulture));
            else if (of < CsvDiary.Earliest) faults.Add(line, LineProblem.TooEarly, attribute, of.ToString("O", CultureInfo.InvariantCulture));
            // An evening nap of today belongs to the night that has not come.
            else return of <= today;
            return false;
        }

        public IEnumerable<DiaryNote> Notes()
        {
            var steps = _steps.GroupBy(one => one.Key.Day).ToDictionary(day => day.Key, day => Math.Round(day.Max(one => one.Value)));
            foreach (var day in steps.Keys.Concat(_sleeps.Keys).Distinct().Order())
            {
                double? walked = steps.TryGetValue(day, out var sum) ? Math.Min(DiaryNote.MostSteps, sum) : null, slept = _sleeps.TryGetValue(day, out var sleeps) ? Hours(sleeps) : null;
                if (walked is not null || slept is > 0) yield return new DiaryNote { For = day, Steps = walked, SleepHours = slept is > 0 ? slept : null, Source = DiaryFile.AppleHealth };
            }
        }

        /// <summary>Hours that at least one interval covers, to two decimals, 24 at most.</summary>
        static double Hours(List<(long Start, long End, bool Asleep)> sleeps)
        {
            var any = sleeps.Exists(one => one.Asleep);
            var (covered, until) = (0L, long.MinValue);
            foreach (var (start, end, _) in sleeps.Where(one => one.Asleep == any).OrderBy(one => one.Start))
            {
                if (end <= until) continue;
                covered += end - Math.Max(start, until);
                until = end;
            }
            return Math.Min(24, Math.Round(TimeSpan.FromTicks(covered).TotalHours, 2));
        }
    }
}
