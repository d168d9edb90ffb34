using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Mainstay.Care.Tests;

/// <summary>A condition of the knowledge as it is written there, over dictionaries of words. It shares nothing with the code that it holds to account.</summary>
/// <param name="Holds">Null is unknown.</param>
sealed record PlainCondition(Func<Dictionary<string, object>, bool?> Holds)
{
    /// <summary>The name under which a person's suspicions stand among their answers.</summary>
    public const string Suspected = "(suspected)";

    /// <param name="unsureIsYes">Inputs whose "unsure" counts as yes.</param>
    public static PlainCondition Read(YamlNode condition, HashSet<string> unsureIsYes)
    {
        var (key, value) = ((YamlMappingNode)condition).Single();
        switch (Word(key))
        {
            case "all": return AtLeast(value, ((YamlSequenceNode)value).Children.Count, unsureIsYes);
            case "any": return AtLeast(value, 1, unsureIsYes);
            case "count": return AtLeast(value[0], (int)Number(value[1]), unsureIsYes);
            case "not":
                var inner = Read(value, unsureIsYes);
                return new(person => !inner.Holds(person));
            case "yes": return new(Yes(Word(value), unsureIsYes));
            case "no":
                var yes = Yes(Word(value), unsureIsYes);
                return new(person => !yes(person));
            case "suspects":
                var suspicion = Word(value);
                return new(person => person[Suspected] is HashSet<string> all && all.Contains(suspicion));
            case var compare:
                var input = Word(value[0]);
                var words = Words(value[1]);
                switch (compare)
                {
                    case "eq" or "in": return new(person => person.GetValueOrDefault(input) is string word && word != "unsure" ? words.Contains(word) : null);
                    case "has": return new(person => person.GetValueOrDefault(input) is HashSet<string> set ? set.Overlaps(words) : null);
                }
                var bound = Number(value[1]);
                if (compare == "size") return new(person => person.GetValueOrDefault(input) is HashSet<string> all ? all.Count >= bound : null);
                Func<double, bool> holds = compare switch
                {
                    "ge" => number => number >= bound,
                    "gt" => number => number > bound,
                    "le" => number => number <= bound,
                    "lt" => number => number < bound,
                    "between" when Number(value[2]) is var top => number => number >= bound && number <= top,
                    _ => throw new InvalidOperationException($"What is {compare}?"),
                };
                return new(person => person.GetValueOrDefault(input) is double number ? holds(number) : null);
        }
    }

    static PlainCondition AtLeast(YamlNode parts, int wanted, HashSet<string> unsureIsYes)
    {
        PlainCondition[] all = [.. ((YamlSequenceNode)parts).Children.Select(part => Read(part, unsureIsYes))];
        return new(person =>
        {
            var (yes, open) = (0, 0);
            foreach (var one in all)
                if (one.Holds(person) is not { } known) open++;
                else if (known) yes++;
            return yes >= wanted ? true : yes + open < wanted ? false : null;
        });
    }

    static Func<Dictionary<string, object>, bool?> Yes(string input, HashSet<string> unsureIsYes)
    {
        bool? unsure = unsureIsYes.Contains(input) ? true : null;
        return person => person.GetValueOrDefault(input) switch { "yes" => true, "no" => false, "unsure" => unsure, _ => null };
    }

    static string Word(YamlNode node) => ((YamlScalarNode)node).Value!;
    internal static string[] Words(YamlNode node) => node is YamlSequenceNode list ? [.. list.Children.Select(Word)] : [Word(node)];
    static double Number(YamlNode node) => double.Parse(Word(node), CultureInfo.InvariantCulture);
}
