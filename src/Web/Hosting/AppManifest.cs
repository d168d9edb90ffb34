using System.Text.Encodings.Web;
using System.Text.Json;
using Mainstay.Web.Flow;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Hosting;

/// <summary>What a browser needs to install the app: names in the person's language, icons, colours, shortcuts. The colours are the paper of tokens.css.</summary>
public static class AppManifest
{
    public const string Path = "/app.webmanifest", LightPaper = "#f7f2e7", DarkPaper = "#0e1726";

    static readonly int[] Sizes = [16, 32, 48, 192, 256, 384, 512], Maskable = [192, 512];

    static readonly string[] Categories = ["health"];

    static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapManifest(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, Assets assets) => Results.Text(Of(http.Phrases(), assets), "application/manifest+json"));
        app.MapGet("/favicon.ico", (Assets assets) => Results.Redirect(assets.Url("icons/icon-32.png")));
    }

    static string Of(Phrases say, Assets assets)
    {
        object Icon(string name, int size, string purpose) => new { src = assets.Url($"icons/{name}-{size}.png"), sizes = $"{size}x{size}", type = "image/png", purpose };
        object Shortcut(string name, string url) => new { name, url, icons = new[] { Icon("icon", 192, "any") } };
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["id"] = "/",
            ["name"] = say.Say("Mainstay: for a back that is stiff, tight or sore"),
            ["short_name"] = "Mainstay",
            ["description"] = say.Say("Mainstay asks, looks for signs of danger, says what may play a part, and makes a small plan for your day."),
            ["lang"] = say.Language,
            ["dir"] = say.IsRightToLeft ? "rtl" : "ltr",
            ["start_url"] = "/",
            ["scope"] = "/",
            ["display"] = "standalone",
            ["theme_color"] = LightPaper,
            ["background_color"] = LightPaper,
            ["color_scheme_dark"] = new { theme_color = DarkPaper, background_color = DarkPaper },
            ["categories"] = Categories,
            ["icons"] = Sizes.Select(size => Icon("icon", size, "any")).Concat(Maskable.Select(size => Icon("maskable", size, "maskable"))),
            ["shortcuts"] = new[] { Shortcut(say.Say("Spasm now"), "/spasm"), Shortcut(say.Say("Today"), "/") },
        }, Written);
    }
}
