using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Journal;
using Mainstay.Web.Tests;

namespace Mainstay.Browser.Tests;

/// <summary>The letter on A4, as a browser prints it.</summary>
[Collection(Browsing.Name)]
public sealed partial class LetterPaperTests(Chromium chromium)
{
    [Theory]
    [InlineData("visit", 0, 1)]
    [InlineData("referral", 0, 1)]
    [InlineData("report", 0, 1)]
    [InlineData("visit", 60, 2)]
    public async Task The_letter_of_a_usual_person_with_questions_takes_one_page_and_a_long_one_goes_on_over_the_leaf(string occasion, int more, int pages)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        app.Write(new QuestionsWritten("May I run again?\nWhich of my tablets go with this?\nHow long until I can lift my child?"));
        await using var visit = await chromium.Open(app, 1280);
        await visit.Page.GotoAsync($"/result/letter?for={occasion}");
        await visit.Page.EvaluateAsync("async more => { for (let at = 0; at < more; at++) document.querySelector('.letter .flow').insertAdjacentHTML('beforeend', `<section><h2>More</h2><p>Line ${at} of many.</p></section>`); await document.fonts.ready; }", more);
        var pdf = System.Text.Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(pages, int.Parse(Count().Match(pdf).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("/Type /Pages\\s+/Count (\\d+)")]
    private static partial Regex Count();
}
