using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests.Texts;

/// <param name="One">For one, where the phrase counts something.</param>
public sealed record SaidPhrase(string English, string? One, string File);

/// <summary>Every phrase that the source of the web app says: the literals in T, Say, Count, N and Whole, and the names in bodymap.json.</summary>
public static partial class PhraseList
{
    static readonly string Web = Path.GetFullPath(Path.Combine(KnowledgeFolder.Find(AppContext.BaseDirectory)!, "..", "src", "Web"));

    /// <summary>In the order of the files, each phrase once, where it stands first. A file of the letter gives way to any other.</summary>
    public static IReadOnlyList<SaidPhrase> Read() =>
    [
        .. Files().SelectMany(file => InSource(file, File.ReadAllText(Path.Combine(Web, file)))).Concat(InBodyMap())
            .OrderBy(phrase => IsLetter(phrase.File)).ThenBy(phrase => phrase.File, StringComparer.Ordinal).DistinctBy(phrase => phrase.English),
    ];

    public static bool IsLetter(string file) => file.StartsWith("Letter/", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("Letter", StringComparison.Ordinal);

    static IEnumerable<string> Files() => new[] { "*.razor", "*.cs" }.SelectMany(kind => Directory.EnumerateFiles(Web, kind, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Web, file).Replace('\\', '/')).Where(file => !Built().IsMatch(file)).Order(StringComparer.Ordinal);

    public static IEnumerable<SaidPhrase> InSource(string file, string source)
    {
        foreach (Match call in Calls().Matches(source))
        {
            var name = call.Groups[1].Value;
            var literals = Literals(source, call.Index + call.Length, firstArgument: name is not ("Count" or "Whole"));
            if (name == "Count")
            {
                if (literals.Count >= 2) yield return new(literals[1], literals[0], file);
                continue;
            }
            foreach (var literal in literals) yield return new(literal, null, file);
        }
    }

    /// <summary>The string literals of one argument or of all, but for those that only compare or choose.</summary>
    static List<string> Literals(string source, int at, bool firstArgument)
    {
        var (found, depth) = (new List<string>(), 0);
        for (; at < source.Length; at++)
        {
            if (source[at] is '(' or '[' or '{') depth++;
            else if (source[at] is ')' or ']' or '}' && depth-- == 0) break;
            else if (source[at] == ',' && depth == 0 && firstArgument) break;
            else if (source[at] == '"')
            {
                var (from, text) = (at, new StringBuilder());
                for (at++; source[at] != '"'; at++) text.Append(source[at] == '\\' ? source[++at] : source[at]);
                if (text.Length == 0 || (!firstArgument && depth > 0)) continue;
                if (!Compares().IsMatch(source[..from]) && !Chooses().IsMatch(source[(at + 1)..Math.Min(source.Length, at + 8)])) found.Add(text.ToString());
            }
        }
        return found;
    }

    static IEnumerable<SaidPhrase> InBodyMap()
    {
        const string file = "Parts/bodymap.json";
        foreach (var section in JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, file))).RootElement.GetProperty("sections").EnumerateArray())
        {
            yield return new(section.GetProperty("heading").GetString()!, null, file);
            foreach (var row in section.GetProperty("rows").EnumerateArray()) yield return new(row.GetProperty("name").GetString()!, null, file);
        }
    }

    [GeneratedRegex(@"(?<![\w""])(?:\w+\.)*(T|Say|N|Count|Whole)\(")]
    private static partial Regex Calls();

    [GeneratedRegex(@"(==|!=|\bis|\bor|\band|\bnot|\bcase)\s*$", RegexOptions.RightToLeft)]
    private static partial Regex Compares();

    [GeneratedRegex(@"^\s*=>|^\s+or\b")]
    private static partial Regex Chooses();

    [GeneratedRegex("(^|/)(bin|obj|client)/")]
    private static partial Regex Built();
}
