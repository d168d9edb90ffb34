using System.Collections.Immutable;

namespace Mainstay.Knowledge;

public enum InputKind
{
    /// <summary>yes | no | unsure (and skip, where <see cref="Input.Skippable"/>).</summary>
    YesNo,
    /// <summary>One of <see cref="Input.Options"/>.</summary>
    Choice,
    /// <summary>Any number of <see cref="Input.Options"/>, at most 64 options.</summary>
    Set,
    /// <summary>A number between <see cref="Input.Min"/> and <see cref="Input.Max"/>.</summary>
    Number,
    /// <summary>Region id → intensity 0 to 10. Each region named also counts as chosen in the set input "regions", by its group.</summary>
    BodyMap,
    /// <summary>A short text of the person's own. No rule reads it.</summary>
    Text,
}

/// <summary>Something Mainstay may ask. One entry of knowledge/questions/*.yaml; ids are snake_case.</summary>
public sealed record Input
{
    public required string Id { get; init; }
    public required InputKind Kind { get; init; }

    /// <summary>The question as the person reads it.</summary>
    [Prose] public required string Text { get; init; }

    /// <summary>An optional line below the question that explains a word or gives an example.</summary>
    [Prose] public string? Help { get; init; }

    /// <summary>The answer to "why are you asking?", one sentence.</summary>
    [Prose] public required string Why { get; init; }

    /// <summary>A short name for the answer in lists ("Fever", "Sitting each day").</summary>
    [Prose] public required string Label { get; init; }

    /// <summary>The name a professional uses, for the letter; null where the label says it.</summary>
    public string? Term { get; init; }

    public ImmutableArray<Option> Options { get; init; } = [];
    public double? Min { get; init; }
    public double? Max { get; init; }
    [Prose] public string? Unit { get; init; }
    /// <summary>Numbers only: fractions are refused when true (the default).</summary>
    public bool Whole { get; init; } = true;

    /// <summary>True when "unsure" counts as "yes" (cauda equina items). Otherwise "unsure" is unknown.</summary>
    public bool UnsureIsYes { get; init; }
    /// <summary>YesNo only: "skip" (rather not say) is offered.</summary>
    public bool Skippable { get; init; }
    /// <summary>Nobody is cleared (result S) while this is unanswered and applicable.</summary>
    public bool Mandatory { get; init; }
    /// <summary>A sign of danger: answering yes (or an option other than <see cref="Harmless"/>) can raise the urgency.</summary>
    public bool Danger { get; init; }
    /// <summary>The answer that --assume-no gives and that "none" at a gate records. YesNo: "no". Choice: an option id. Set: empty. Number: none.</summary>
    public string? Harmless { get; init; }

    /// <summary>Asked only while this is not known to be false. Null: always applicable.</summary>
    public Condition? AskWhen { get; init; }
    /// <summary>Numbers counted in days or weeks since something ("days" or "weeks"): an answer given earlier grows older with the calendar.</summary>
    public string? Since { get; init; }
    /// <summary>Asked again at a flare, and weekly while leg symptoms last.</summary>
    public bool AskAgain { get; init; }
    /// <summary>The screen it is asked on when it is asked outside a gate; inputs with the same screen share one. Null: a screen of its own.</summary>
    public string? Screen { get; init; }

    /// <summary>True: the check never asks it. It is filled in on a page of its own (results of self-tests) or worked out (bmi).</summary>
    public bool Elsewhere { get; init; }

    /// <summary>Files and rows of the starting scope that this covers, such as S0-25.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>One answer of a choice or set.</summary>
public sealed record Option
{
    public required string Id { get; init; }
    [Prose] public required string Text { get; init; }
    /// <summary>Body-map regions only: the option of "regions" that this region belongs to.</summary>
    public string? Group { get; init; }
}

/// <summary>"Any of these? Tick all that apply." One entry of knowledge/questions/gates.yaml. "None" answers every covered input harmlessly;
/// a ticked line with one covered input answers it yes, with several it opens them.</summary>
public sealed record Gate
{
    public required string Id { get; init; }
    [Prose] public required string Text { get; init; }
    [Prose] public string? Help { get; init; }
    [Prose] public required string Why { get; init; }
    /// <summary>Gates are asked in ascending order. Below 100 they are about danger, from 100 on about the plan.</summary>
    public required int Order { get; init; }
    public Condition? AskWhen { get; init; }
    public required ImmutableArray<GateLine> Lines { get; init; }
}

public sealed record GateLine
{
    public required string Id { get; init; }
    [Prose] public required string Text { get; init; }
    /// <summary>Input ids. Every danger input is covered by exactly one line, or asked outright.</summary>
    public required ImmutableArray<string> Covers { get; init; }
    /// <summary>The line is left out when this is known to be false.</summary>
    public Condition? AskWhen { get; init; }
}

/// <summary>A screen with several small questions. One entry of knowledge/questions/screens.yaml. Its order says when it can come: below 40 it
/// opens the check, from 40 it is about danger, from 200 about contributors, from 300 about the plan; from 310 it is never asked by itself and has
/// a page of its own.</summary>
public sealed record Screen
{
    public required string Id { get; init; }
    [Prose] public required string Title { get; init; }
    [Prose] public string? Help { get; init; }
    public required int Order { get; init; }
}
