using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>How much compression of a lumbar disc is advised against lifting more often, by age and sex.</summary>
/// <remarks>Revised Dortmund Recommendations (Jäger 2018) as quoted from memory: men 5.4 kN at 20 years to 2.2 kN from 60, women 4.1 to
/// 1.8 kN; between these ages a straight line, which the source gives as a table. Not verified.</remarks>
public static class DortmundLimits
{
    /// <param name="age">Years, 16 to 120.</param>
    /// <returns>Newtons.</returns>
    public static double Compression(Sex sex, double age)
    {
        if (!(age is >= 16 and <= 120)) throw new BodyException($"an age of {age} is outside 16 to 120");
        var share = Math.Clamp((age - 20) / 40, 0, 1);
        return sex == Sex.Male ? 5400 - share * 3200 : 4100 - share * 2300;
    }
}
