using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Mast;

/// <summary>What one self-test says of one muscle of the form.</summary>
/// <param name="Percent">Of its length or strength that it lacks, at least; 0 where the result is usual.</param>
/// <param name="Result">In the unit of the test; of two sides the one further from usual.</param>
/// <param name="On">The day of the test; null where it is an answer of the check.</param>
public sealed record OwnMuscle(MastMuscle Muscle, SelfTest Test, double Percent, double Result, DateOnly? On);

/// <summary>What self-tests say of a person's muscles in the model's terms.</summary>
/// <param name="All">At most one a muscle.</param>
public sealed record OwnMuscles(ImmutableArray<OwnMuscle> All)
{
    public const string Hamstrings = "tight-hamstrings";

    public static OwnMuscles None { get; } = new([]);

    /// <summary>By field of the form, percent.</summary>
    public ImmutableDictionary<string, double> Amounts { get; } = All.ToImmutableDictionary(one => one.Muscle.Field, one => one.Percent);

    /// <summary>The last result of each test that says something of a muscle; where none was recorded, what was answered in the check.</summary>
    /// <param name="answers">Null for a stranger.</param>
    public static OwnMuscles Of(History daily, Answers? answers, BodyDesk desk, MastPerson person, Library library)
    {
        var whose = new OwnReading.Whose(desk, person, answers is null ? null : Number(answers, "age"), answers?.OptionOf("sex"));
        var found = ImmutableArray.CreateBuilder<OwnMuscle>();
        foreach (var reading in OwnReading.All)
        {
            if (library.Tests.FirstOrDefault(one => one.Id == reading.Test) is not { } test) continue;
            double? result = answers is null ? null : Farthest(reading, [.. test.Inputs.Select(id => Number(answers, id))]);
            DateOnly? on = null;
            if (daily.Tests.LastOrDefault(one => one.What.Test == test.Id) is { } taken && Farthest(reading, [taken.What.Left, taken.What.Right, taken.What.Value]) is { } recorded) (result, on) = (recorded, taken.Day);
            if (result is not { } value || reading.Share(value, test, whose) is not { } share) continue;
            var muscle = MastMuscle.All.First(one => one.Field == reading.Field);
            found.Add(new(muscle, test, Math.Min(muscle.Most, Math.Round(100 * share)), value, on));
        }
        return found.Count == 0 ? None : new(found.ToImmutable());
    }

    static double? Farthest(OwnReading reading, double?[] results) => reading.High ? results.Max() : results.Min();

    /// <summary>A yes is 1 and a no is 0, as in the tests whose results are words.</summary>
    static double? Number(Answers answers, string id) => answers[id] is not { IsGiven: true } given ? null : given == Answer.Yes ? 1 : given.Number;
}
