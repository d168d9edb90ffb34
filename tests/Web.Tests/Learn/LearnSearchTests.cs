using Mainstay.Knowledge;
using Mainstay.Web.Learn;

namespace Mainstay.Web.Tests.Learn;

public sealed class LearnSearchTests : IClassFixture<LearnSearchTests.Shelf>
{
    public sealed class Shelf : IDisposable
    {
        public Library Library { get; } = LibraryLoader.Load(KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!));
        public LearnSearch Search { get; }
        public Shelf() => Search = new(Library);
        public void Dispose() => Search.Dispose();
    }

    readonly Shelf _shelf;

    public LearnSearchTests(Shelf shelf) => _shelf = shelf;

    [Theory]
    [InlineData("sleep", "/learn/lessons/sleep-and-pain")]
    [InlineData("sleeping", "/learn/lessons/sleep-and-pain")]
    [InlineData("acupuncture", "/learn/treatments/acupuncture")]
    [InlineData("scan", "/learn/lessons/scans-and-words")]
    public void A_plain_word_finds_what_is_about_it_among_the_first(string asked, string path) =>
        Assert.Contains(path, _shelf.Search.Find(asked).Hits.Take(10).Select(hit => hit.Leaf.Path));

    [Theory]
    [InlineData("acupunctur", "acupuncture")]
    [InlineData("accupuncture", "acupuncture")]
    [InlineData("hamstirng", "hamstring")]
    [InlineData("massgae", "massage")]
    public void A_typing_error_is_forgiven(string typed, string meant)
    {
        var first = _shelf.Search.Find(meant).Hits[0].Leaf;
        var found = _shelf.Search.Find(typed);
        Assert.Contains(first, found.Hits.Select(hit => hit.Leaf));
    }

    [Fact]
    public void It_says_which_words_it_looked_for_instead() => Assert.Equal("massage", _shelf.Search.Find("massgae").Wanted.Corrected);

    [Fact]
    public void A_known_word_is_never_changed() => Assert.Null(_shelf.Search.Find("sleep and heat").Wanted.Corrected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"'*()-^:")]
    public void Signs_alone_find_nothing_and_break_nothing(string asked) => Assert.Empty(_shelf.Search.Find(asked).Hits);

    [Theory]
    [InlineData("sleep\" OR 1=1 --")]
    [InlineData("NEAR(sleep heat)")]
    [InlineData("title:sleep AND NOT")]
    public void What_looks_like_a_query_is_read_as_words(string asked) => Assert.NotNull(_shelf.Search.Find(asked).Hits);

    [Fact]
    public void What_is_found_says_where_the_words_stand()
    {
        var hit = _shelf.Search.Find("sleep").Hits.First(hit => hit.Excerpt.Any(piece => piece.Marked));
        Assert.Contains("sleep", hit.Excerpt.First(piece => piece.Marked).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_lesson_myth_and_claim_is_found_by_its_own_title()
    {
        foreach (var leaf in Leaves.Of(_shelf.Library).Where(leaf => leaf.Kind is "Lesson" or "Treatment" or "Word"))
            Assert.True(_shelf.Search.Find(leaf.Title).Hits.Any(hit => hit.Leaf == leaf), $"{leaf.Title} does not find itself.");
    }
}
