using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mainstay.Web.Parts;

namespace Mainstay.Web.Tests;

/// <summary>Left and right are the person's own: on the back they are as one sees them, on the front the other way round, as the words beside
/// the picture say.</summary>
public sealed partial class BodyMapSideTests
{
    const double Middle = 120;

    [Fact]
    public void A_left_place_lies_at_the_left_on_the_back_and_at_the_right_on_the_front()
    {
        foreach (var row in BodyShapes.All.Sections.SelectMany(section => section.Rows).Where(row => row.Places.Length == 2))
        {
            Assert.EndsWith("_left", row.Places[0].Id, StringComparison.Ordinal);
            Assert.EndsWith("_right", row.Places[1].Id, StringComparison.Ordinal);
            Assert.True(Across(row.Places[0].D) < Middle == (row.View == "back"), row.Places[0].Id);
            Assert.True(Across(row.Places[1].D) > Middle == (row.View == "back"), row.Places[1].Id);
        }
    }

    [Fact]
    public void The_small_picture_has_the_same_shape_for_a_place()
    {
        using var stream = typeof(BodyShapes).Assembly.GetManifestResourceStream("wwwroot/body.svg")!;
        var sheet = new StreamReader(stream).ReadToEnd();
        foreach (var (id, place) in BodyShapes.All.Places)
            Assert.Contains(place.D, Regex.Match(sheet, $"<symbol id=\"{id}\".*?</symbol>", RegexOptions.Singleline).Value, StringComparison.Ordinal);
    }

    /// <summary>Who speaks to the computer says what is written there.</summary>
    [Fact]
    public async Task The_words_on_a_place_are_part_of_its_name()
    {
        await using var app = new TestApp();
        var page = new HtmlParser().ParseDocument((await app.Open("/check/change/body_map")).Html);
        var labels = page.QuerySelectorAll<IHtmlLabelElement>("label.name");
        Assert.True(labels.Count() > 60);
        Assert.Contains(labels, label => label.TextContent == "Here");
        Assert.All(labels, label => Assert.Contains(label.TextContent.Trim(), page.GetElementById(label.HtmlFor!)!.GetAttribute("aria-label"), StringComparison.OrdinalIgnoreCase));
    }

    static double Across(string path) => Numbers().Matches(path).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).Where((_, at) => at % 2 == 0).Average();

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}
