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
    [InlineData("/figure/man/cat-cow.no-such-pose.svg")]
    [InlineData("/figure/man/no-such-move.start.svg")]
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
    public void A_motion_has_two_to_four_key_positions_with_its_first_and_its_held_one_or_is_one_position_only()
    {
        foreach (var motion in TestApp.Library.Motions)
            foreach (var variant in motion.Variants.Prepend(null))
            {
                var (steps, keys) = (variant?.Steps ?? motion.Steps, KeyPositions.Of(motion, variant));
                if (steps.DistinctBy(step => step.To).Count() < 2)
                {
                    Assert.Empty(keys);
                    continue;
                }
                Assert.InRange(keys.Length, 2, KeyPositions.Most);
                Assert.Equal(steps[0].To, keys[0].Pose);
                Assert.Equal(keys.Length, keys.Select(key => key.Pose).Distinct().Count());
                if (steps.FirstOrDefault(step => step.Phase == Mainstay.Body.Motions.Phase.Hold) is { } hold) Assert.Contains(keys, key => key.Pose == hold.To);
                Assert.Equal(keys.Select(key => steps.ToList().FindIndex(step => step.To == key.Pose)).Order(), keys.Select(key => steps.ToList().FindIndex(step => step.To == key.Pose)));
            }
    }

    [Theory]
    [InlineData("/moves/cat-cow")]
    [InlineData("/plan/handout")]
    [InlineData("/session?move=cat-cow")]
    [InlineData("/tests/fingertip-to-floor")]
    public async Task Without_a_script_and_on_paper_a_move_is_a_row_of_positions_in_one_frame_with_words(string path)
    {
        await using var app = TestApp.After();
        var page = await app.Open(path);
        if (path.StartsWith("/session", StringComparison.Ordinal)) page = await Guide(app, page, path);
        var rows = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.Html).QuerySelectorAll("ol.positions");
        Assert.NotEmpty(rows);
        var pictures = rows[0].QuerySelectorAll("img");
        Assert.InRange(pictures.Length, 2, KeyPositions.Most);
        Assert.Equal(pictures.Length, pictures.Select(picture => picture.GetAttribute("alt")).Distinct().Count());
        Assert.All(pictures, picture => Assert.StartsWith("Position ", picture.GetAttribute("alt"), StringComparison.Ordinal));
        var drawn = new List<string>();
        foreach (var address in rows[0].QuerySelectorAll("img").Select(picture => picture.GetAttribute("src")!).Concat(rows[0].QuerySelectorAll("source").Select(source => source.GetAttribute("srcset")!)))
        {
            var picture = await app.Open(address);
            Assert.Equal((200, "image/svg+xml", "public, max-age=31536000, immutable"), (picture.Status, picture.Headers.ContentType.ToString(), picture.Headers.CacheControl.ToString()));
            drawn.Add(picture.Html);
        }
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        Assert.Single(drawn.Select(svg => ViewBox().Match(svg).Value).Distinct());
        if (path.StartsWith("/moves", StringComparison.Ordinal)) Assert.Contains("Round your back as you breathe out.", pictures.Select(picture => picture.GetAttribute("alt")!.Split(": ")[1]));
    }

    /// <summary>Begins the session, and opens the page of its first move.</summary>
    static async Task<Page> Guide(TestApp app, Page start, string path)
    {
        string Field(string name) => Regex.Match(start.Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;
        var begun = await app.Submit(path, "/session/start", [("session", Field("session")), ("entry", Field("entry")), ("pain", "4"), ("new", "no"), ("move", "cat-cow")]);
        return await app.Open(begun.Location!);
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

    [GeneratedRegex("viewBox=\"[^\"]+\"")]
    private static partial Regex ViewBox();

    [GeneratedRegex("<img src=\"([^\"]+)\"")]
    private static partial Regex Drawing();
}
