using System.Collections.Immutable;
using Mainstay.Knowledge;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Moves;

/// <summary>A group of families that people look for together: a heading of the page of moves, and a choice of its filter.</summary>
public sealed record Shelf(string Id, string Name, ImmutableArray<Family> Families)
{
    /// <summary>In the order of the page. Every family stands on exactly one.</summary>
    public static readonly ImmutableArray<Shelf> All =
    [
        new("easy", N("Easy moves"), [Family.Mobility]),
        new("stretch", N("Stretches"), [Family.Stretch]),
        new("strength", N("Strength"), [Family.Strength]),
        new("rest", N("Ways to rest"), [Family.Rest]),
        new("press", N("Press a sore spot"), [Family.Pressure]),
        new("calm", N("Breath and calm"), [Family.Breathing, Family.Relaxation]),
        new("walk", N("Walking"), [Family.Walking]),
        new("warm", N("Warm and cold"), [Family.Heat, Family.Cold]),
        new("habits", N("Habits and short reads"), [Family.Breaks, Family.Pacing, Family.Lesson, Family.Card]),
    ];

    public static Shelf Of(Item item) => All.First(shelf => shelf.Families.Contains(item.Family));

    public bool Holds(Item item) => Families.Contains(item.Family);
}
