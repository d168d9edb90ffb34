using Mainstay.Knowledge;
using Mainstay.Web.Find;

namespace Mainstay.Web.Tests.Find;

public class UnderstandingTests
{
    static readonly SearchWords Words = new()
    {
        Small = ["my", "the", "at", "out"],
        Everyday = [new() { Id = "heat", Said = ["heat pad", "wheat bag"], Means = ["warm pack"] }, new() { Id = "out", Said = ["threw my back out"], Means = ["spasm"] }],
    };

    static Understanding Of(string texts) => new(Words, [texts]);

    static string Things(Wanted wanted) =>
        string.Join(" + ", wanted.Things.Select(thing => string.Join(" | ", thing.Ways.Select(way => string.Join(' ', way.Select(one => one.Word + (one.Begins ? "*" : "")))))));

    [Theory]
    [InlineData("hip tip tip", "hip", "hip")]                     // known: never changed
    [InlineData("hip hip", "hp", "hp*")]                         // two letters are too few
    [InlineData("hip hip", "tip", "tip*")]                       // of three the first is right, or swapped
    [InlineData("hip hip", "ihp", "hip")]
    [InlineData("hip hip", "hop", "hip")]
    [InlineData("neck new new", "nek", "neck")]                  // a letter left out is likelier than another letter
    [InlineData("pain pain pain pain pain pain pain pain pain pain piano", "pian", "pain")]
    [InlineData("pain piano piano", "pian", "pian*")]            // may be unfinished
    [InlineData("stress strength", "stres", "stres*")]
    [InlineData("heat heat pad pad warm pack", "heatpad", "heat pad | warm pack")]
    [InlineData("workplace work place", "work place", "work place | workplace")]
    [InlineData("acupuncture", "accupunture", "acupuncture")]
    [InlineData("massage", "zzz", "zzz*")]
    public void A_word_is_read_as_what_it_is_nearest_to(string texts, string typed, string read) =>
        Assert.Equal(read, Things(Of(texts).Read(typed)));

    [Fact]
    public void Small_words_are_left_out_unless_nothing_else_is_there()
    {
        var one = Of("back pain");
        Assert.Equal("back + pain", Things(one.Read("my back, the pain")));
        Assert.Equal("the*", Things(one.Read("the")));
    }

    [Fact]
    public void Everyday_words_are_looked_for_in_our_words_too_and_that_is_said()
    {
        var wanted = Of("warm pack back spasm").Read("Threw my back out, need wheat bags");
        Assert.Contains("threw back | spasm", Things(wanted), StringComparison.Ordinal);
        Assert.Contains("wheat bags | warm pack", Things(wanted), StringComparison.Ordinal);
        Assert.Equal("spasm, warm pack", wanted.Also);
    }

    [Fact]
    public void As_typed_every_word_stands_as_it_is()
    {
        var wanted = Of("my massage warm pack").Read("my massgae heat pad", asTyped: true);
        Assert.Equal("my + massgae* + heat + pad", Things(wanted));
        Assert.Equal((null, null), (wanted.Corrected, wanted.Also));
    }

    [Fact]
    public void What_was_corrected_is_told_in_full_and_with_its_accents() =>
        Assert.Equal("my rücken", Of("my Rücken Rücken").Read("my rukcen").Corrected);
}
