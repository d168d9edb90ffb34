using System.Text.Json;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>The accessibility checker axe-core, run on a page as it stands.</summary>
static class Axe
{
    static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Only the rules whose answer changes with the colours.</summary>
    public static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>Each violation with the places it was found at.</summary>
    /// <param name="rules">Null: all of WCAG 2.2 AA and of best practice.</param>
    public static async Task<IReadOnlyList<string>> Run(IPage page, string[]? rules = null)
    {
        // Evaluated, not added as a script: the page's own policy stays in force.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script.Value);
            await page.EvaluateAsync("() => axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-first-alike]' }] })");
        }
        await page.EvaluateAsync(MarkFirstAlike);
        var result = await page.EvaluateAsync<JsonElement>(
            "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'], iframes: false, preload: false }).then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`))", rules ?? Rules);
        return [.. result.EnumerateArray().Select(one => one.GetString()!)];
    }

    /// <summary>No page has a style of its own, so what is called and held alike all the way up has the same colours: the first in sight stands for all.
    /// Measuring the contrast of every row of a long list takes longer than all other rules together.</summary>
    const string MarkFirstAlike = """
        () => {
          const looks = /^(class|type|open|hidden|disabled|href|role|aria-(current|pressed|expanded|checked|selected|disabled|invalid)|data-(?!first-alike).*)$/, kept = new Map();
          const held = one => [[...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()), one.matches(':disabled, :checked'), one.previousElementSibling?.matches(':checked'), [...one.children].filter(child => child.matches(':checked')).map(child => child.className), !one.previousElementSibling, !one.nextElementSibling,
            ...[...one.attributes].filter(a => looks.test(a.name)).map(a => `${a.name}=${a.name === 'href' ? '' : a.value}`)];
          const chain = one => {
            if (!kept.has(one)) kept.set(one, `${one.parentElement ? chain(one.parentElement) : ''}>${one.localName} ${held(one).join(' ')}`);
            return kept.get(one);
          };
          const seen = new Set();
          for (const one of document.body.querySelectorAll('*')) {
            const first = one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !seen.has(chain(one));
            if (first) seen.add(chain(one));
            one.toggleAttribute('data-first-alike', first);
          }
        }
        """;

    static readonly Lazy<string> Script = new(() =>
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "src", "Web", "client", "node_modules", "axe-core", "axe.min.js") is var path && File.Exists(path)) return File.ReadAllText(path);
        throw new FileNotFoundException("axe-core is not installed: build src/Web first, it runs npm ci.");
    });
}
