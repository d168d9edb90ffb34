using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

static class Arriving
{
    /// <summary>Waits until a page of this address is there and loaded. It asks the page itself: the events that say so can be over before one listens.</summary>
    /// <param name="address">** stands for anything, * for anything but a slash.</param>
    public static Task Arrives(this IPage page, string address) => page.WaitForFunctionAsync("address => new RegExp(address).test(location.href) && document.readyState === 'complete'",
        $"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$");

    /// <summary>Waits until the player of a session listens: before that, its buttons send the form as they do without scripts.</summary>
    public static Task Listens(this IPage page) => page.WaitForFunctionAsync("() => customElements.get('mainstay-session') !== undefined");
}
