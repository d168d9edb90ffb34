using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>One person's answers: immutable, one slot for each input of the questionnaire. Two things follow by themselves: every region
/// named in the body map also counts as chosen in "regions", and "bmi" comes from height_cm and mass_kg.</summary>
public sealed class Answers : IEquatable<Answers>
{
    readonly Answer[] _values;

    internal Answers(Questionnaire questionnaire, Answer[] values, Answer pickedRegions, sbyte[]? map, ImmutableDictionary<int, string> texts, bool assumed)
        => (Questionnaire, _values, PickedRegions, Map, Texts, AssumedNo) = (questionnaire, values, pickedRegions, map, texts, assumed);

    public static Answers Empty(Questionnaire questionnaire)
        => new(questionnaire, new Answer[questionnaire.Count], default, null, ImmutableDictionary<int, string>.Empty, false);

    public Questionnaire Questionnaire { get; }

    /// <summary>The same answers to the same questions in another language.</summary>
    /// <exception cref="ArgumentException">They are not the same questions in the same order.</exception>
    public Answers To(Questionnaire translated) =>
        translated.Inputs.Select(input => input.Id).SequenceEqual(Questionnaire.Inputs.Select(input => input.Id)) ? new(translated, _values, PickedRegions, Map, Texts, AssumedNo)
        : throw new ArgumentException("These are other questions.", nameof(translated));

    /// <summary>True after <see cref="AssumeNo"/>: what was absent counts as harmless, so what was left out never makes the result "open".</summary>
    public bool AssumedNo { get; }

    public Answer this[int index] => _values[index];
    public Answer this[string id] => _values[Questionnaire.IndexOf(id)];

    internal ReadOnlySpan<Answer> Values => _values;
    /// <summary>"regions" as answered itself, before the body map is folded in.</summary>
    internal Answer PickedRegions { get; }
    /// <summary>Body-map intensity by region, −1 where a region is not named, <see cref="NotSaid"/> where it is named alone. Null while the map is unanswered.</summary>
    internal sbyte[]? Map { get; }
    internal const sbyte NotSaid = 11;
    internal ImmutableDictionary<int, string> Texts { get; }

    /// <summary>The same answers with one more, or one changed or (with <see cref="Answer.Unanswered"/>) taken back.</summary>
    /// <exception cref="ArgumentException">No such input; or a body map, a text or a derived input, which are not set this way.</exception>
    public Answers With(string id, Answer answer) => With(Questionnaire.IndexOf(id), answer);

    /// <inheritdoc cref="With(string, Answer)"/>
    public Answers With(int index, Answer answer)
    {
        var builder = ToBuilder();
        builder.Set(index, answer);
        return builder.Build();
    }

    /// <summary>yes, no, unsure, skip, or an option of a choice.</summary>
    /// <exception cref="ArgumentException">The input does not take this word.</exception>
    public Answers With(string id, string word)
    {
        var builder = ToBuilder();
        builder.SetWord(Questionnaire.IndexOf(id), word);
        return builder.Build();
    }

    public Answers With(string id, double number) => With(id, Answer.Of(number));

    public Answers WithSet(string id, params IEnumerable<string> options)
    {
        var index = Questionnaire.IndexOf(id);
        return With(index, Answer.OfBits(Questionnaire.Mask(index, options)));
    }

    /// <param name="regions">Region id → intensity 0 to 10, null where how strong it is was not said. Null takes the map back.</param>
    public Answers WithBodyMap(IReadOnlyDictionary<string, int?>? regions)
    {
        var builder = ToBuilder();
        builder.SetMap(regions);
        return builder.Build();
    }

    /// <param name="text">Null takes the text back.</param>
    public Answers WithText(string id, string? text)
    {
        var builder = ToBuilder();
        builder.SetText(Questionnaire.IndexOf(id), text);
        return builder.Build();
    }

    public AnswersBuilder ToBuilder() => new(this);

    /// <summary>Is a yes/no input yes? Unsure counts as yes where the input says so, otherwise it is unknown.</summary>
    public Truth IsYes(string id)
    {
        var index = Questionnaire.IndexOf(id);
        return _values[index] switch
        {
            { State: AnswerState.Given, Bits: var bits } => TruthLogic.Of((bits & Answer.YesBit) != 0),
            { State: AnswerState.Unsure } when Questionnaire[index].UnsureIsYes => Truth.True,
            _ => Truth.Unknown,
        };
    }

    public double? NumberOf(string id) => this[id] is { State: AnswerState.Given } answer ? answer.Number : null;

    /// <summary>The option of a choice, null while it is not given.</summary>
    public string? OptionOf(string id) => OptionsOf(id) is [var only, ..] ? only : null;

    /// <summary>The chosen options of a choice or set, in the input's order.</summary>
    public ImmutableArray<string> OptionsOf(string id)
    {
        var index = Questionnaire.IndexOf(id);
        var bits = _values[index].Bits;
        return [.. Questionnaire[index].Options.Where((_, i) => i < 64 && (bits >> i & 1) != 0).Select(o => o.Id)];
    }

    public string? TextOf(string id) => Texts.GetValueOrDefault(Questionnaire.IndexOf(id));

    /// <summary>Region id → intensity 0 to 10, null where how strong it is was not said. Empty while the map is unanswered.</summary>
    public ImmutableDictionary<string, int?> BodyMap => Map is null ? ImmutableDictionary<string, int?>.Empty
        : Questionnaire[Questionnaire.BodyMapIndex].Options.Select((o, i) => (o.Id, Pain: Map[i])).Where(p => p.Pain >= 0)
            .ToImmutableDictionary(p => p.Id, p => p.Pain == NotSaid ? null : (int?)p.Pain);

    /// <summary>Everything absent counts as harmless: yes/no as no, a choice as its harmless option, a set as empty. Numbers, and a choice
    /// without a harmless option, stay unknown; an answer "unsure" stays what it is, and alone can leave the
    /// result "open".</summary>
    public Answers AssumeNo()
    {
        var builder = ToBuilder();
        for (var i = 0; i < _values.Length; i++)
            if (_values[i].State == AnswerState.Unanswered && Questionnaire.HarmlessAnswers[i].IsGiven) builder.Set(i, Questionnaire.HarmlessAnswers[i]);
        return builder.Build(assumedNo: true);
    }

    public bool Equals(Answers? other)
        => other is not null && Questionnaire == other.Questionnaire && AssumedNo == other.AssumedNo && PickedRegions == other.PickedRegions
            && _values.AsSpan().SequenceEqual(other._values) && (Map ?? []).AsSpan().SequenceEqual(other.Map ?? [])
            && Texts.Count == other.Texts.Count && Texts.All(t => other.Texts.GetValueOrDefault(t.Key) == t.Value);

    public override bool Equals(object? obj) => Equals(obj as Answers);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in _values) hash.Add(value);
        return hash.ToHashCode();
    }
}
