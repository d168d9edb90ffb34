using System.Text;
using Mainstay.Care;
using Mainstay.Cli.Remind;

namespace Mainstay.Cli.Tests;

public class NotifierTests
{
    [Fact]
    public void A_message_cannot_break_out_of_its_quotes()
    {
        var verdict = new BreakVerdict(BreakOutcome.Fire, "fire", "say \"hi\" \\ & <b>'");
        Assert.Contains("\"say \\\"hi\\\" \\\\ & <b>'\"", SystemNotifier.Mac(verdict).Item2[1], StringComparison.Ordinal);
        var script = Encoding.Unicode.GetString(Convert.FromBase64String(SystemNotifier.Toast(verdict).Item2[^1]));
        Assert.DoesNotContain("hi", script.Split("FromBase64String('")[1].Split('\'')[0], StringComparison.Ordinal);
        Assert.Contains("--action=later=Later", SystemNotifier.NotifySend(verdict, actions: true).Item2);
        Assert.DoesNotContain("--action=later=Later", SystemNotifier.NotifySend(verdict, actions: false).Item2);
        Assert.Contains("--hint=boolean:suppress-sound:true", SystemNotifier.NotifySend(verdict with { Quiet = true }, actions: true).Item2);
    }
}
