using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

static class Arriving
{
    /// <summary>Waits until a page of this address is there and loaded. It asks the page itself: the event that says so can be over before one listens.</summary>
    public static async Task Arrives(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
