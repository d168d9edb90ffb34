using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests.Scope;

/// <summary>The record that an address shows: the rows it carries, and its own words, which must stand there.</summary>
public sealed record Carrier(ImmutableArray<string> Rows, ImmutableArray<string> Words)
{
    /// <returns>Null where the address shows no one record.</returns>
    public static Carrier? At(string address, Library library)
    {
        var id = address[(address.LastIndexOfAny(['/', '#', '=']) + 1)..];
        return address[..^id.Length] switch
        {
            "/learn/claims/" => Of(library.Claims, x => x.Id, x => x.Rows, x => [x.Statement, x.Says]),
            "/learn/lessons/" => Of(library.Lessons, x => x.Id, x => x.Rows, x => [x.Title, x.Parts[0].Text[0], x.Takeaway]),
            "/learn/treatments/" => Of(library.Therapies, x => x.Id, x => x.Rows, x => [x.Name, x.Summary, x.Careful]),
            "/learn/questions#" => Of(library.Faq, x => x.Id, x => x.Rows, x => [x.Question, x.Answer[0]]),
            "/learn/myths#" => Of(library.Myths, x => x.Id, x => x.Rows, x => [x.Saying, x.Truth]),
            "/learn/words#" => Of(library.Glossary, x => x.Id, x => x.Rows, x => [x.Word, x.Meaning]),
            "/learn/cards#" => Of(library.Tips, x => x.Id, x => x.Rows, x => [x.Title, x.Text[0]]),
            "/check/change/" => Of(library.Inputs, x => x.Id, x => x.Rows, x => [x.Text, .. x.Options.Take(1).Select(option => option.Text)]),
            "/moves/" => Of(library.Items, x => x.Id, x => x.Rows.AddRange(DoseOf(x, library).Rows), x => [x.Name, x.Summary, x.Steps[0], x.Stop, DoseOf(x, library).Text]),
            "/tests/" => Of(library.Tests, x => x.Id, x => x.Rows, x => [x.Name, x.Summary, x.Steps[0], x.Stop, x.Reading[0]]),
            "/moves?thing=" => Of(library.Equipment, x => x.Id, x => x.Rows, x => [x.Name, library.Items.First(item => item.Equipment.Contains(x.Id)).Name]),
            "/why/" => Of(library.Contributors, x => x.Id, x => x.Rows, x => [x.Name, x.Summary, x.About[0]])
                ?? Of(library.Causes.Concat(library.Roads), x => x.Id, x => x.Rows, x => [x.Name, x.Summary, x.About[0]]),
            _ => null,
        };

        Carrier? Of<T>(IEnumerable<T> records, Func<T, string> idOf, Func<T, ImmutableArray<string>> rows, Func<T, ImmutableArray<string>> words) where T : class =>
            records.FirstOrDefault(record => idOf(record) == id) is { } found ? new(rows(found), words(found)) : null;
    }

    static Dose DoseOf(Item item, Library library) => library.Doses.First(dose => dose.Id == item.Dose);
}
