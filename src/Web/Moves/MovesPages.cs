using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Moves;

namespace Mainstay.Web.Moves;

/// <summary>Every move with its dose and limits, and the filter over them. The limits are this person's own, from the same reasoning as the plan.</summary>
public static class MovesPages
{
    public static void MapMoves(this IEndpointRouteBuilder app)
    {
        app.MapGet("/moves", (HttpContext http, CareModels care) =>
            http.Show<MovesPage, MovesModel>(All(MoveFilter.Read(http.Request.Query, care.Model.Library), http.Person(), care.Model)));
        app.MapGet("/moves/{id}", (HttpContext http, CareModels care, string id) =>
            One(id, http.Person(), care.Model) is { } model ? http.Show<MovePage, MoveModel>(model) : Results.NotFound());
    }

    static MovesModel All(MoveFilter filter, Person person, CareModel care)
    {
        var library = care.Library;
        var triage = care.Triage.Assess(person.Answers, person.Seen);
        var moves = MovesOf(person, triage, care);
        var words = moves.Select(move => MoveWords.Of(move.Item, library)).ToArray();
        int Count(MoveFilter with) => moves.Where((move, at) => with.Takes(move.Item, words[at], move.IsBlocked)).Count();

        var taken = moves.Where((move, at) => filter.Takes(move.Item, words[at], move.IsBlocked)).ToArray();
        var things = library.Equipment.Where(thing => library.Items.Any(item => item.Equipment.Contains(thing.Id))).ToImmutableArray();
        var counts = new Dictionary<string, int>();
        foreach (var shelf in Shelf.All) counts[$"kind:{shelf.Id}"] = Count(filter with { Kinds = [shelf.Id] });
        foreach (var place in MoveFilter.AllPlaces) counts[$"place:{place}"] = Count(filter with { Places = [place] });
        foreach (var thing in things) counts[$"thing:{thing.Id}"] = Count(filter with { Things = [thing.Id] });
        counts[$"thing:{MoveFilter.NoThings}"] = Count(filter with { Things = [MoveFilter.NoThings] });
        foreach (var minutes in MoveFilter.AllMinutes) counts[$"minutes:{minutes}"] = Count(filter with { Minutes = minutes });

        return new(filter, [.. Shelf.All.Select(shelf => (shelf, taken.Where(move => shelf.Holds(move.Item)).ToImmutableArray())).Where(both => !both.Item2.IsEmpty)],
            taken.Length, moves.Length, counts, [.. library.Muscles.Where(muscle => library.Items.Any(item => item.Targets.Contains(muscle.Id)))], things,
            person.HasAnswers, WaitingFor(person, triage, care));
    }

    static MoveModel? One(string id, Person person, CareModel care)
    {
        var library = care.Library;
        var triage = care.Triage.Assess(person.Answers, person.Seen);
        if (MovesOf(person, triage, care).FirstOrDefault(move => move.Item.Id == id) is not { } move) return null;
        var item = move.Item;
        var cautions = item.Cautions.Select(named => library.Cautions.First(caution => caution.Id == named)).ToArray();
        var named = person.HasAnswers ? care.Contributors.Weigh(person.Answers).Named.Select(one => one.Id).ToHashSet() : [];
        Item? Find(string? other) => library.Items.FirstOrDefault(one => one.Id == other);
        return new(move, Find(item.Easier), Find(item.Harder),
            [.. library.Contributors.Where(one => item.Helps.ContainsKey(one.Id)).OrderByDescending(one => item.Helps[one.Id]).Select(one => (one, named.Contains(one.Id)))],
            [.. cautions.SelectMany(caution => caution.Block).Concat(item.Block).DistinctBy(limit => limit.Says)],
            [.. cautions.SelectMany(caution => caution.Modify).Concat(item.Modify).DistinctBy(limit => limit.Says)],
            person.HasAnswers, WaitingFor(person, triage, care));
    }

    static ImmutableArray<Move> MovesOf(Person person, TriageResult triage, CareModel care)
    {
        var doses = care.Library.Doses.ToDictionary(dose => dose.Id);
        var standing = person.HasAnswers ? care.Contraindications.Of(person.Answers, triage.Suspicions) : null;
        return [.. care.Library.Items.Select((item, at) => new Move(item, doses[item.Dose], standing?.Reasons(at) ?? [], standing?.Changes(at) ?? []))];
    }

    /// <summary>Before the age is known nothing waits here: a page to read is not a plan.</summary>
    static Waiting? WaitingFor(Person person, TriageResult triage, CareModel care) =>
        care.Planner.Withholds(person.Answers, triage) is { Withheld: not Withheld.AgeUnknown } withheld
            ? new(withheld.Says!, withheld.Withheld is Withheld.Emergency or Withheld.SameDay) : null;
}
