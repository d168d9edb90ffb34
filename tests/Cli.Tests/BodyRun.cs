using System.Text.Json;

namespace Mainstay.Cli.Tests;

/// <summary>Runs body commands and reads what they say.</summary>
static class BodyRun
{
    public const int Ok = 0, Invalid = 1, Usage = 2, BadKnowledge = 4, TooMuch = 5;

    public static Task<(int Exit, string Output, string Error)> Run(params string[] arguments) => TheProgram.Run(["body", .. arguments]);

    public static async Task<JsonElement> Json(int exit, params string[] arguments)
    {
        var result = await Run([.. arguments, "--json"]);
        Assert.Equal(exit, result.Exit);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    public static async Task Refused(int exit, string message, params string[] arguments)
    {
        var result = await Run(arguments);
        Assert.Equal((exit, ""), (result.Exit, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    public static double Level(JsonElement answer, int level) => answer.GetProperty("levels")[level].GetProperty("compression_n").GetDouble();
}
