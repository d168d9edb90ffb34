using System.Globalization;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Checking;

/// <summary>Reading grade and frightening words of every English text that a person reads.</summary>
static class ProseChecks
{
    /// <summary>Flesch-Kincaid grade: the sixth school year, about age 12.</summary>
    const double HighestGrade = 6.0;
    /// <summary>The grade of a few words says nothing.</summary>
    const int FewWords = 8;

    public static void Run(Context context, List<ProseField> fields, Words words)
    {
        var readability = new Readability(words.Easy);
        var nocebo = new Nocebo(words.Avoid);
        foreach (var field in fields.Where(field => !field.File.StartsWith("translations/", StringComparison.Ordinal)))
        {
            var text = string.Join('\n', field.Texts);
            var measure = readability.Measure(text);
            if (measure.Words >= FewWords && Math.Round(measure.Grade, 1) > HighestGrade)
                context.Error(field.File, field.Line, $"'{field.Key}' of {field.Owner} reads at grade "
                    + $"{measure.Grade.ToString("0.0", CultureInfo.InvariantCulture)} "
                    + $"(6 is allowed): {measure.WordsPerSentence.ToString("0.#", CultureInfo.InvariantCulture)} words a sentence, "
                    + $"hardest words: {string.Join(", ", readability.Hardest(text))}");
            if (field.Quoted) continue;
            foreach (var (found, avoided) in nocebo.Find(text))
                context.Error(field.File, field.Line, $"'{field.Key}' of {field.Owner} says '{found}'. {avoided.Why} Instead: "
                    + $"{avoided.Instead}");
        }
    }
}
