using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves;
using Mainstay.Web.Flow;
using Mainstay.Web.Own;
using Mainstay.Web.Pages.Moves;

namespace Mainstay.Web.Moves;

/// <summary>Every move with its dose and limits, and the filter over them. The limits are this person's own, from the same reasoning as the plan.</summary>
public static class MovesPages
{
    public static void MapMoves(this IEndpointRouteBuilder app)
    {
        app.MapGet("/moves", (HttpContext http, CareModels care, MoveFinder finder) =>
            http.Show<MovesPage, MovesModel>(All(MoveFilter.Read(http.Request.Query, care.Model.Library, finder), http.Person(), care, finder) with { AsTyped = AsTyped(http.Request) }));
        app.MapGet("/moves/{id}", (HttpContext http, CareModels care, MotionModel motions, string id) =>
            One(id, http.Person(), care, motions, http.Request.Query) is { } model ? http.Show<MovePage, MoveModel>(model) : Results.NotFound());
    }

    /// <summary>This page again, with the words just as they stand there.</summary>
    static string AsTyped(HttpRequest request) => request.Path + QueryString.Create(request.Query.Where(part => part.Key != "as")).Add("as", Find.Understanding.AsTyped);

    internal static MovesModel All(MoveFilter filter, Person person, CareModels care, MoveFinder finder)
    {
        var (library, day) = (care.Model.Library, care.Day(person));
        var moves = MovesOf(person, day, care.Model);
        var found = moves.Select((_, at) => finder.Has(at, filter.Wanted)).ToArray();
        int Count(MoveFilter with) => moves.Where((move, at) => with.Takes(move.Item, found[at], move.IsBlocked)).Count();

        var taken = moves.Where((move, at) => filter.Takes(move.Item, found[at], move.IsBlocked)).ToArray();
        var things = library.Equipment.Where(thing => library.Items.Any(item => item.Equipment.Contains(thing.Id))).ToImmutableArray();
        var counts = new Dictionary<string, int>();
        foreach (var shelf in Shelf.All) counts[$"kind:{shelf.Id}"] = Count(filter with { Kinds = [shelf.Id] });
        foreach (var place in MoveFilter.AllPlaces) counts[$"place:{place}"] = Count(filter with { Places = [place] });
        foreach (var thing in things) counts[$"thing:{thing.Id}"] = Count(filter with { Things = [thing.Id] });
        counts[$"thing:{MoveFilter.NoThings}"] = Count(filter with { Things = [MoveFilter.NoThings] });
        foreach (var minutes in MoveFilter.AllMinutes) counts[$"minutes:{minutes}"] = Count(filter with { Minutes = minutes });

        return new(filter, [.. Shelf.All.Select(shelf => (shelf, taken.Where(move => shelf.Holds(move.Item)).ToImmutableArray())).Where(both => !both.Item2.IsEmpty)],
            taken.Length, moves.Length, counts, [.. library.Muscles.Where(muscle => library.Items.Any(item => item.Targets.Contains(muscle.Id)))], things,
            person.HasAnswers, Hold.ForMoves(person, day));
    }

    internal static MoveModel? One(string id, Person person, CareModels care, MotionModel motions, IQueryCollection query)
    {
        var (library, day) = (care.Model.Library, care.Day(person));
        if (MovesOf(person, day, care.Model).FirstOrDefault(move => move.Item.Id == id) is not { } move) return null;
        var item = move.Item;
        var cautions = item.Cautions.Select(named => library.Cautions.First(caution => caution.Id == named)).ToArray();
        var named = person.HasAnswers ? care.Model.Contributors.Weigh(person.Answers).Named.Select(one => one.Id).ToHashSet() : [];
        var motion = library.MotionOf(item);
        var shown = MoveShown.Read(motion, query["way"], query["side"]);
        Item? Find(string? other) => library.Items.FirstOrDefault(one => one.Id == other);
        return new(move, Find(item.Easier), Find(item.Harder),
            [.. library.Contributors.Where(one => item.Helps.ContainsKey(one.Id)).OrderByDescending(one => item.Helps[one.Id]).Select(one => (one, named.Contains(one.Id)))],
            [.. cautions.SelectMany(caution => caution.Block).Concat(item.Block).DistinctBy(limit => limit.Says)],
            [.. cautions.SelectMany(caution => caution.Modify).Concat(item.Modify).DistinctBy(limit => limit.Says)],
            person.HasAnswers, Hold.ForMoves(person, day)) { InModel = motion is null ? null : motions.Report(motion, shown.Variant), Shown = shown, Others = Others(item, library),
                Stopped = day.Progress.Stopped.Contains(id) ? care.Daily.Rules.Words.Stopped : null };
    }

    static ImmutableArray<Motion> Others(Item item, Library library)
    {
        var all = library.MotionsOf(item).ToImmutableArray();
        return item.Ref is not null ? [.. all.Skip(1)] : all.Length > 1 ? all : [];
    }

    static ImmutableArray<Move> MovesOf(Person person, Today day, CareModel care)
    {
        var doses = care.Library.Doses.ToDictionary(dose => dose.Id);
        var standing = person.HasAnswers ? care.Contraindications.Of(person.Answers, day.Assessment.Triage.Suspicions) : null;
        return [.. care.Library.Items.Select((item, at) => new Move(item, doses[item.Dose], standing?.Reasons(at) ?? [], standing?.Changes(at) ?? []))];
    }
}
