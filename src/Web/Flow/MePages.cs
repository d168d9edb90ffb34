using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Hosting;
using Mainstay.Web.Pages;
using Mainstay.Web.Texts;
using QRCoder;

namespace Mainstay.Web.Flow;

/// <param name="Code">A fresh code, only on the page that made it.</param>
/// <param name="Profile">Age, sex, height and weight as they stand, or as they were sent.</param>
/// <param name="Sent">The profile as it stands, or what was sent and could not be saved.</param>
/// <param name="Conditions">Labels of the health conditions that were noted.</param>
/// <param name="Links">Where the phone finds this computer, with the code in it.</param>
public sealed record MeModel(IReadOnlyList<Device> Devices, bool Phone, bool AtThisComputer, string? Code, IReadOnlyList<string> Links, bool IsPlainHttp,
    IReadOnlyList<Input> Profile, AnswerForm Sent, IReadOnlyList<string> Conditions, IReadOnlyList<Language> Languages);

/// <summary>The person's own settings, and their devices.</summary>
public static class MePages
{
    public static void MapMe(this IEndpointRouteBuilder app)
    {
        app.MapGet("/me", (HttpContext http) => Show(http, null));
        app.MapPost("/me", Save);
        app.MapPost("/me/devices/code", NewCode);
        app.MapPost("/me/devices/{id}/out", (string id, DeviceList devices) =>
        {
            // Putting out twice is putting out.
            var undo = devices.PutOut(id);
            return SeeOther.To("/me#devices", "out", undo);
        });
    }

    static async Task<IResult> Save(HttpContext http, PersonFile file, Library library, Languages languages)
    {
        var form = await http.Request.ReadFormAsync();
        var (country, theme) = (form["country"].ToString(), form["theme"].ToString());
        var entries = new List<SettingChanged>
        {
            new("country", library.Countries.Any(one => one.Id == country) ? country : null), new("theme", theme is "light" or "dark" ? theme : null),
        };
        // Where there is one language only, the form does not ask.
        if (form.ContainsKey("language")) entries.Add(new("language", languages.Has(form["language"]) ? form["language"].ToString() : null));
        return SeeOther.To("/me", "saved", file.Write(entries));
    }

    static IResult NewCode(HttpContext http, DeviceList devices) =>
        http.Features.Get<Visitor>()!.Kind == VisitorKind.AtThisComputer
            ? Show(http, devices.NewCode()) : Results.StatusCode(StatusCodes.Status403Forbidden);

    /// <param name="sent">A profile that could not be saved.</param>
    public static IResult Show(HttpContext http, string? code, AnswerForm? sent = null)
    {
        var services = http.RequestServices;
        var (options, care, answers) = (services.GetRequiredService<WebOptions>(), services.GetRequiredService<CareModels>(), http.Person().Answers);
        var names = services.GetRequiredService<HostNames>();
        var homes = options.PublicUrl is { } url ? [url.GetLeftPart(UriPartial.Authority)]
            : names.Lan.Select(address => $"http://{HostNames.Written(address)}:{http.Request.Host.Port ?? 80}").ToArray();
        return http.Show<MePage, MeModel>(new MeModel(
            services.GetRequiredService<DeviceList>().All,
            Phone: options.Phone || options.PublicUrl is not null,
            AtThisComputer: http.Features.Get<Visitor>()!.Kind == VisitorKind.AtThisComputer,
            code,
            code is null ? [] : [.. homes.Select(home => $"{home}/pair?code={code}")],
            IsPlainHttp: options.PublicUrl is null,
            [.. HealthPages.Profile.Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)])], sent ?? AnswerForm.Of(answers),
            [.. services.GetRequiredService<HealthList>().Of(answers, "").SelectMany(group => group.Questions).Where(question => question.There).Select(question => question.Input.Label)],
            services.GetRequiredService<Languages>().All), sent is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The QR code of a text as the path of an SVG, and the width of its square with the quiet border.</summary>
    public static (string Path, int Side) Qr(string text)
    {
        using var generator = new QRCodeGenerator();
        using var qr = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = qr.ModuleMatrix;
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Length; x++)
                if (rows[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (path.ToString(), rows.Count);
    }
}
