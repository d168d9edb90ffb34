using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Web.Flow;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Diary;

/// <param name="Least">Of the number, and <paramref name="Most"/> its most.</param>
public sealed record DiaryNumber(string Name, double Least, double Most, bool Whole);

/// <summary>What stands in the form of an entry: as it was typed, what is wrong in it, and the note it makes.</summary>
/// <param name="Typed">Field → its values, cleaned. A field that is left blank is not there.</param>
/// <param name="Errors">Field → what is wrong, in the person's words; "" is the form as a whole.</param>
/// <param name="Note">Null where something is wrong.</param>
/// <param name="Lacking">Places of the body map with no number yet, where no number stands for all.</param>
public sealed record DiaryForm(ImmutableDictionary<string, ImmutableArray<string>> Typed, ImmutableDictionary<string, string> Errors, DiaryNote? Note, ImmutableArray<string> Lacking)
{
    public const int LongestText = 2000, LongestName = 120;

    /// <summary>Nobody means a day before it.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    public static readonly ImmutableArray<DiaryNumber> Numbers =
    [
        new("stiff", 0, 1440, true), new("sleep", 0, 24, false), new("sitting", 0, 24, false), new("steps", 0, 200_000, true), new("train", 0, 1440, true), new("effort", 1, 10, true), new("doses", 0, 50, false),
    ];

    static readonly string[] Scales = ["pain", "sleepq", "stress"];

    /// <summary>What the list of remedies offers. Medicine has fields of its own.</summary>
    public static readonly ImmutableArray<RemedyKind> Kinds = [.. Enum.GetValues<RemedyKind>().Where(kind => kind != RemedyKind.Medicine)];

    public static DiaryForm Blank(DateOnly day) => new(ImmutableDictionary<string, ImmutableArray<string>>.Empty.SetItem("day", [Iso(day)]), ImmutableDictionary<string, string>.Empty, null, []);

    public string? this[string field] => Typed.TryGetValue(field, out var values) ? values[0] : null;

    public ImmutableArray<string> All(string field) => Typed.GetValueOrDefault(field, []);

    /// <summary>The form as it would have been filled in for a note.</summary>
    public static DiaryForm Of(DiaryNote note, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(note);
        var typed = Blank(day).Typed.ToBuilder();
        void Put(string field, double? value)
        {
            if (value is { } number) typed[field] = [number.ToString("0.##", CultureInfo.InvariantCulture)];
        }
        void Words(string field, string? text)
        {
            if (!string.IsNullOrEmpty(text)) typed[field] = [text];
        }
        (string, double?)[] numbers =
        [
            ("pain", note.Pain), ("stiff", note.StiffMinutes), ("sleep", note.SleepHours), ("sleepq", note.SleepQuality), ("stress", note.Stress), ("mood", note.Mood), ("sitting", note.SittingHours),
            ("steps", note.Steps), ("doses", note.Doses), ("effort", note.Effort), ("train", note is { Load: { } load, Effort: > 0 and var effort } ? load / effort : null),
        ];
        foreach (var (field, value) in numbers) Put(field, value);
        Words("medicine", note.Medicine);
        Words("text", note.Text);
        Words("leg", note.Leg switch { null => null, true => "yes", false => "no" });
        if (note.Regions.Count > 0) typed["place"] = [.. note.Regions.Select(place => place.Region)];
        foreach (var place in note.Regions) Put($"place.{place.Region}", place.Pain);
        var remedies = note.Remedies.Where(one => Kinds.Contains(one.Kind)).DistinctBy(one => one.Kind).ToList();
        if (remedies.Count > 0) typed["remedy"] = [.. remedies.Select(one => Code(one.Kind))];
        foreach (var one in remedies)
        {
            Put($"remedy.{Code(one.Kind)}.minutes", one.Minutes);
            Put($"remedy.{Code(one.Kind)}.before", one.Before);
            Put($"remedy.{Code(one.Kind)}.after", one.After);
        }
        return new(typed.ToImmutable(), ImmutableDictionary<string, string>.Empty, null, []);
    }

    /// <param name="places">Ids of the body map.</param>
    /// <param name="before">The note that is put right; null: a new one.</param>
    public static DiaryForm Read(IFormCollection form, IReadOnlySet<string> places, DiaryNote? before, DateOnly today, Phrases say) => new Reader(form, places, say).Read(before, today);

    public static string Code(RemedyKind kind) => kind.ToString().ToLowerInvariant();

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    sealed class Reader(IFormCollection form, IReadOnlySet<string> places, Phrases say)
    {
        readonly ImmutableDictionary<string, ImmutableArray<string>>.Builder _typed = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        readonly ImmutableDictionary<string, string>.Builder _errors = ImmutableDictionary.CreateBuilder<string, string>();

        public DiaryForm Read(DiaryNote? before, DateOnly today)
        {
            var day = Day(today);
            var numbers = Numbers.ToDictionary(one => one.Name, one => Number(one.Name, one.Least, one.Most, one.Whole));
            var scales = Scales.ToDictionary(name => name, name => Scale(name));
            var mood = Scale("mood", CheckIn.BestMood);
            if (numbers["train"] is > 0 && numbers["effort"] is null && !_errors.ContainsKey("effort")) _errors["effort"] = say.Say("Please say how hard it was too.");
            var (regions, lacking) = Regions(scales["pain"]);
            var note = new DiaryNote
            {
                For = day, Pain = scales["pain"], Regions = regions, StiffMinutes = numbers["stiff"], SleepHours = numbers["sleep"], SleepQuality = scales["sleepq"], Stress = scales["stress"], Mood = mood,
                SittingHours = numbers["sitting"], Steps = numbers["steps"], Doses = numbers["doses"], Medicine = Words("medicine", LongestName), Remedies = Remedies(before), Text = Words("text", LongestText),
                Leg = Word("leg", "yes", "no") switch { "yes" => true, "no" => false, _ => null },
                Effort = numbers["train"] is null ? null : numbers["effort"],
                // A load that was read from elsewhere, with no effort known, stays.
                Load = numbers["train"] is { } train ? train * (numbers["effort"] ?? 0) : before is { Effort: null } ? before.Load : null,
            };
            if (_errors.Count == 0 && lacking.IsEmpty && note == new DiaryNote { For = note.For } && form["new"] != "yes") _errors[""] = say.Say("Please say one thing at least: a number, or a few words.");
            return new(_typed.ToImmutable(), _errors.ToImmutable(), _errors.Count > 0 ? null : note, lacking);
        }

        DateOnly? Day(DateOnly today)
        {
            var sent = Sent("day") ?? Iso(today);
            _typed["day"] = [sent];
            if (!DateOnly.TryParseExact(sent, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Wrong("day", say.Say("Please choose a day."));
            if (day > today) return Wrong("day", say.Say("This day has not come yet. Please choose today or an earlier one."));
            return day < Earliest ? Wrong("day", say.Say("That is too long ago. Please look at the year.")) : day;
        }

        DateOnly? Wrong(string field, string says)
        {
            _errors[field] = says;
            return null;
        }

        double? Number(string field, double least, double most, bool whole = true)
        {
            if (Sent(field) is not { } sent) return null;
            _typed[field] = [sent];
            if (double.TryParse(sent.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most && (!whole || number == Math.Floor(number))) return number;
            _errors[field] = whole ? say.Say("Please write a whole number from {least} to {most}, in digits.", say.Number(least), say.Number(most))
                : say.Say("Please write a number from {least} to {most}, in digits.", say.Number(least), say.Number(most));
            return null;
        }

        double? Scale(string field, int most = 10) => Number(field, 0, most);

        (ValueList<RegionPain>, ImmutableArray<string>) Regions(double? pain)
        {
            var chosen = form["place"].OfType<string>().Where(places.Contains).Distinct().ToImmutableArray();
            if (chosen.IsEmpty) return ([], []);
            _typed["place"] = chosen;
            var strengths = chosen.ToDictionary(id => id, id => Scale($"place.{id}"));
            // On the page that asks for each place, what is left out is as strong as the whole.
            var asked = form["asked"] == "places";
            var lacking = chosen.Where(id => strengths[id] is null && !(asked && pain is not null) && !_errors.ContainsKey($"place.{id}")).ToImmutableArray();
            if (asked)
                foreach (var id in lacking) _errors[$"place.{id}"] = say.Say("Please tap a number here, or take this place away.");
            return (ValueList.From(chosen.Where(id => strengths[id] is not null || pain is not null).Select(id => new RegionPain(id, strengths[id] ?? pain!.Value))), lacking);
        }

        ValueList<Remedy> Remedies(DiaryNote? before)
        {
            var codes = form["remedy"].ToHashSet();
            var made = Kinds.Where(kind => codes.Contains(Code(kind))).ToImmutableArray();
            if (!made.IsEmpty) _typed["remedy"] = [.. made.Select(Code)];
            // The form shows one of a kind; further ones of the same note stay.
            var rest = (before?.Remedies ?? []).GroupBy(one => one.Kind).SelectMany(kind => Kinds.Contains(kind.Key) ? kind.Skip(1) : kind).Where(one => !Kinds.Contains(one.Kind) || made.Contains(one.Kind));
            return ValueList.From(made.Select(kind => new Remedy(kind, Number($"remedy.{Code(kind)}.minutes", 0, 1440), Scale($"remedy.{Code(kind)}.before"), Scale($"remedy.{Code(kind)}.after"))).Concat(rest));
        }

        string? Words(string field, int most)
        {
            if (Sent(field) is not { } sent) return null;
            _typed[field] = [sent];
            if (sent.Length <= most) return sent;
            _errors[field] = say.Say("Please use at most {letters} letters.", most);
            return null;
        }

        string? Word(string field, params string[] allowed)
        {
            if (Sent(field) is not { } sent || !allowed.Contains(sent)) return null;
            _typed[field] = [sent];
            return sent;
        }

        string? Sent(string field) => OwnWords.Clean(form[field]) is { Length: > 0 } text ? text : null;
    }
}
