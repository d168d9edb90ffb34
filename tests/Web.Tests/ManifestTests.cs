using System.Buffers.Binary;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Tests.Texts;

namespace Mainstay.Web.Tests;

public sealed class ManifestTests
{
    static async Task<JsonElement> Manifest(TestApp app)
    {
        var page = await app.Open("/app.webmanifest");
        Assert.Equal(200, page.Status);
        Assert.StartsWith("application/manifest+json", page.Headers.ContentType.ToString(), StringComparison.Ordinal);
        return JsonDocument.Parse(page.Html).RootElement;
    }

    /// <summary>From the header of a PNG: the signature, then the chunk IHDR with width and height.</summary>
    static async Task<(int Width, int Height)> SizeOf(TestApp app, string path)
    {
        var bytes = await app.Bytes(path);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }

    [Fact]
    public async Task Every_icon_is_there_and_as_large_as_it_says()
    {
        await using var app = new TestApp();
        var icons = (await Manifest(app)).GetProperty("icons").EnumerateArray().ToArray();
        foreach (var icon in icons)
        {
            var (width, height) = await SizeOf(app, icon.GetProperty("src").GetString()!);
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{width}x{height}");
        }
        var sizes = icons.Where(icon => icon.GetProperty("purpose").GetString() == "any").Select(icon => icon.GetProperty("sizes").GetString());
        Assert.Equal(["16x16", "32x32", "48x48", "192x192", "256x256", "384x384", "512x512"], sizes);
        Assert.Contains(icons, icon => icon.GetProperty("purpose").GetString() == "maskable" && icon.GetProperty("sizes").GetString() == "512x512");
    }

    [Fact]
    public async Task It_installs_with_names_colours_of_both_themes_and_shortcuts_that_open()
    {
        await using var app = new TestApp();
        var manifest = await Manifest(app);
        foreach (var name in new[] { "id", "name", "short_name", "description", "start_url", "scope", "theme_color", "background_color" })
            Assert.NotEqual("", manifest.GetProperty(name).GetString());
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        Assert.NotEqual(manifest.GetProperty("theme_color").GetString(), manifest.GetProperty("color_scheme_dark").GetProperty("theme_color").GetString());
        var shortcuts = manifest.GetProperty("shortcuts").EnumerateArray().Select(one => one.GetProperty("url").GetString()!).ToArray();
        Assert.Equal(["/spasm", "/"], shortcuts);
        foreach (var url in shortcuts) Assert.Equal(200, (await app.Open(url)).Status);
        var tokens = await app.Bytes(Regex.Match((await app.Open("/")).Html, "href=\"(/a/[^\"]*tokens.css)\"").Groups[1].Value);
        Assert.Contains($"--paper:   light-dark({manifest.GetProperty("theme_color").GetString()}, {manifest.GetProperty("color_scheme_dark").GetProperty("theme_color").GetString()})",
            System.Text.Encoding.UTF8.GetString(tokens), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("dark", 1)]
    public async Task Every_page_names_the_manifest_the_icons_and_the_colour_of_its_theme(string? theme, int colours)
    {
        await using var app = new TestApp();
        app.Get<PersonFile>().Write(new SettingChanged("theme", theme));
        var html = (await app.Open("/about")).Html;
        Assert.Contains("<link rel=\"manifest\" href=\"/app.webmanifest\"", html, StringComparison.Ordinal);
        Assert.Equal(colours, Regex.Count(html, "<meta name=\"theme-color\""));
        foreach (Match icon in Regex.Matches(html, "<link rel=\"(?:icon|apple-touch-icon)\" href=\"([^\"]+\\.png)\""))
            Assert.Equal(icon.Value.Contains("apple", StringComparison.Ordinal) ? (180, 180) : (32, 32), await SizeOf(app, icon.Groups[1].Value));
    }

    [Fact]
    public async Task Its_words_follow_the_language()
    {
        await using var app = new TestApp(languages: Pseudo.Languages);
        app.Get<PersonFile>().Write(new SettingChanged("language", "ar"));
        var manifest = await Manifest(app);
        Assert.Equal(("ar", "rtl"), (manifest.GetProperty("lang").GetString(), manifest.GetProperty("dir").GetString()));
        Assert.StartsWith("[", manifest.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("[", manifest.GetProperty("shortcuts")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
    }
}
