using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <param name="Path">Where the form goes.</param>
/// <param name="Signature">Goes back with the form.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Step">From 1; null when one answer is corrected outside the order.</param>
/// <param name="Previous">Where "Previous" leads.</param>
/// <param name="Errors">Input id (or "" for the page) → what is wrong.</param>
/// <param name="Sent">Input id → what was sent and could not be taken.</param>
/// <param name="Ticked">Lines of a gate, with "none" and "unsure".</param>
/// <param name="First">The very first screen, which also asks the country.</param>
public sealed record CheckModel(ScreenToAsk Screen, string Path, string Signature, Answers Answers, double Progress, int? Step, string Previous,
    IReadOnlyDictionary<string, string> Errors, IReadOnlyDictionary<string, IReadOnlyCollection<string>> Sent, IReadOnlySet<string> Ticked, bool First)
{
    public IReadOnlyCollection<string> ValuesOf(Input input) => Sent.TryGetValue(input.Id, out var sent) ? sent : AnswerForm.Values(input, Answers);
}
