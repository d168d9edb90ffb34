using System.CommandLine;

namespace Mainstay.Cli;

/// <summary>mainstay plan: the week's programme, with --why the weights behind each choice.</summary>
static class PlanCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "JSON object of input ids to answers; - reads standard input" };
        var why = new Option<bool>("--why") { Description = "Print the weights behind each choice; they are our judgement" };
        var assumeNo = AssessCommand.AssumeNo();
        var today = AssessCommand.Today();
        var knowledge = KnowledgeOption.Create();
        var command = new Command("plan", "Make a week's programme from answers") { file, why, assumeNo, today, knowledge };
        command.SetSafeAction(parsed =>
        {
            var model = Models.Load(parsed.GetValue(knowledge));
            var answers = AnswersInput.Read(parsed.GetRequiredValue(file), model.Questionnaire, parsed.GetValue(assumeNo));
            var assessment = model.Assess(answers, parsed.GetValue(today) ?? Models.Today);
            if (assessment.Plan.Plan is null) ResultText.Write(model.Questionnaire, assessment);
            if (assessment.Plan.Plan is null) Console.WriteLine();
            PlanText.Write(assessment.Plan, parsed.GetValue(why));
            if (parsed.GetValue(why) && assessment.Plan.Plan is not null)
                Console.WriteLine($"{Environment.NewLine}{model.Library.Plan.Note}");
            return Exit.Ok;
        });
        return command;
    }
}
