using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Mainstay.Care;

namespace Mainstay.Cli;

/// <summary>Many people, a line each. The lines are cut into chunks, all cores work on chunks, and the results are written in the order of
/// the lines. Memory stays bounded: a few chunks are under way at a time.</summary>
sealed class BatchRun(CareModel model, bool assumeNo, bool plan, DateOnly today)
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JsonOutput.Readable, SkipValidation = true };
    readonly ResultJson json = new(model.Library);

    // The results of a chunk are large; a new buffer for each would keep the garbage collector busy.
    readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];

    sealed record Done(ArrayBufferWriter<byte> Output, int People, int Bad);

    public int Run(string file)
    {
        using var input = AnswersInput.Open(file);
        return RunAsync(input, AnswersInput.Name(file)).GetAwaiter().GetResult();
    }

    async Task<int> RunAsync(Stream input, string name)
    {
        var chunks = Channel.CreateBounded<Task<Done>>(Environment.ProcessorCount * 4);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            try
            {
                foreach (var chunk in LineChunks.Read(input, name))
                    await chunks.Writer.WriteAsync(Task.Run(() => Work(chunk)), stop.Token);
                chunks.Writer.Complete();
            }
            catch (Exception e)
            {
                // Handed on to the one who writes, after the results before it.
                chunks.Writer.Complete(e);
            }
        });
        var progress = new BatchProgress(Stopwatch.StartNew());
        try
        {
            await using var output = Standard.Output();
            await foreach (var chunk in chunks.Reader.ReadAllAsync())
            {
                var done = await chunk;
                await output.WriteAsync(done.Output.WrittenMemory);
                done.Output.ResetWrittenCount();
                buffers.Add(done.Output);
                progress.Add(done.People, done.Bad);
            }
        }
        catch (IOException e)
        {
            await stop.CancelAsync();
            throw new StopException(Exit.Usage, $"The results cannot be written: {e.Message}");
        }
        await reading;
        progress.End();
        return progress.Bad == 0 ? Exit.Ok : Exit.Invalid;
    }

    Done Work(LineChunk chunk)
    {
        if (!buffers.TryTake(out var output)) output = new ArrayBufferWriter<byte>(chunk.Bytes.Length * 4);
        using var writer = new Utf8JsonWriter(output, Plain);
        var (line, bad) = (chunk.FirstLine, 0);
        var rest = chunk.Bytes.Span;
        var people = 0;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var text = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!Person(writer, text.TrimEnd((byte)'\r'), line++)) bad++;
            writer.Flush();
            writer.Reset();
            output.Write("\n"u8);
            people++;
        }
        return new(output, people, bad);
    }

    bool Person(Utf8JsonWriter writer, ReadOnlySpan<byte> text, int line)
    {
        Answers answers;
        try
        {
            if (text.Length > AnswersInput.MostBytes)
                throw new AnswersException([new("", "the line is longer than 1 MB", "one person's answers")]);
            answers = AnswersJson.Read(text, model.Questionnaire);
        }
        catch (AnswersException e)
        {
            Wrong(writer, line, e);
            return false;
        }
        if (assumeNo) answers = answers.AssumeNo();
        var triage = model.Triage.Assess(answers);
        var contributors = model.Contributors.Weigh(answers);
        var planned = plan ? model.Planner.Make(answers, triage, contributors, PlanChoices.None, today) : null;
        json.Write(writer, triage, contributors, null, planned, whole: false);
        return true;
    }

    static void Wrong(Utf8JsonWriter writer, int line, AnswersException e)
    {
        writer.WriteStartObject();
        writer.WriteNumber("line"u8, line);
        writer.WriteString("error"u8, "the answers of this line cannot be used");
        writer.WriteStartArray("fields"u8);
        foreach (var error in e.Errors)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, error.Field);
            writer.WriteString("problem"u8, error.Problem);
            writer.WriteString("allowed"u8, error.Allowed);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
