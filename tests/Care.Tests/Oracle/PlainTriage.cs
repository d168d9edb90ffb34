using YamlDotNet.RepresentationModel;

namespace Mainstay.Care.Tests;

/// <summary>Triage once more, written apart from it: straight from the YAML, over dictionaries of words, slow and plain. Where the two differ,
/// one of them is wrong.</summary>
sealed class PlainTriage
{
    static readonly string[] Levels = ["S", "open", "R", "U14", "U24", "E"];

    sealed record Input(string Id, bool Mandatory, bool UnsureIsYes, PlainCondition? AskWhen);
    sealed record Rule(string Id, int Level, PlainCondition When, PlainCondition? Detail, PlainCondition? Unless, string[] Suspects);

    readonly List<Input> _inputs;
    readonly List<Rule> _rules;

    public PlainTriage(string folder)
    {
        var inputs = Entries(folder, "questions", "kind");
        UnsureIsYes = [.. inputs.Where(i => Text(i, "unsure_is_yes") == "true").Select(i => Text(i, "id")!)];
        _inputs = [.. inputs.Select(i => new Input(Text(i, "id")!, Text(i, "mandatory") == "true", UnsureIsYes.Contains(Text(i, "id")!), Condition(i, "ask_when")))];
        _rules = [.. Entries(folder, "safety", "level").Select(r => new Rule(Text(r, "id")!, Array.IndexOf(Levels, Text(r, "level")), Condition(r, "when")!, Condition(r, "detail"), Condition(r, "unless"),
            Get(r, "suspects") is { } suspects ? PlainCondition.Words(suspects) : []))];
    }

    public int RuleCount => _rules.Count;

    /// <summary>Inputs whose "unsure" counts as yes.</summary>
    public HashSet<string> UnsureIsYes { get; }

    /// <param name="person">Input id → its answer: a word, a number (double) or a set of words. Absent: unanswered.</param>
    public (string Urgency, SortedSet<string> Fired, SortedSet<string> Provisional) Assess(Dictionary<string, object> person)
    {
        SortedSet<string> fired = [], provisional = [];
        var level = 0;
        foreach (var (rule, isProvisional) in Fired(person))
        {
            fired.Add(rule.Id);
            if (isProvisional) provisional.Add(rule.Id);
            level = Math.Max(level, rule.Level);
        }
        if (level == 0 && _inputs.Any(i => i.Mandatory && Applies(i, person) && !Answered(i, person))) level = 1;
        return (Levels[level], fired, provisional);
    }

    /// <summary>What the rules that fire give reason to suspect.</summary>
    public HashSet<string> Suspected(Dictionary<string, object> person) => [.. Fired(person).SelectMany(fired => fired.Rule.Suspects)];

    IEnumerable<(Rule Rule, bool Provisional)> Fired(Dictionary<string, object> person)
    {
        foreach (var rule in _rules)
        {
            if (rule.When.Holds(person) != true) continue;
            var detail = rule.Detail is null ? true : rule.Detail.Holds(person);
            var excuse = rule.Unless is null ? false : rule.Unless.Holds(person);
            if (detail != false && excuse != true) yield return (rule, detail is null || excuse is null);
        }
    }

    static bool Applies(Input input, Dictionary<string, object> person) => input.AskWhen is null || input.AskWhen.Holds(person) != false;

    bool Answered(Input input, Dictionary<string, object> person)
    {
        if (!person.TryGetValue(input.Id, out var answer)) return false;
        if (answer is "unsure") return input.UnsureIsYes;
        if (answer is not "skip") return true;
        return input.UnsureIsYes && _inputs.Where(o => o != input && o.Mandatory && o.UnsureIsYes && Applies(o, person)).All(o => person.GetValueOrDefault(o.Id) is "no");
    }

    PlainCondition? Condition(YamlMappingNode node, string key) => Get(node, key) is { } condition ? PlainCondition.Read(condition, UnsureIsYes) : null;

    static List<YamlMappingNode> Entries(string folder, string kind, string having)
    {
        var entries = new List<YamlMappingNode>();
        foreach (var file in Directory.GetFiles(Path.Combine(folder, kind), "*.yaml"))
        {
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlSequenceNode list) entries.AddRange(list.Children.OfType<YamlMappingNode>().Where(e => e.Children.ContainsKey(having)));
        }
        return entries;
    }

    static YamlNode? Get(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value : null;
    static string? Text(YamlMappingNode node, string key) => (Get(node, key) as YamlScalarNode)?.Value;
}
