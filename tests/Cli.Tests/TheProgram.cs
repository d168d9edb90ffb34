using System.Diagnostics;
using System.Text;

namespace Mainstay.Cli.Tests;

/// <summary>Runs commands: as the real program, or within this process, which has read the knowledge already.</summary>
static class TheProgram
{
    static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "mainstay.dll");

    static readonly UTF8Encoding Utf8 = new(false);

    static TheProgram()
    {
        Console.SetOut(new Routed(streams => streams.Output));
        Console.SetError(new Routed(streams => streams.Error));
    }

    public static string Examples { get; } = Path.Combine(Path.GetDirectoryName(Mainstay.Knowledge.KnowledgeFolder.Find(AppContext.BaseDirectory))!, "examples");

    public static Task<(int Exit, string Output, string Error)> Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Within this process. A command cannot tell the difference.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunWith(string input, params string[] arguments)
    {
        var streams = new Streams();
        var exit = await Task.Run(() =>
        {
            Routed.Now.Value = streams;
            Standard.Give(new MemoryStream(Utf8.GetBytes(input)), streams.Output);
            return Everything.Run(arguments);
        });
        return (exit, streams.Output.Text, streams.Error.Text);
    }

    /// <summary>A process of its own.</summary>
    public static async Task<(int Exit, string Output, string Error)> Start(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = Utf8, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want all of it, which is what some of the tests are about.
        }
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Of one run.</summary>
    sealed class Streams
    {
        public Written Output { get; } = new();
        public Written Error { get; } = new();
    }

    /// <summary>Stays open, as a standard stream does, whoever closes it.</summary>
    sealed class Written : MemoryStream
    {
        public string Text
        {
            get
            {
                lock (this) return Utf8.GetString(ToArray());
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (this) base.Write(buffer);
        }

        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }

    /// <summary>What is written to the console goes to the run that wrote it.</summary>
    sealed class Routed(Func<Streams, Stream> to) : TextWriter
    {
        public static readonly AsyncLocal<Streams?> Now = new();

        public override Encoding Encoding => Utf8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            if (Now.Value is { } streams && value is not null) to(streams).Write(Utf8.GetBytes(value));
        }
    }
}
