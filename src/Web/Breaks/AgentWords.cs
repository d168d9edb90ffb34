using Mainstay.Knowledge;

namespace Mainstay.Web.Breaks;

/// <summary>The reason of a decision in words, where only its code is known.</summary>
public static class AgentWords
{
    public static string Of(string reason, BreakWords words) => reason switch
    {
        "off" => words.Off, "paused" => words.Paused, "away" => words.Away, "hours" => words.Hours, "quiet" => words.Quiet, "jump" => words.Jump, "jump_credit" => words.JumpCredit,
        "disturb" => words.Disturb, "call" => words.Call, "full_screen" => words.FullScreen, "idle" => words.Idle, "snoozed" => words.Snoozed, "limit" => words.Limit,
        "typing" => words.Typing, "fire" => words.Fire, "fire_disturb" => words.FireDisturb, "fire_call" => words.FireCall, "fire_full_screen" => words.FireFullScreen,
        "fire_small" => words.FireSmall, "fire_unknown" => words.FireUnknown, _ => words.NotDue,
    };
}
