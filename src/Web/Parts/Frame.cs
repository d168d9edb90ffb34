using Mainstay.Knowledge;
using Mainstay.Web.Hosting;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Parts;

/// <summary>What any page needs of its request.</summary>
/// <param name="Theme">light or dark; null follows the system.</param>
/// <param name="Country">Whose numbers are shown; null says "your emergency number".</param>
/// <param name="Token">Goes into every form.</param>
/// <param name="TokenField">The name of its field.</param>
/// <param name="HasResult">A check was finished, so Result and Plan exist.</param>
/// <param name="Today">In the person's time zone.</param>
/// <param name="Said">A short message from the request before ("Saved.").</param>
public sealed record Frame(Phrases Phrases, Assets Assets, Library Library, string Path, string? Theme, Country? Country, string Token, string TokenField,
    bool HasResult, DateOnly Today, Visitor Visitor, string? Said = null)
{
    /// <summary>Takes back what the request before wrote; null: nothing to take back.</summary>
    public Flow.UndoToken? Undo { get; init; }

    /// <summary>The address of this page, without what it says.</summary>
    public string Here { get; init; } = "/";

    /// <summary>The person said that something is new, and nothing was asked about it since.</summary>
    public DateTimeOffset? NewSince { get; init; }

    /// <summary>How moves are shown to this person; null where nothing moves.</summary>
    public Figures.MoveFigures? Figures { get; init; }

    /// <summary>Claims are referred to by id or by ref.</summary>
    public Claim? ClaimOf(string reference) => Library.Claims.FirstOrDefault(claim => claim.Id == reference || claim.Ref == reference);

    /// <summary>"999 or 112", or words where no country is set.</summary>
    public string EmergencyNumber => Country is null ? Phrases.Say("your emergency number") : string.Join(Phrases.Say(" or "), Numbers(Country.Emergency));

    /// <summary>Some countries have two.</summary>
    public static string[] Numbers(string written) => written.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
