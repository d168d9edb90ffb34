using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>How a plan follows what happened: knowledge/progress.yaml. Numbers of the traffic light and of the steps up and down; pain and effort
/// are 0 to 10.</summary>
public sealed record ProgressRules
{
    /// <summary>A rise of the pain up to this is green.</summary>
    public required double GreenRise { get; init; }
    /// <summary>The same for the next morning.</summary>
    public required double GreenMorning { get; init; }
    /// <summary>A rise from this on is red.</summary>
    public required double RedRise { get; init; }
    /// <summary>Pain from this on is red together with a rise of at least <see cref="RedPainRise"/>.</summary>
    public required double RedPain { get; init; }
    public required double RedPainRise { get; init; }
    /// <summary>With pain from this on before the start only comfort, breathing and walking.</summary>
    public required double StrongPain { get; init; }
    /// <summary>A rise from this on against the last time stops every step up for that day.</summary>
    public required double WorsePain { get; init; }

    public required int GreensUp { get; init; }
    public required int AmbersDown { get; init; }
    /// <summary>Share of what was asked that must have been done for a step up.</summary>
    public required double LeastDone { get; init; }
    public required double MostRpe { get; init; }
    /// <summary>Ceiling of effort for people over <see cref="CarefulAge"/>, with weak bones, or pregnant.</summary>
    public required double CarefulRpe { get; init; }
    public required double CarefulAge { get; init; }
    public required int RestHours { get; init; }

    /// <summary>Steps up: repetitions in all, seconds of hold, minutes of a walk (<see cref="WalkDose"/>).</summary>
    public required double RepsUp { get; init; }
    public required double HoldUp { get; init; }
    public required double WalkUp { get; init; }
    public required string WalkDose { get; init; }
    /// <summary>Within seven days nothing grows by more than this factor, or by one repetition, or one step of a hold or a walk, where that is more.</summary>
    public required double WeekUp { get; init; }
    /// <summary>Factor for a step down where there is no easier move.</summary>
    public required double Down { get; init; }
    /// <summary>The same after red.</summary>
    public required double DownRed { get; init; }

    /// <summary>Not done for more than this many days: less, one level less, from the beginning.</summary>
    public required int MissedLess { get; init; }
    public required int MissedLevel { get; init; }
    public required int MissedStart { get; init; }
    /// <summary>No step for this many days, with this many sessions in them: another move for the same.</summary>
    public required int PlateauDays { get; init; }
    public required int PlateauSessions { get; init; }

    /// <summary>A flare: this much above the usual pain on this many days running.</summary>
    public required double FlareRise { get; init; }
    public required int FlareDays { get; init; }
    /// <summary>How long the flare plan stays, in days: at least, at most.</summary>
    public required int FlareLeast { get; init; }
    public required int FlareMost { get; init; }
    public required double FlareRestart { get; init; }
    /// <summary>The usual pain is the middle one of this many days, of which at least <see cref="UsualLeast"/> have a value.</summary>
    public required int UsualDays { get; init; }
    public required int UsualLeast { get; init; }

    /// <summary>Pacing by time for the sensitised: starts at this share, grows by this factor a week, as long as pain rises by no more than.</summary>
    public required double PacingStart { get; init; }
    public required double PacingUp { get; init; }
    public required double PacingRise { get; init; }

    /// <summary>Acute strain: light loading from this day; full load after this many sessions of these moves at or below this pain.</summary>
    public required int StrainLight { get; init; }
    public required double StrainRpe { get; init; }
    public required int StrainLevel { get; init; }
    public required double StrainFullPain { get; init; }
    public required int StrainFullSessions { get; init; }
    public required ImmutableArray<string> StrainMoves { get; init; }
    /// <summary>Doses that count as holding still, allowed before light loading.</summary>
    public required ImmutableArray<string> StillDoses { get; init; }

    /// <summary>With leg symptoms the danger questions come again after this many days; after this many more the plan waits for them.</summary>
    public required int AskAgainDays { get; init; }
    public required int AskAgainGrace { get; init; }
    /// <summary>Inputs that "anything new" asks, beside those that are asked again at every flare.</summary>
    public required ImmutableArray<string> AnyNewAsks { get; init; }

    public required ImmutableArray<int> ReviewWeeks { get; init; }
    public required int ReviewDays { get; init; }
    /// <summary>A trend at week 4: this much less pain, or this much more of an own goal.</summary>
    public required double TrendPain { get; init; }
    public required double TrendGoal { get; init; }
    /// <summary>A change that matters: this many points or this share of the pain, or this much of the own goals.</summary>
    public required double GainPain { get; init; }
    public required double GainShare { get; init; }
    public required double GainGoal { get; init; }
    public required BreakRules Breaks { get; init; }
    public required ProgressWords Words { get; init; }
}

/// <summary>When a reminder may come, and how a habit is scored.</summary>
public sealed record BreakRules
{
    /// <summary>Prompts a day, counting everything.</summary>
    public required int MostPrompts { get; init; }
    /// <summary>Breaks at this interval in minutes or less come only by wish, and stand outside the prompts of the day.</summary>
    public required int WishMinutes { get; init; }
    /// <summary>The clock jumped (sleep, lock) when looks are further apart than this, in seconds.</summary>
    public required double JumpS { get; init; }
    /// <summary>Typing: seconds of quiet to wait for, and seconds to wait at most.</summary>
    public required double TypingQuietS { get; init; }
    public required double TypingMostS { get; init; }
    public required double SnoozeMinutes { get; init; }
    /// <summary>The habit score halves in this many days at a daily habit: score·m + done·(1−m), m = 0.5^(√frequency / this), as in Loop Habit Tracker.</summary>
    public required double HabitDays { get; init; }
    /// <summary>Free days a week of the challenge.</summary>
    public required int ChallengeFree { get; init; }
    public required BreakWords Words { get; init; }
}

/// <summary>"Why no reminder?" One sentence for each reason.</summary>
public sealed record BreakWords
{
    [Prose] public required string Off { get; init; }
    [Prose] public required string Paused { get; init; }
    [Prose] public required string Away { get; init; }
    [Prose] public required string Hours { get; init; }
    [Prose] public required string Quiet { get; init; }
    [Prose] public required string Jump { get; init; }
    [Prose] public required string JumpCredit { get; init; }
    [Prose] public required string Disturb { get; init; }
    [Prose] public required string Call { get; init; }
    [Prose] public required string FullScreen { get; init; }
    [Prose] public required string Idle { get; init; }
    [Prose] public required string NotDue { get; init; }
    [Prose] public required string Snoozed { get; init; }
    [Prose] public required string Limit { get; init; }
    [Prose] public required string Typing { get; init; }
    [Prose] public required string Fire { get; init; }
    /// <summary>After a deferral: what it waited for is over.</summary>
    [Prose] public required string FireDisturb { get; init; }
    [Prose] public required string FireCall { get; init; }
    [Prose] public required string FireFullScreen { get; init; }
    [Prose] public required string FireSmall { get; init; }
    [Prose] public required string FireUnknown { get; init; }
}

/// <summary>Why something changed, as the person reads it.</summary>
public sealed record ProgressWords
{
    [Prose] public required string Green { get; init; }
    [Prose] public required string Amber { get; init; }
    [Prose] public required string Red { get; init; }
    [Prose] public required string RedLeg { get; init; }
    [Prose] public required string Up { get; init; }
    [Prose] public required string UpLevel { get; init; }
    [Prose] public required string Back { get; init; }
    [Prose] public required string Same { get; init; }
    [Prose] public required string DownAmber { get; init; }
    [Prose] public required string DownRed { get; init; }
    [Prose] public required string TooMuch { get; init; }
    /// <summary>No easier move can stand in: it rests, and comes back.</summary>
    [Prose] public required string Rests { get; init; }
    [Prose] public required string Rested { get; init; }
    [Prose] public required string MissedLess { get; init; }
    [Prose] public required string MissedLevel { get; init; }
    [Prose] public required string MissedStart { get; init; }
    [Prose] public required string Plateau { get; init; }
    [Prose] public required string Flare { get; init; }
    [Prose] public required string FlareRestart { get; init; }
    [Prose] public required string StrongPain { get; init; }
    [Prose] public required string Worse { get; init; }
    [Prose] public required string Pacing { get; init; }
    [Prose] public required string Strain { get; init; }
    [Prose] public required string StrainLight { get; init; }
    [Prose] public required string Rest { get; init; }
    [Prose] public required string Stopped { get; init; }
    /// <summary>Why a move that presses is left out: sore from the last time, pressed there today, enough spots, enough minutes.</summary>
    [Prose] public required string PressSore { get; init; }
    [Prose] public required string PressOnce { get; init; }
    [Prose] public required string PressSpots { get; init; }
    [Prose] public required string PressMinutes { get; init; }
    [Prose] public required string Careful { get; init; }
    [Prose] public required string FreeDay { get; init; }
    [Prose] public required string Holiday { get; init; }
    [Prose] public required string AskNew { get; init; }
    [Prose] public required string AskRed { get; init; }
    [Prose] public required string AskFlare { get; init; }
    [Prose] public required string AskWeekly { get; init; }
    [Prose] public required string ReviewNothing { get; init; }
    [Prose] public required string ReviewOn { get; init; }
    [Prose] public required string ReviewAdjust { get; init; }
    [Prose] public required string ReviewLetter { get; init; }
    [Prose] public required string ReviewWorse { get; init; }
    [Prose] public required string ReviewWorseLetter { get; init; }
    [Prose] public required string ReviewKeep { get; init; }
}
