namespace Mainstay.Cli;

/// <summary>The standard streams, byte by byte. Whoever runs commands within a process of its own can put others in their place.</summary>
static class Standard
{
    static readonly AsyncLocal<(Stream Input, Stream Output)?> Given = new();

    public static Stream Input() => Given.Value?.Input ?? Console.OpenStandardInput();

    public static Stream Output() => Given.Value?.Output ?? Console.OpenStandardOutput();

    /// <summary>For this call and all that it calls.</summary>
    public static void Give(Stream input, Stream output) => Given.Value = (input, output);
}
