using YamlDotNet.RepresentationModel;

namespace Mainstay.Care.Tests;

/// <summary>Who leaves out which item, once more: straight from the `block` of items and cautions in the YAML, by rules written apart from the planner's.</summary>
sealed class PlainBlocks
{
    readonly PlainTriage _triage;
    readonly Dictionary<string, List<(PlainCondition When, bool Unknown)>> _items = [];

    public PlainBlocks(string folder)
    {
        _triage = new(folder);
        var unsure = _triage.UnsureIsYes;
        var cautions = Maps(folder, "cautions").ToDictionary(caution => Text(caution, "id")!, caution => Blocks(caution, unsure));
        foreach (var item in Maps(folder, "exercises").Concat(Maps(folder, "modules")))
            _items[Text(item, "id")!] = [.. Names(item, "cautions").SelectMany(name => cautions[name]), .. Blocks(item, unsure)];
    }

    public IEnumerable<string> Items => _items.Keys;

    /// <summary>The answers as words, with what they give reason to suspect.</summary>
    public Dictionary<string, object> Person(Answers answers)
    {
        var person = PlainPerson.Of(answers);
        person[PlainCondition.Suspected] = _triage.Suspected(person);
        return person;
    }

    public bool IsBlocked(string item, Dictionary<string, object> person) => _items[item].Any(block => block.When.Holds(person) ?? block.Unknown);

    static List<(PlainCondition, bool)> Blocks(YamlMappingNode node, HashSet<string> unsure) => !node.Children.TryGetValue("block", out var blocks) ? []
        : [.. ((YamlSequenceNode)blocks).Children.Cast<YamlMappingNode>().Select(block => (PlainCondition.Read(block.Children["when"], unsure), Text(block, "unknown_blocks") == "true"))];

    static IEnumerable<YamlMappingNode> Maps(string folder, string kind)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, kind), "*.yaml"))
        {
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            foreach (var document in yaml.Documents)
                if (document.RootNode is YamlMappingNode map) yield return map;
                else foreach (var one in ((YamlSequenceNode)document.RootNode).Children) yield return (YamlMappingNode)one;
        }
    }

    static string[] Names(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var names) ? PlainCondition.Words(names) : [];
    static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;
}
