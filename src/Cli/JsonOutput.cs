using System.Text.Encodings.Web;

namespace Mainstay.Cli;

static class JsonOutput
{
    /// <summary>Letters of every language as they are; the output goes to a terminal or a program, never into a page.</summary>
    public static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
}
