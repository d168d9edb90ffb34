using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mainstay.Knowledge;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Flow;

/// <summary>One text that a person typed into a form which was not taken.</summary>
/// <param name="Question">What it answers, in the person's language; null where the form alone knows.</param>
/// <param name="IsCut">It was longer than is shown.</param>
public sealed partial record TypedWords(string? Question, string Text, bool IsCut)
{
    /// <summary>Letters of one text, and texts of one form: a page of them is enough for whatever a form of ours takes.</summary>
    public const int Longest = 4000, Most = 12;

    /// <summary>Fields of ours that hold a person's own words: there one short word counts too.</summary>
    static readonly FrozenSet<string> Own = FrozenSet.ToFrozenSet<string>(["text", "own", "questions", "told", "by", "what", "when", "outcome", "idea", "step", "name", "find"]);

    /// <summary>Of a plain form from one of our own pages; empty for any other request, and for a form that cannot be read.</summary>
    public static async Task<ImmutableArray<TypedWords>> Of(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return [];
        try
        {
            var library = http.RequestServices.GetRequiredService<Spoken>().Library;
            return [.. (await request.ReadFormAsync()).SelectMany(field => field.Value.OfType<string>().Select(text => (field.Key, Text: OwnWords.Clean(text))))
                .Select(sent => (sent.Key, sent.Text, Input: sent.Key.StartsWith("q.", StringComparison.Ordinal) ? library.Inputs.FirstOrDefault(input => input.Id == sent.Key[2..]) : null))
                .Where(sent => sent.Text.Length > 0 && IsTyped(sent.Key, sent.Text, sent.Input)).Take(Most)
                .Select(sent => new TypedWords(sent.Input?.Label, sent.Text[..Cut(sent.Text)], sent.Text.Length > Longest))];
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException or IOException)
        {
            return [];
        }
    }

    /// <summary>Tokens, ids, dates, options and addresses of ours are nobody's words.</summary>
    static bool IsTyped(string name, string text, Input? input) => !name.StartsWith("__", StringComparison.Ordinal) && name is not ("screen" or "back" or "of")
        && (input is { Kind: InputKind.Text or InputKind.Number } || Own.Contains(name) || !Code().IsMatch(text));

    /// <summary>Never between the two halves of one sign.</summary>
    static int Cut(string text) => text.Length <= Longest ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;

    [GeneratedRegex(@"^[A-Za-z0-9_.,:/?&=+~-]*$")]
    private static partial Regex Code();
}
