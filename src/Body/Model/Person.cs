namespace Mainstay.Body.Model;

public enum Sex { Male, Female }

/// <summary>Whose body it is. Bones scale with stature, weights with mass (de Leva's fractions), strength with the cross-section that
/// stature and mass allow.</summary>
public sealed record Person
{
    /// <param name="heightM">1.2 to 2.2.</param>
    /// <param name="massKg">30 to 250.</param>
    /// <exception cref="BodyException">A figure outside these bounds, or none.</exception>
    public Person(Sex sex, double heightM, double massKg)
    {
        if (!(heightM is >= 1.2 and <= 2.2)) throw new BodyException($"a height of {heightM} m is outside 1.2 to 2.2 m");
        if (!(massKg is >= 30 and <= 250)) throw new BodyException($"a mass of {massKg} kg is outside 30 to 250 kg");
        (Sex, HeightM, MassKg) = (sex, heightM, massKg);
    }

    public Sex Sex { get; }
    public double HeightM { get; }
    public double MassKg { get; }

    /// <summary>The man of Wilke 1999, whose disc pressures are the main measure of this model: 70 kg, taken as 1.74 m.</summary>
    public static Person Wilke { get; } = new(Sex.Male, 1.74, 70);
}
