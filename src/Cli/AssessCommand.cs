using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mainstay.Care;

namespace Mainstay.Cli;

/// <summary>mainstay assess: answers in, urgency, reasons, contributors and programme out; for one person, or a line each for
/// many.</summary>
static class AssessCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "JSON object of input ids to answers; - reads standard input" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var assumeNo = AssumeNo();
        var plan = new Option<bool>("--plan") { Description = "Print the week's programme too (JSON for one person always has it)" };
        var batch = new Option<bool>("--batch")
        {
            Description = "FILE is JSON Lines, a person a line; the output is a result a line, in the same order",
        };
        var today = Today();
        var knowledge = KnowledgeOption.Create();
        var command = new Command("assess", "Say how urgent it is, why, and what may play a part")
        {
            file, json, assumeNo, plan, batch, today, knowledge,
        };
        command.SetSafeAction(parsed =>
        {
            var model = Models.Load(parsed.GetValue(knowledge));
            var day = parsed.GetValue(today) ?? Models.Today;
            if (parsed.GetValue(batch))
                return new BatchRun(model, parsed.GetValue(assumeNo), parsed.GetValue(plan), day).Run(parsed.GetRequiredValue(file));
            var answers = AnswersInput.Read(parsed.GetRequiredValue(file), model.Questionnaire, parsed.GetValue(assumeNo));
            var assessment = model.Assess(answers, day);
            if (parsed.GetValue(json)) WriteJson(model, assessment);
            else
            {
                ResultText.Write(model.Questionnaire, assessment);
                if (parsed.GetValue(plan))
                {
                    Console.WriteLine();
                    PlanText.Write(assessment.Plan, why: false);
                }
            }
            return Exit.Ok;
        });
        return command;
    }

    public static Option<bool> AssumeNo() => new("--assume-no")
    {
        Description = "What is absent counts as harmless: no, or the harmless choice; numbers stay unknown. "
            + "The result is then 'open' only where an answer says that it is not sure",
    };

    public static Option<DateOnly?> Today() => new("--today")
    {
        Description = "Day on which the programme begins, as 2026-01-31 (default: today)",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            result.AddError($"--today {text}: a date is written as 2026-01-31.");
            return null;
        },
    };

    static void WriteJson(CareModel model, Assessment assessment)
    {
        using var output = Standard.Output();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JsonOutput.Readable }))
            new ResultJson(model.Library).Write(writer, assessment.Triage, assessment.Contributors, assessment.Prognosis, assessment.Plan,
                whole: true);
        output.Write("\n"u8);
    }
}
