using System.Globalization;
using System.Text.RegularExpressions;
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

    static double Across(string path) => Numbers().Matches(path).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).Where((_, at) => at % 2 == 0).Average();

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}
