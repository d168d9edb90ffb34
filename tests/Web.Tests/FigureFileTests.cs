using System.IO.Compression;
using System.Text.RegularExpressions;
using Mainstay.Web.Figures;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Tests;

public sealed partial class FigureFileTests
{
    const int MostMotion = 20_000, MostTogether = 300_000;

    static FigureFiles Files { get; } = new(KnowledgeFolder(), TestApp.Library);

    [Fact]
    public void Every_motion_is_light_enough_to_send()
    {
        Assert.NotEmpty(TestApp.Library.Motions);
        Assert.All(TestApp.Library.Motions, motion => Assert.InRange(Files.Find($"/motions/{motion.Id}.bin")!.Brotli.Length, 200, MostMotion));
    }

    [Fact]
    public async Task The_first_figure_of_a_page_is_under_300_kB_with_all_its_code()
    {
        await using var app = new TestApp();
        var assets = app.Get<Assets>();
        var code = typeof(Assets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("wwwroot/client/", StringComparison.Ordinal)).ToArray();
        Assert.True(code.Length > 1, "the figure's code is not apart from the code of every page");
        var sum = 0;
        foreach (var name in code) sum += Packed(await app.Bytes(assets.Url(name["wwwroot/".Length..])));
        foreach (var path in new[] { "/figure/woman-27.bin", "/figure/woman-27/muscles.bin" }) sum += Files.Find(path)!.Brotli.Length;
        Assert.InRange(sum + TestApp.Library.Motions.Max(motion => Files.Find($"/motions/{motion.Id}.bin")!.Brotli.Length), 1, MostTogether);
    }

    [Theory]
    [InlineData("/figure/nobody.bin")]
    [InlineData("/figure/man-9.bin")]
    [InlineData("/figure/man-27-3.bin")]
    [InlineData("/figure/dragon-27.bin")]
    [InlineData("/motions/no-such-move.bin")]
    [InlineData("/figure/man/no-such-move.svg")]
    [InlineData("/figure/dragon/cat-cow.svg")]
    [InlineData("/motions/..%2Fwords.bin")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        await using var app = new TestApp();
        Assert.Equal(404, (await app.Open(path)).Status);
    }

    [Fact]
    public async Task A_file_is_kept_for_ever_under_the_address_of_its_content_and_asked_again_under_any_other()
    {
        await using var app = new TestApp();
        var motion = TestApp.Library.Motions[0];
        var url = app.Get<FigureFiles>().MotionUrl(motion);
        var (own, other) = (await app.Open(url), await app.Open(url[..url.IndexOf('?', StringComparison.Ordinal)] + "?v=0123456789abcdef"));
        Assert.Equal((200, "public, max-age=31536000, immutable"), (own.Status, own.Headers.CacheControl.ToString()));
        Assert.Equal((200, "no-cache"), (other.Status, other.Headers.CacheControl.ToString()));
        var again = await app.Send("GET", url, headers: ("If-None-Match", own.Headers.ETag.ToString()));
        Assert.Equal((304, ""), (again.Status, again.Html));
    }

    [Fact]
    public async Task The_page_of_a_move_has_its_figure_and_in_it_the_picture_that_needs_no_script()
    {
        await using var app = new TestApp();
        var motion = TestApp.Library.Motions.First(motion => motion.Exercise is not null);
        var page = await app.Open($"/moves/{motion.Exercise}");
        var figure = Figure().Match(page.Html);
        Assert.Contains($"motion=\"/motions/{motion.Id}.bin?v=", figure.Value, StringComparison.Ordinal);
        var drawing = Drawing().Match(figure.Value).Groups[1].Value;
        var picture = await app.Open(drawing);
        Assert.Equal((200, "image/svg+xml"), (picture.Status, picture.Headers.ContentType.ToString()));
        Assert.Contains("mf-skin", picture.Html, StringComparison.Ordinal);
        Assert.Contains(drawing, (await app.Open("/moves")).Html, StringComparison.Ordinal);
        Assert.Contains("class=\"figure-tools\" hidden", figure.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("mainstay-figure", (await app.Open("/moves")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figure_follows_sex_height_and_mass_and_is_a_womans_where_they_are_not_known()
    {
        Assert.Equal("man-31", FigureFiles.BuildOf("m", 30.6));
        Assert.Equal("woman-45", FigureFiles.BuildOf("f", 61));
        Assert.Equal("woman", FigureFiles.BuildOf(null, null));
        Assert.NotEqual(Files.Find("/figure/man-22.bin")!.Hash, Files.Find("/figure/man-35.bin")!.Hash);
    }

    [Fact]
    public void Without_a_knowledge_folder_there_are_no_figures() => Assert.Null(new FigureFiles(null, TestApp.Library).Find("/figure/man.bin"));

    static string KnowledgeFolder() => Mainstay.Knowledge.KnowledgeFolder.Find(AppContext.BaseDirectory)!;

    static int Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(plain);
        return (int)packed.Length;
    }

    [GeneratedRegex("<mainstay-figure.*?</mainstay-figure>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("<img src=\"([^\"]+)\"")]
    private static partial Regex Drawing();
}
