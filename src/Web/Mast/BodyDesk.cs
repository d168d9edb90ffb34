using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Questions;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Moves;

namespace Mainstay.Web.Mast;

/// <summary>Whose body is asked about.</summary>
/// <param name="Known">False: sex, height or weight is not known or out of the model's bounds, and a usual body stands in.</param>
public sealed record MastPerson(Body.Model.Person Person, double Age, bool Known);

/// <summary>Asks the mechanical body what the form says. The tables are read when the first question comes.</summary>
public sealed class BodyDesk(Library library, Func<AnatomyData> load)
{
    const double UsualAge = 45;
    const int MostKept = 128;

    readonly Lazy<(AnatomyData Anatomy, BodyAnswers Answers)> body = new(() => load() is var data ? (data, new BodyAnswers(data)) : default);
    /// <summary>Movements with usual muscles, against which every slider is held.</summary>
    readonly ConcurrentDictionary<(Body.Model.Person, string Motion, double Kg), ImmutableArray<CourseFrame>> usual = new();

    public ImmutableArray<MastScene> Scenes { get; } = MastScene.All(library);

    public BodyAnswers Answers => body.Value.Answers;

    public MastState Ask(MastChoice choice, MastPerson person) => choice.Scene.Motion is null
        ? new(choice, Answers.Ask(new BodyQuestion
        {
            Person = person.Person, Posture = Posture(choice.Scene), Tightness = choice.Muscles.Tightness, Strength = choice.Muscles.Strength, CarryKg = choice.Kg, Age = person.Age,
        }), null)
        : Played(choice, person);

    /// <summary>A named posture with empty hands.</summary>
    public Posture Posture(MastScene scene) => body.Value.Anatomy.Posture(scene.Posture!) with { Loads = [] };

    /// <summary>A movement is followed whole, and answered for the moment at which a usual body's load is highest: so the moment, and the picture
    /// of it, stay while muscles change. A posture is answered where it is held.</summary>
    MastState Played(MastChoice choice, MastPerson person)
    {
        var motion = choice.Scene.Motion!;
        var played = new PlayedMotion(Answers.Model(person.Person), motion, choice.Kg);
        if (!choice.Scene.Moves) return new(choice, Answers.Ask(person.Person, choice.Muscles, person.Age, work => played.Set(work, played.HoldSeconds)), new(null, played.Seconds, played.HoldSeconds, 0));
        ImmutableArray<CourseFrame> Follow(MuscleCondition muscles) =>
            Answers.Follow(person.Person, muscles, MastMovement.Frames, (work, frame) => played.Set(work, MastMovement.SecondsOf(frame, played.Seconds)));
        if (usual.Count > MostKept) usual.Clear();
        var plain = usual.GetOrAdd((person.Person, motion.Id, choice.Kg), _ => Follow(MuscleCondition.Usual));
        var course = new BodyCourse(choice.IsUsual ? plain : Follow(choice.Muscles), plain);
        var (peak, level) = BodyCourse.Peak(plain);
        var at = MastMovement.SecondsOf(peak, played.Seconds);
        return new(choice, Answers.Ask(person.Person, choice.Muscles, person.Age, work => played.Set(work, at)), new(course, played.Seconds, at, level));
    }

    /// <param name="answers">Null for a stranger.</param>
    public static MastPerson PersonOf(Answers? answers)
    {
        double? Number(string id) => answers?[id] is { IsGiven: true } given ? given.Number : null;
        var age = Number("age") is { } years and >= 16 and <= 120 ? years : UsualAge;
        Sex? sex = answers?.OptionOf("sex") switch { "m" => Sex.Male, "f" => Sex.Female, _ => null };
        return sex is { } known && Number("height_cm") is { } height and >= 120 and <= 220 && Number("mass_kg") is { } mass and >= 30 and <= 250
            ? new(new(known, height / 100, mass), age, true) : new(Body.Model.Person.Wilke, age, false);
    }
}
