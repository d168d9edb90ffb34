using System.Collections.Immutable;
using System.Numerics;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>What a person's answers and choices give the planner to work with.</summary>
sealed class PlanFrame
{
    public const double StrongPain = 7;
    const double UsualMinutes = 10, UsualDays = 5;
    /// <summary>What a flare leaves of a load: of the minutes of a day, and of the dose of each move that loads the body.</summary>
    public const double FlareShare = 0.5;
    /// <summary>The minutes of a day in a flare are never below this.</summary>
    const double LeastFlareMinutes = 3;

    static readonly ImmutableArray<string> GuardedFor = ["fracture", "cancer", "cord"];

    readonly ProgressGate _gate;
    readonly ImmutableDictionary<string, string> _favoured;

    public PlanFrame(Answers answers, TriageResult triage, PlanChoices choices, Catalogue catalogue)
    {
        Phase = Phases.Of(answers.NumberOf("onset_days"), choices.Flare);
        Pain = answers.NumberOf("nprs");
        Age = answers.NumberOf("age");
        Guarded = !triage.IsCleared || GuardedFor.Any(triage.Suspicions.Contains);
        Open = !triage.IsCleared;
        Regions = answers["regions"].Bits;
        Owned = catalogue.EquipmentBits(answers.OptionsOf("equipment").Where(id => catalogue.Library.Equipment.Any(e => e.Id == id)));
        Liked = FamilyBits(answers.OptionsOf("liked"));
        Disliked = FamilyBits(answers.OptionsOf("disliked"));
        Keeps = choices.Keep && Phase is not (Phase.Flare or Phase.FirstDays) && !Guarded && !(Pain >= StrongPain);
        // A bad spell in the first days lifts none of their limits.
        Families = FamiliesFor(answers.NumberOf("onset_days") <= Phases.MostFirstDays, Pain, Guarded) & (Keeps ? ToKeep | Liked : ~0);
        Goals = answers.OptionsOf("goals");
        Level = choices.Level ?? StartLevel(answers);
        (_gate, _favoured) = (choices.Progress ?? ProgressGate.Open, choices.Favoured);
        var places = Catalogue.PlaceBits(answers.OptionsOf("places"));
        if (places == 0) places = 1;
        Places = places;
        var minutes = answers.NumberOf("minutes_per_day") ?? UsualMinutes;
        if (Phase == Phase.Flare) minutes = Math.Min(minutes, Math.Max(LeastFlareMinutes, minutes * FlareShare));
        var active = Weekdays.Spread((int)Math.Clamp(answers.NumberOf("days_per_week") ?? UsualDays, 1, 7));
        Days = Arrange(active, minutes, places, choices.Made, Keeps ? KeepDays : Weekdays.MostStrength);
    }

    public Phase Phase { get; }
    public double? Pain { get; }
    public double? Age { get; }
    /// <summary>Trouble of bone, growth or cord is suspected, or nobody is cleared yet: walking, easy positions and breathing only.</summary>
    public bool Guarded { get; }
    /// <summary>A danger question that everybody must answer is still open.</summary>
    public bool Open { get; }
    /// <summary>Strength twice a week and walks are enough.</summary>
    public bool Keeps { get; }
    /// <summary>Bit f: items of <see cref="Family"/> f may be planned.</summary>
    public int Families { get; }
    public ulong Regions { get; }
    public ulong Owned { get; }
    public int Liked { get; }
    public int Disliked { get; }
    public ImmutableArray<string> Goals { get; }
    public int Level { get; }
    public int Places { get; }
    public (double Minutes, int Places, bool Strength)[] Days { get; }
    /// <summary>Where the week takes place at all: those that a day was moved to included.</summary>
    public int AllPlaces => Days.Where(d => d.Minutes > 0).Aggregate(Places, (all, day) => all | day.Places);

    /// <summary>How much of an item's usual dose and time is planned, 0 to 1.</summary>
    public double Share(CompiledItem item) => Phase == Phase.Flare && item.Loads ? FlareShare : 1;
    /// <summary>Not closed by what happened.</summary>
    public bool MayDo(CompiledItem item) => !_gate.Closed.Contains(item.Item.Id);
    /// <summary>Within the level, or opened by what went well.</summary>
    public bool Reaches(CompiledItem item) => item.Item.Level <= Level || _gate.Opened.Contains(item.Item.Id);
    /// <summary>Why a self-test speaks for it; null: none does.</summary>
    public string? FavouredFor(CompiledItem item) => _favoured.GetValueOrDefault(item.Item.Id);
    /// <summary>To be left out where something else does the same.</summary>
    public bool Varies(CompiledItem item) => _gate.Varied.Contains(item.Item.Id);

    public bool Allows(Family family) => (Families >> (int)family & 1) != 0;
    public bool Likes(Family family) => (Liked >> (int)family & 1) != 0;

    const int KeepDays = 2;
    static readonly int ToKeep = Bits(Family.Strength, Family.Walking, Family.Rest, Family.Heat, Family.Cold, Family.Breaks);

    static int FamiliesFor(bool fresh, double? pain, bool guarded)
    {
        if (guarded) return Bits(Family.Walking, Family.Rest, Family.Breathing);
        if (pain >= StrongPain) return Bits(Family.Walking, Family.Rest, Family.Breathing, Family.Heat, Family.Cold, Family.Lesson, Family.Card);
        var all = (1 << Enum.GetValues<Family>().Length) - 1;
        return fresh ? all & ~Bits(Family.Stretch, Family.Strength, Family.Pressure) : all;
    }

    // Starts at body weight; lower where much speaks for support first. The diary raises it.
    public static int StartLevel(Answers answers)
        => answers.NumberOf("age") >= 75 || answers.NumberOf("nprs") >= 6 || answers.NumberOf("inactivity_weeks") > 26 ? 1 : 2;

    static (double, int, bool)[] Arrange(int active, double minutes, int places, ImmutableArray<PlanChoice> made, int strengthDays)
    {
        var length = new double[7];
        var where = new int[7];
        for (var d = 0; d < 7; d++) (length[d], where[d]) = ((active >> d & 1) != 0 ? minutes : 0, places);
        foreach (var choice in made)
            switch (choice)
            {
                case PlanChoice.Move move when Fits(move.From) && Fits(move.To):
                    (length[move.From], length[move.To]) = (length[move.To], length[move.From]);
                    (where[move.From], where[move.To]) = (where[move.To], where[move.From]);
                    break;
                case PlanChoice.Minutes less:
                    foreach (var d in Each(less.Day)) if (less.Day is not null || length[d] > 0) length[d] = Math.Clamp(less.Total, 0, 180);
                    break;
                case PlanChoice.Place place when Catalogue.Places.IndexOf(place.At) is var at and >= 0:
                    foreach (var d in Each(place.Day)) where[d] = 1 << at;
                    break;
            }
        var strength = Weekdays.ForStrength(Enumerable.Range(0, 7).Where(d => length[d] > 0).Aggregate(0, (bits, d) => bits | 1 << d), strengthDays);
        return [.. Enumerable.Range(0, 7).Select(d => (length[d], where[d], (strength >> d & 1) != 0))];
    }

    public static IEnumerable<int> Each(int? day) => day is { } d ? Fits(d) ? [d] : [] : Enumerable.Range(0, 7);
    static bool Fits(int day) => day is >= 0 and < 7;

    static int FamilyBits(ImmutableArray<string> ids)
        => ids.Aggregate(0, (bits, id) => Enum.TryParse<Family>(id, ignoreCase: true, out var family) ? bits | 1 << (int)family : bits);

    static int Bits(params ReadOnlySpan<Family> families)
    {
        var bits = 0;
        foreach (var family in families) bits |= 1 << (int)family;
        return bits;
    }
}
