using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Texts;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Tests.Texts;

/// <summary>A language that nobody speaks: "Today" is "[Ťöďàÿ··]", a third longer than English. Words that are still English on a page did not
/// come from the resources. It borrows the dates and the direction of a real language.</summary>
public static class Pseudo
{
    const string Plain = "ABCDEFGHIJKLMNOPRSTUVWYZabcdefghijklmnoprstuvwyz";
    const string Strange = "ÀƁĆĎÉƑĜĤÍĴĶĹḾŃÖṔŔŠŤÛṼŴÝŽàƀćďéƒĝĥíĵķĺḿńöṕŕšťûṽŵýž";
    const double Longer = 0.35;

    public static Phrases LeftToRight { get; } = Of("fr");

    public static Phrases RightToLeft { get; } = Of("ar");

    public static Languages Languages { get; } = new((IEnumerable<Phrases>)[Phrases.English, LeftToRight, RightToLeft]);

    static Phrases Of(string language)
    {
        var folder = KnowledgeFolder.Find(AppContext.BaseDirectory)!;
        var english = PhrasebookLoader.Load([.. KnowledgeFolder.Read(Path.Combine(folder, "texts")).Select(file => file with { Path = PhrasebookLoader.Folder + file.Path })]).First();
        return new(CultureInfo.GetCultureInfo(language), language, english.Wordings.ToFrozenDictionary(phrase => phrase.Key,
            phrase => new Wording(Said(phrase.Value.Text), phrase.Value.Forms.ToImmutableDictionary(form => form.Key, form => Said(form.Value))), StringComparer.Ordinal));
    }

    /// <summary>Holes stay as they are, and so does what has no letters.</summary>
    public static string Said(string english)
    {
        if (!english.Any(char.IsLetter)) return english;
        var said = new StringBuilder("[");
        var inHole = false;
        foreach (var letter in english)
        {
            inHole = letter == '{' || (inHole && letter != '}');
            said.Append(!inHole && Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Strange[at] : letter);
        }
        return said.Append('·', (int)Math.Ceiling(english.Length * Longer)).Append(']').ToString();
    }
}
