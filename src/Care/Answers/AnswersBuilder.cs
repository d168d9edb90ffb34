using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Collects many answers before they become immutable. A builder belongs to one thread and is used up by <see cref="Build"/>.</summary>
public sealed class AnswersBuilder
{
    readonly Questionnaire _questionnaire;
    readonly Answer[] _values;
    readonly bool _assumedNo;
    Answer _pickedRegions;
    sbyte[]? _map;
    ImmutableDictionary<int, string> _texts;

    public AnswersBuilder(Questionnaire questionnaire) : this(Answers.Empty(questionnaire)) { }

    internal AnswersBuilder(Answers from)
    {
        _questionnaire = from.Questionnaire;
        _values = from.Values.ToArray();
        (_pickedRegions, _map, _texts, _assumedNo) = (from.PickedRegions, from.Map, from.Texts, from.AssumedNo);
    }

    /// <exception cref="ArgumentException">A body map, a text or a derived input, which are not set this way.</exception>
    public void Set(int index, Answer answer)
    {
        var input = _questionnaire[index];
        if (input.Kind is InputKind.BodyMap or InputKind.Text && answer.State != AnswerState.Unanswered)
            throw new ArgumentException($"Input {input.Id} is a {input.Kind}: use its own method.");
        if (index == _questionnaire.BmiIndex) throw new ArgumentException("bmi is worked out from height_cm and mass_kg.");
        if (input.Kind == InputKind.BodyMap) SetPains(null);
        else if (input.Kind == InputKind.Text) SetText(index, null);
        else if (index == _questionnaire.RegionsIndex) _pickedRegions = answer;
        else _values[index] = answer;
    }

    /// <exception cref="ArgumentException">The input does not take this word.</exception>
    public void SetWord(int index, ReadOnlySpan<char> word)
    {
        if (!TrySetWord(index, word)) throw new ArgumentException($"Input {_questionnaire[index].Id} does not take \"{word}\".");
    }

    internal bool TrySetWord(int index, ReadOnlySpan<char> word)
    {
        var input = _questionnaire[index];
        Answer? answer = input.Kind switch
        {
            InputKind.YesNo => word switch
            {
                "yes" => Answer.Yes,
                "no" => Answer.No,
                "unsure" => Answer.Unsure,
                "skip" when input.Skippable => Answer.Skipped,
                _ => null,
            },
            InputKind.Choice when _questionnaire.TryOption(index, word, out var option) => Answer.OfBits(1ul << option),
            InputKind.Choice when word is "unsure" => Answer.Unsure,
            _ => null,
        };
        if (answer is null) return false;
        Set(index, answer.Value);
        return true;
    }

    /// <exception cref="ArgumentException">The input is not a text.</exception>
    public void SetText(int index, string? text)
    {
        if (_questionnaire[index].Kind != InputKind.Text) throw new ArgumentException($"Input {_questionnaire[index].Id} is not a text.");
        _texts = text is null ? _texts.Remove(index) : _texts.SetItem(index, text);
        _values[index] = text is null ? Answer.Unanswered : Answer.OfBits(0);
    }

    /// <exception cref="ArgumentException">An unknown region, or an intensity outside 0 to 10.</exception>
    public void SetMap(IReadOnlyDictionary<string, int?>? regions)
    {
        if (_questionnaire.BodyMapIndex is var map && map < 0) throw new ArgumentException("There is no body map.");
        SetPains(null);
        if (regions is null) return;
        var pains = NewMap();
        foreach (var (region, pain) in regions)
        {
            var option = _questionnaire.OptionIndex(map, region);
            if (option < 0) throw new ArgumentException($"The body map has no region {region}.");
            if (pain is < 0 or > 10) throw new ArgumentException($"Region {region}: 0 to 10.");
            pains[option] = (sbyte)(pain ?? Answers.NotSaid);
        }
        SetPains(pains);
    }

    internal sbyte[] NewMap()
    {
        var map = new sbyte[_questionnaire.GroupBits.Length];
        Array.Fill(map, (sbyte)-1);
        return map;
    }

    internal void SetPains(sbyte[]? map)
    {
        _map = map;
        _values[_questionnaire.BodyMapIndex] = map is null ? Answer.Unanswered : Answer.Of(map.Count(p => p >= 0));
    }

    public Answers Build() => Build(_assumedNo);

    internal Answers Build(bool assumedNo)
    {
        Fold();
        return new(_questionnaire, _values, _pickedRegions, _map, _texts, assumedNo);
    }

    void Fold()
    {
        if (_questionnaire.RegionsIndex is var regions and >= 0)
        {
            var bits = _pickedRegions.Bits;
            for (var i = 0; i < (_map?.Length ?? 0); i++) if (_map![i] >= 0) bits |= _questionnaire.GroupBits[i];
            _values[regions] = _map is null ? _pickedRegions : Answer.OfBits(bits);
        }
        if (_questionnaire.HeightIndex is var h and >= 0 && _questionnaire.MassIndex is var m and >= 0)
            _values[_questionnaire.BmiIndex] = _values[h].IsGiven && _values[m].IsGiven && _values[h].Number > 0
                ? Answer.Of(_values[m].Number / Math.Pow(_values[h].Number / 100, 2)) : Answer.Unanswered;
    }
}
