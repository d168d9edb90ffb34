using System.Collections.Frozen;
using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Every input by id and by index, compiled once from a library and shared between threads. Indices are stable within one
/// questionnaire only: outside it an input is named by id.</summary>
public sealed class Questionnaire
{
    /// <summary>Number input worked out from height_cm and mass_kg, in kg/m². It is never asked and never read from a file.</summary>
    public const string Bmi = "bmi";
    internal const string Height = "height_cm", Mass = "mass_kg", Regions = "regions";

    readonly FrozenDictionary<string, int> _index;
    readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indexBySpan;
    readonly FrozenDictionary<string, int>[] _options;

    /// <exception cref="ArgumentException">The library's inputs contradict themselves: an id twice, over 64 options in a set or choice,
    /// two body maps, a harmless option that does not exist, more than 64 suspicions.</exception>
    public Questionnaire(Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        Library = library;
        Inputs = library.Inputs.Any(i => i.Id == Bmi) ? library.Inputs : library.Inputs.Add(DerivedBmi);
        if (Inputs.GroupBy(i => i.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new ArgumentException($"Input {twice.Key} stands twice.");
        _index = Inputs.Select((input, i) => (input.Id, i)).ToFrozenDictionary(p => p.Id, p => p.i);
        _indexBySpan = _index.GetAlternateLookup<ReadOnlySpan<char>>();
        _options = [.. Inputs.Select(i => i.Options.Select((o, n) => (o.Id, n)).ToFrozenDictionary(p => p.Id, p => p.n))];
        if (Inputs.FirstOrDefault(i => i.Kind is InputKind.Choice or InputKind.Set && i.Options.Length > 64) is { } many)
            throw new ArgumentException($"Input {many.Id} has more than 64 options.");
        BmiIndex = _index[Bmi];
        HeightIndex = Find(Height);
        MassIndex = Find(Mass);
        RegionsIndex = Find(Regions);
        var maps = Inputs.Where(i => i.Kind == InputKind.BodyMap).ToList();
        if (maps.Count > 1) throw new ArgumentException("There is more than one body map.");
        BodyMapIndex = maps.Count == 0 ? -1 : _index[maps[0].Id];
        GroupBits = BodyMapIndex < 0 ? [] : [.. maps[0].Options.Select(GroupBit)];
        HarmlessAnswers = [.. Inputs.Select(Harmless)];
        SuspicionIds = [.. library.Rules.SelectMany(r => r.Suspects).Distinct().Order(StringComparer.Ordinal)];
        if (SuspicionIds.Length > 64) throw new ArgumentException("There are more than 64 suspicions.");
    }

    public Library Library { get; }
    /// <summary>The library's inputs in order; the derived <see cref="Bmi"/> stands last where the library does not list it.</summary>
    public ImmutableArray<Input> Inputs { get; }
    public int Count => Inputs.Length;
    public Input this[int index] => Inputs[index];
    /// <summary>All suspicions that some rule can raise, by index.</summary>
    public ImmutableArray<string> SuspicionIds { get; }

    internal int BmiIndex { get; }
    internal int HeightIndex { get; }
    internal int MassIndex { get; }
    internal int RegionsIndex { get; }
    internal int BodyMapIndex { get; }
    /// <summary>Body-map region index → bit of its group in "regions", 0 where it has none.</summary>
    internal ImmutableArray<ulong> GroupBits { get; }
    /// <summary>What "none of these" records, by input. Unanswered where nothing is harmless (numbers, texts, a choice that names none).</summary>
    internal ImmutableArray<Answer> HarmlessAnswers { get; }

    /// <summary>What "none of these" records for an input; unanswered where nothing is harmless.</summary>
    public Answer HarmlessOf(int input) => HarmlessAnswers[input];

    /// <exception cref="ArgumentException">No input has this id.</exception>
    public int IndexOf(string id) => _index.TryGetValue(id, out var index) ? index : throw new ArgumentException($"There is no input {id}.");

    public bool TryIndexOf(ReadOnlySpan<char> id, out int index) => _indexBySpan.TryGetValue(id, out index);

    /// <summary>The index of an option, −1 where the input has none of that id.</summary>
    public int OptionIndex(int input, string option) => _options[input].TryGetValue(option, out var index) ? index : -1;

    internal bool TryOption(int input, ReadOnlySpan<char> option, out int index)
        => _options[input].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(option, out index);

    /// <exception cref="ArgumentException">The input has no such option.</exception>
    internal ulong Mask(int input, IEnumerable<string> options)
    {
        var mask = 0ul;
        foreach (var option in options)
            mask |= OptionIndex(input, option) is var i and >= 0
                ? 1ul << i : throw new ArgumentException($"Input {Inputs[input].Id} has no option {option}.");
        return mask;
    }

    int Find(string id) => _index.GetValueOrDefault(id, -1);

    ulong GroupBit(Option region)
    {
        if (region.Group is null || RegionsIndex < 0) return 0;
        return Mask(RegionsIndex, [region.Group]);
    }

    Answer Harmless(Input input, int index) => input.Kind switch
    {
        InputKind.YesNo => input.Harmless is null or "no" ? Answer.No : input.Harmless == "yes" ? Answer.Yes
            : throw new ArgumentException($"Input {input.Id}: its harmless answer is yes or no."),
        InputKind.Choice when input.Harmless is { } option => Answer.OfBits(Mask(index, [option])),
        InputKind.Set => Answer.OfBits(input.Harmless is { } option ? Mask(index, [option]) : 0),
        _ => Answer.Unanswered,
    };

    static Input DerivedBmi => new()
    {
        Id = Bmi,
        Kind = InputKind.Number,
        Text = "Body mass index",
        Why = "It is worked out from height and weight.",
        Label = "Body mass index",
        Min = 5,
        Max = 150,
        Whole = false,
    };
}
