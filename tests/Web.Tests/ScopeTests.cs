using Mainstay.Web.Tests.Scope;

namespace Mainstay.Web.Tests;

/// <summary>docs/scope.md says where each row of the start is. Here every place it names is opened, and the row's content looked for.</summary>
public sealed class ScopeTests(ScopeApp app) : IClassFixture<ScopeApp>
{
    /// <summary>Rows of each of the three articles; they are numbered from 1.</summary>
    static readonly (string Article, int Rows)[] Start = [("S0", 112), ("S1", 110), ("S2", 66)];

    public static TheoryData<string> Rows => [.. ScopeTable.Rows.Select(row => row.Id)];

    [Fact]
    public void Every_row_of_the_start_is_there_once_and_in_order() =>
        Assert.Equal(Start.SelectMany(one => Enumerable.Range(1, one.Rows).Select(number => $"{one.Article}-{number}")), ScopeTable.Rows.Select(row => row.Id));

    [Fact]
    public void A_row_works_somewhere_or_says_what_is_to_come() => Assert.All(ScopeTable.Rows, row =>
    {
        Assert.NotEmpty(row.About);
        Assert.Equal(row.Works, row.Missing.Length == 0);
        Assert.True(!row.Works || row.Places.Length > 0, $"{row.Id} works nowhere");
    });

    /// <summary>A record carries the row by its number; where a phrase is given, that phrase stands for it.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_content_of_a_row_stands_at_its_places(string id)
    {
        var row = ScopeTable.Rows.Single(row => row.Id == id);
        foreach (var place in row.Places)
        {
            Assert.True(await app.Status(place) == 200, $"{id}: {place.Path} answers {await app.Status(place)}");
            var carrier = Carrier.At(place.Address, TestApp.Library);
            Assert.True(place.Phrase is not null || carrier?.Rows.Contains(id) == true, $"{id}: {place.Address} shows no record that carries the row");
            var text = await app.Text(place);
            Assert.True(text is not null, $"{id}: {place.Path} has no part {place.Part}");
            foreach (var words in (carrier?.Words ?? []).Append(place.Phrase ?? ""))
                Assert.True(text.Contains(ScopeApp.Line(words), StringComparison.Ordinal), $"{id}: {place.Address} does not hold “{words}”");
        }
    }
}
