using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Body.Questions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Web.Mast;

/// <summary>What the form says. Its address holds all of it.</summary>
/// <param name="Amounts">One a muscle of <see cref="MastMuscle.All"/>, percent.</param>
/// <param name="Kg">In both hands.</param>
/// <param name="Wrong">Fields whose value cannot be, and what was given; they stand at what they are without it.</param>
public sealed record MastChoice(MastScene Scene, ImmutableArray<double> Amounts, double Kg, ImmutableDictionary<string, string> Wrong)
{
    public const string PostureField = "posture", KgField = "kg", SavedField = "a";
    public const double MostKg = 40;
    /// <summary>Longer texts are no number and no address of ours.</summary>
    const int Longest = 500;

    public bool IsUsual => Amounts.All(amount => amount == 0);

    public MuscleCondition Muscles => new(
        MastMuscle.All.Select((muscle, i) => (muscle, Amount: Amounts[i])).Where(one => !one.muscle.Weak && one.Amount > 0).ToImmutableDictionary(one => one.muscle.Family, one => one.Amount / 100),
        MastMuscle.All.Select((muscle, i) => (muscle, Amount: Amounts[i])).Where(one => one.muscle.Weak && one.Amount > 0).ToImmutableDictionary(one => one.muscle.Family, one => 1 - one.Amount / 100));

    public double Amount(string field) => Amounts[At(field)];

    public MastChoice With(string field, double amount) => this with { Amounts = Amounts.SetItem(At(field), amount) };

    /// <summary>It always names a muscle, so that it means the same for everybody, whatever their own tests say.</summary>
    public string Query => $"{PostureField}={Scene.Id}&{KgField}={Text(Kg)}"
        + string.Concat(MastMuscle.All.Select((muscle, i) => Amounts[i] > 0 || muscle.Field == OwnMuscles.Hamstrings ? $"&{muscle.Field}={Text(Amounts[i])}" : ""));

    public string Url => $"/body?{Query}";

    /// <summary>This one, with another kept beside it.</summary>
    public string Beside(MastChoice? saved) => saved is null ? Url : $"{Url}&{SavedField}={Uri.EscapeDataString(saved.Query)}";

    /// <summary>A posture with usual muscles and what it holds.</summary>
    public static MastChoice Of(MastScene scene) => new(scene, [.. MastMuscle.All.Select(_ => 0.0)], scene.Kg, ImmutableDictionary<string, string>.Empty);

    /// <param name="own">Amounts by field where no muscle is named: what is known of this person's muscles.</param>
    public static MastChoice Read(IEnumerable<KeyValuePair<string, StringValues>> query, ImmutableArray<MastScene> scenes, IReadOnlyDictionary<string, double>? own = null)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        // Said twice, it is none of the two.
        foreach (var (name, value) in query) said.TryAdd(name, value.Count > 1 ? string.Join(" / ", value.ToArray()) : value.ToString());
        var wrong = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        double Number(string field, double most, double unsaid)
        {
            if (!said.TryGetValue(field, out var text) || text.Length == 0) return unsaid;
            if (double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most) return Math.Round(number, 1);
            wrong[field] = text[..Math.Min(text.Length, Longest)];
            return unsaid;
        }
        var scene = scenes[0];
        if (said.TryGetValue(PostureField, out var posture) && posture.Length > 0)
        {
            if (scenes.FirstOrDefault(one => one.Id == posture) is { } known) scene = known;
            else wrong[PostureField] = posture[..Math.Min(posture.Length, Longest)];
        }
        if (MastMuscle.All.Any(muscle => said.ContainsKey(muscle.Field))) own = null;
        var amounts = MastMuscle.All.Select(muscle => Number(muscle.Field, muscle.Most, own?.GetValueOrDefault(muscle.Field) ?? 0)).ToImmutableArray();
        var kg = Number(KgField, MostKg, scene.Kg);
        return new MastChoice(scene, amounts, kg, wrong.ToImmutable());
    }

    /// <summary>What was kept in the address; null where there is none, or none that can be read.</summary>
    public static MastChoice? Saved(string? text, ImmutableArray<MastScene> scenes) =>
        text is { Length: > 0 and <= Longest } && Read(QueryHelpers.ParseQuery(text), scenes) is { Wrong.IsEmpty: true } saved ? saved : null;

    static int At(string field)
    {
        for (var i = 0; i < MastMuscle.All.Length; i++)
            if (MastMuscle.All[i].Field == field) return i;
        throw new ArgumentException(field, nameof(field));
    }

    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
