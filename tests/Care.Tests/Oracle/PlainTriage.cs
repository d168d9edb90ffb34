using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Mainstay.Care.Tests;

/// <summary>Triage once more, written apart from it: straight from the YAML, over dictionaries of words, slow and plain. Where the two differ,
/// one of them is wrong.</summary>
sealed class PlainTriage
{
    static readonly string[] Levels = ["S", "open", "R", "U14", "U24", "E"];

    readonly Dictionary<string, YamlMappingNode> _inputs = [];
    readonly List<YamlMappingNode> _rules = [];

    public PlainTriage(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "questions"), "*.yaml"))
            foreach (var entry in Entries(file).Where(e => e.Children.ContainsKey("kind"))) _inputs.Add(Text(entry, "id")!, entry);
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "safety"), "*.yaml"))
            _rules.AddRange(Entries(file).Where(e => e.Children.ContainsKey("level")));
    }

    public int RuleCount => _rules.Count;

    /// <param name="person">Input id → its answer: a word, a number (double) or a set of words. Absent: unanswered.</param>
    public (string Urgency, SortedSet<string> Fired, SortedSet<string> Provisional) Assess(Dictionary<string, object> person)
    {
        SortedSet<string> fired = [], provisional = [];
        var level = 0;
        foreach (var rule in _rules)
        {
            var detail = Get(rule, "detail") is { } d ? Holds(d, person) : true;
            var excuse = Get(rule, "unless") is { } u ? Holds(u, person) : false;
            if (Holds(Get(rule, "when")!, person) != true || detail == false || excuse == true) continue;
            fired.Add(Text(rule, "id")!);
            if (detail is null || excuse is null) provisional.Add(Text(rule, "id")!);
            level = Math.Max(level, Array.IndexOf(Levels, Text(rule, "level")));
        }
        if (level == 0 && _inputs.Values.Any(i => Text(i, "mandatory") == "true" && Applies(i, person) && !Answered(i, person))) level = 1;
        return (Levels[level], fired, provisional);
    }

    bool Applies(YamlMappingNode input, Dictionary<string, object> person) => Get(input, "ask_when") is not { } when || Holds(when, person) != false;

    bool Answered(YamlMappingNode input, Dictionary<string, object> person)
    {
        if (!person.TryGetValue(Text(input, "id")!, out var answer)) return false;
        var unsureIsYes = Text(input, "unsure_is_yes") == "true";
        if (answer is "unsure") return unsureIsYes;
        if (answer is not "skip") return true;
        return unsureIsYes && _inputs.Values.Where(o => o != input && Text(o, "mandatory") == "true" && Text(o, "unsure_is_yes") == "true" && Applies(o, person))
            .All(o => person.GetValueOrDefault(Text(o, "id")!) is "no");
    }

    /// <returns>Null is unknown.</returns>
    bool? Holds(YamlNode condition, Dictionary<string, object> person)
    {
        var (key, value) = ((YamlMappingNode)condition).Single();
        switch (((YamlScalarNode)key).Value)
        {
            case "all": return AtLeast(value, ((YamlSequenceNode)value).Children.Count, person);
            case "any": return AtLeast(value, 1, person);
            case "count": return AtLeast(value[0], (int)Number(value[1]), person);
            case "not": return !Holds(value, person);
            case "yes": return Yes(Word(value), person);
            case "no": return !Yes(Word(value), person);
            case "eq" or "in":
                return person.GetValueOrDefault(Word(value[0])) is string word && word != "unsure" ? Words(value[1]).Contains(word) : null;
            case "has": return person.GetValueOrDefault(Word(value[0])) is HashSet<string> set ? set.Overlaps(Words(value[1])) : null;
            case "size": return person.GetValueOrDefault(Word(value[0])) is HashSet<string> all ? all.Count >= Number(value[1]) : null;
            case var compare:
                if (person.GetValueOrDefault(Word(value[0])) is not double number) return null;
                var bound = Number(value[1]);
                return compare switch
                {
                    "ge" => number >= bound,
                    "gt" => number > bound,
                    "le" => number <= bound,
                    "lt" => number < bound,
                    "between" => number >= bound && number <= Number(value[2]),
                    _ => throw new InvalidOperationException($"What is {compare}?"),
                };
        }
    }

    bool? AtLeast(YamlNode parts, int wanted, Dictionary<string, object> person)
    {
        var values = ((YamlSequenceNode)parts).Children.Select(p => Holds(p, person)).ToList();
        if (values.Count(v => v == true) >= wanted) return true;
        return values.Count(v => v != false) < wanted ? false : null;
    }

    bool? Yes(string input, Dictionary<string, object> person) => person.GetValueOrDefault(input) switch
    {
        "yes" => true,
        "no" => false,
        "unsure" when Text(_inputs[input], "unsure_is_yes") == "true" => true,
        _ => null,
    };

    static List<YamlMappingNode> Entries(string file)
    {
        using var reader = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlSequenceNode list ? [.. list.Children.OfType<YamlMappingNode>()] : [];
    }

    static YamlNode? Get(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value : null;
    static string? Text(YamlMappingNode node, string key) => (Get(node, key) as YamlScalarNode)?.Value;
    static string Word(YamlNode node) => ((YamlScalarNode)node).Value!;
    static string[] Words(YamlNode node) => node is YamlSequenceNode list ? [.. list.Children.Select(Word)] : [Word(node)];
    static double Number(YamlNode node) => double.Parse(Word(node), CultureInfo.InvariantCulture);
}
