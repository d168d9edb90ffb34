using Mainstay.Journal;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>axe-core finds nothing on what a page becomes when something in it is wrong, and on pages that only a form leads to.</summary>
[Collection(Browsing.Name)]
public sealed class AccessStatesTests(Chromium chromium)
{
    readonly List<string> _found = [];

    async Task Look(Visit visit, string what, string says)
    {
        Assert.Contains(says, await visit.Page.TextContentAsync("body"), StringComparison.Ordinal);
        _found.AddRange((await Views.Look(visit)).Select(one => $"{what}: {one}"));
    }

    /// <summary>Sends a form as it stands, without the browser's own check of it.</summary>
    static async Task Send(Visit visit, string form)
    {
        await visit.Page.EvaluateAsync("form => { window.sent = true; document.querySelector(form).submit(); }", form);
        await visit.Page.WaitForFunctionAsync("() => !window.sent && document.readyState === 'complete'");
    }

    [Fact]
    public async Task Axe_finds_nothing_on_signs_and_places_with_and_without_an_error()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        foreach (var path in new[] { "/spasm", "/new" })
        {
            await visit.Page.GotoAsync($"{path}?nothing=true");
            await Look(visit, $"{path} sent empty", "Nothing was ticked");
            var signs = await visit.Page.Locator("[name=sign]").CountAsync();
            for (var at = 0; at < signs && !visit.Page.Url.Contains("/more", StringComparison.Ordinal); at++)
            {
                await visit.Page.GotoAsync(path);
                await visit.Page.Locator("[name=sign]").Nth(at).CheckAsync();
                await Send(visit, "main form:has([name=sign])");
            }
            Assert.Contains($"{path}/more", visit.Page.Url, StringComparison.Ordinal);
            await Look(visit, $"{path}/more", "Continue");
            await visit.Page.EvaluateAsync("() => { const one = document.querySelector('input[type=radio][name^=\"q.\"]'); one.value = 'maybe'; one.checked = true; }");
            await Send(visit, "main form:has([name^='q.'])");
            Assert.True(await visit.Page.Locator(".error").CountAsync() > 0, $"{path}/more takes anything");
            await Look(visit, $"{path}/more with an error", "Continue");
        }
        foreach (var path in new[] { "/check/places", "/check/places?change=true" })
        {
            await visit.Page.GotoAsync(path);
            await Look(visit, path, "How strong is it in each place?");
        }
        Tour.FoundNothing(_found);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_forms_that_were_refused()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;

        await page.GotoAsync("/me/import");
        await Send(visit, "main form[enctype]");
        await Look(visit, "an import without a file", "Please choose a file first");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "a.jsonl", MimeType = "text/plain", Buffer = "{broken"u8.ToArray() });
        await Send(visit, "main form[enctype]");
        await Look(visit, "a refused import", "Nothing was changed.");

        await page.GotoAsync("/me/delete");
        await Send(visit, "main form[action='/me/delete']");
        await Look(visit, "a delete without the tick", "Nothing was deleted.");

        await page.GotoAsync("/me");
        await page.FillAsync("[name='q.age']", "old");
        await Send(visit, "main form[action='/me/profile']");
        await Look(visit, "a wrong age in Me", "in digits");

        await page.GotoAsync("/me/health");
        await page.EvaluateAsync("() => { const one = document.querySelector('main input[type=radio][name^=\"q.\"]'); one.value = 'maybe'; one.checked = true; }");
        await Send(visit, "main form[action='/me/health']");
        await Look(visit, "a wrong condition", "Please look at what is marked below");
        Assert.True(await page.Locator(".error").CountAsync() > 0, "nothing is marked");

        await page.GotoAsync("/plan");
        await page.FillAsync("[name='q.minutes_per_day']", "lots");
        await Send(visit, "#frame form");
        await Look(visit, "a wrong frame", "in digits");

        await page.GotoAsync("/result/letter");
        await page.EvaluateAsync("() => { document.querySelector('#questions').value = 'q'.repeat(700); }");
        await Send(visit, "form[action*=questions]");
        await Look(visit, "questions that are too long", "Please use at most");

        await page.EvaluateAsync("() => { document.querySelector('#questions').value = 'q'.repeat(300000); }");
        await Send(visit, "form[action*=questions]");
        await Look(visit, "413", "That was too much text");
        Tour.FoundNothing(_found);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_a_record_of_a_professional_that_was_refused()
    {
        await using var app = await RunningApp.Start(Persona.Emergency);
        await using var visit = await chromium.Open(app);
        await visit.Page.GotoAsync("/result");
        await Send(visit, "form[action='/result/seen']");
        await Look(visit, "no name", "Please write who saw you.");
        Tour.FoundNothing(_found);
    }

    [Theory]
    [InlineData(JournalFault.Full, "The disk is full")]
    [InlineData(JournalFault.Newer, "Your data file is newer than this app")]
    [InlineData(JournalFault.Broken, "Your data file cannot be read")]
    public async Task Axe_finds_nothing_on_what_is_said_of_a_data_file(JournalFault fault, string says)
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app);
        await visit.Page.GotoAsync($"{RunningApp.Faults}/{fault}");
        await Look(visit, says, says);
        Tour.FoundNothing(_found);
    }
}
