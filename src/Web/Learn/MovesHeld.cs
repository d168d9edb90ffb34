using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Own;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Learn;

/// <summary>Why a move that the search finds, or that a page of causes names, is to be read now, and not done.</summary>
/// <param name="Moves">Which moves; null: all of them.</param>
public sealed record MovesHeld(string Says, string Link, string LinkText, ImmutableHashSet<string>? Moves)
{
    static readonly Family[] Exercises = [Family.Mobility, Family.Stretch, Family.Strength, Family.Pressure];

    static readonly MovesHeld Unseen = new(N("Exercises wait until you were seen."), "/result", N("See what to do"), null);

    public bool Holds(Leaf leaf) => leaf.IsMove && Holds(leaf.Id);

    /// <param name="move">Id of a move.</param>
    public bool Holds(string move) => Moves?.Contains(move) != false;

    /// <summary>Null: nothing holds.</summary>
    public static MovesHeld? For(Person person, CareModels care)
    {
        var day = care.Day(person);
        if (Hold.ForMoves(person, day) is { } hold)
            return day.Plan.Withheld is Withheld.Emergency or Withheld.SameDay ? Unseen : new(N("Exercises wait for now."), hold.Link, hold.LinkText, null);
        if (person.LastPain is not { } last || last.On != person.Today || last.Pain < care.Model.Library.Progress?.StrongPain) return null;
        return new(N("Exercises wait while your pain is strong."), "/spasm", N("What helps now"),
            [.. care.Model.Library.Items.Where(item => Exercises.Contains(item.Family)).Select(item => item.Id)]);
    }
}
