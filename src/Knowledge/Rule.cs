using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>One danger rule: knowledge/safety/*.yaml. It fires when <see cref="When"/> is true, <see cref="Detail"/> is not known to be false
/// and <see cref="Unless"/> is not known to be true. So an open detail keeps the level up and an unknown excuse never excuses.</summary>
public sealed record Rule
{
    /// <summary>RF-01 …; new rules go on from RF-41.</summary>
    public required string Id { get; init; }
    public required Urgency Level { get; init; }
    /// <summary>A short plain heading: "Numbness between the legs".</summary>
    [Prose] public required string Name { get; init; }
    /// <summary>The professional's term, for the letter and the command line: "Suspected cauda equina syndrome".</summary>
    public required string Term { get; init; }
    /// <summary>nerves | bones | cancer | infection | vessels | heart-lung | kidney | abdomen | pelvis | pregnancy | metabolic | blood |
    /// inflammation | medicines | skin-eye | mind | children | course</summary>
    public required string System { get; init; }
    public required Condition When { get; init; }
    public Condition? Detail { get; init; }
    public Condition? Unless { get; init; }
    /// <summary>Why this matters, calm and honest, one or two sentences.</summary>
    [Prose] public required string Reason { get; init; }
    /// <summary>What to do, for this rule and not for its level. E and U24: two lines or more.</summary>
    [Prose] public ImmutableArray<string> Do { get; init; } = [];
    /// <summary>What not to do.</summary>
    [Prose] public ImmutableArray<string> Avoid { get; init; } = [];
    /// <summary>The words to say on the telephone or at the desk.</summary>
    [Prose] public string? Say { get; init; }
    /// <summary>Suspicions that contraindications read: fracture, cord, cauda-equina, cancer, infection, dvt, aorta …</summary>
    public ImmutableArray<string> Suspects { get; init; } = [];
    public required ImmutableArray<string> Sources { get; init; }
    /// <summary>Where in the source, or what kind of judgement: "NG59 1.1; level is a judgement".</summary>
    public required string Basis { get; init; }
    /// <summary>False where the source was not re-read. Its numbers are then never shown.</summary>
    public bool Verified { get; init; }
}

/// <summary>A danger input that alone stays at self-care, and why: knowledge/safety/harmless.yaml.</summary>
public sealed record Harmless
{
    public required string Input { get; init; }
    public required string Reason { get; init; }
    public required ImmutableArray<string> Sources { get; init; }
}

/// <summary>A tap of "Spasm now": one of its six signs. knowledge/safety/spasm.yaml.</summary>
public sealed record SpasmSign
{
    public required string Id { get; init; }
    [Prose] public required string Text { get; init; }
    /// <summary>Inputs that "yes" opens; with a single one, yes answers it.</summary>
    public required ImmutableArray<string> Covers { get; init; }
}
