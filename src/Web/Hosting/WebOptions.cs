using System.Globalization;

namespace Mainstay.Web.Hosting;

/// <summary>How the app is served.</summary>
/// <param name="Data">The data file; null: the place this platform keeps such files.</param>
/// <param name="Port">1 to 65535, or 0 for any free one.</param>
/// <param name="Phone">Also listen on the local network, for devices that were let in.</param>
/// <param name="PublicUrl">The https address of the person's own proxy in front of this app, if there is one.</param>
/// <param name="Knowledge">The knowledge folder; null: the one beside the app or above it.</param>
public sealed record WebOptions(string? Data = null, int Port = 5080, bool Phone = false, Uri? PublicUrl = null, string? Knowledge = null)
{
    public const string Usage = "--data FILE  --port NUMBER  --phone  --public-url https://ADDRESS  --knowledge FOLDER";

    /// <exception cref="OptionException">An option is unknown, or its value is missing or wrong.</exception>
    public static WebOptions Parse(IReadOnlyList<string> args)
    {
        var options = new WebOptions();
        for (var at = 0; at < args.Count; at++)
        {
            var name = args[at];
            string Value() => ++at < args.Count ? args[at] : throw new OptionException($"{name} needs a value. Options: {Usage}");
            options = name switch
            {
                "--data" => options with { Data = Value() },
                "--port" => options with { Port = ParsePort(Value()) },
                "--phone" => options with { Phone = true },
                "--public-url" => options with { PublicUrl = ParseUrl(Value()) },
                "--knowledge" => options with { Knowledge = Value() },
                _ => throw new OptionException($"There is no option {name}. Options: {Usage}"),
            };
        }
        return options;
    }

    static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port : throw new OptionException($"--port {text}: a port is a number from 1 to 65535.");

    public static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" && url.AbsolutePath is "/"
            ? url : throw new OptionException($"--public-url {text}: it is an https address without a path, such as https://back.example.org");
}

/// <summary>What the person typed after the command cannot be used. The message says what can.</summary>
public sealed class OptionException(string message) : Exception(message);
