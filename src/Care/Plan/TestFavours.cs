using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>What the last result of each self-test speaks for. It only weighs: what is blocked, closed or beyond the level stays so.</summary>
static class TestFavours
{
    /// <returns>Item id → the reason in words.</returns>
    public static ImmutableDictionary<string, string> Of(History history, Library library, DateTimeOffset now)
    {
        var favoured = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var test in library.Tests.Where(test => !test.Prefers.IsEmpty))
            if (history.Tests.LastOrDefault(taken => taken.What.Test == test.Id && taken.At <= now) is { } last)
                foreach (var prefers in test.Prefers.Where(prefers => Speaks(prefers, last.What)))
                    foreach (var item in prefers.Items) favoured[item] = prefers.For;
        return favoured.ToImmutable();
    }

    static bool Speaks(TestPrefers prefers, TestTaken taken) => new[] { taken.Value, taken.Left, taken.Right }.Any(result => result is not null && (result == prefers.Is || result < prefers.Below));
}
