using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The items of a library, compiled once for the planner.</summary>
sealed class Catalogue
{
    public static readonly ImmutableArray<string> Places = ["home", "work", "travel"];

    readonly Dictionary<string, Claim> _claims = [];
    readonly Dictionary<string, Dose> _doses;
    readonly Dictionary<string, int> _contributors, _equipment, _index;
    readonly Dictionary<string, ulong> _regions = [];
    readonly Dictionary<string, int> _groups = [];

    /// <exception cref="ArgumentException">An item names a claim, dose, place, piece of equipment or target that does not exist.</exception>
    public Catalogue(Questionnaire questionnaire)
    {
        Questionnaire = questionnaire;
        foreach (var claim in Library.Claims) (_claims[claim.Id], _claims[claim.Ref]) = (claim, claim);
        _doses = Library.Doses.ToDictionary(d => d.Id);
        _contributors = Library.Contributors.Select((c, i) => (c.Id, i)).ToDictionary(p => p.Id, p => p.i);
        if (Library.Equipment.Length > 64) throw new ArgumentException("There are more than 64 pieces of equipment.");
        _equipment = Library.Equipment.Select((e, i) => (e.Id, i)).ToDictionary(p => p.Id, p => p.i);
        AtHand = [.. Places.Select(place => EquipmentBits(Library.Equipment.Where(e => e.AtHand.Contains(place)).Select(e => e.Id)))];
        foreach (var muscle in Library.Muscles) _regions[muscle.Id] = muscle.Regions.Aggregate(0ul, (bits, region) => bits | RegionBit(region));
        (Upper, Lower) = (Half(Library.Plan.Upper), Half(Library.Plan.Lower));
        _index = Library.Items.Select((item, i) => (item.Id, i)).ToDictionary(p => p.Id, p => p.i);
        Items = [.. Library.Items.Select((item, i) => new CompiledItem(i, item, this) { Harder = HarderOf(item) })];
    }

    public Questionnaire Questionnaire { get; }
    public Library Library => Questionnaire.Library;
    public CompiledItem[] Items { get; }
    /// <summary>By place: what nearly everybody has there.</summary>
    public ImmutableArray<ulong> AtHand { get; }
    public ulong Upper { get; }
    public ulong Lower { get; }

    public CompiledItem? Find(string id) => _index.TryGetValue(id, out var i) ? Items[i] : null;
    public Claim? ClaimOf(string idOrRef) => _claims.GetValueOrDefault(idOrRef);
    public Dose? DoseOf(string id) => _doses.GetValueOrDefault(id);
    public int ContributorIndex(string id) => _contributors.GetValueOrDefault(id, -1);

    public int GroupOf(string target)
    {
        if (!_groups.TryGetValue(target, out var group)) _groups[target] = group = _groups.Count;
        return group;
    }

    public static int PlaceBits(IEnumerable<string> places)
        => places.Aggregate(0, (bits, place) => bits | (Places.IndexOf(place) is var i and >= 0 ? 1 << i : throw new ArgumentException($"There is no place {place}.")));

    /// <summary>The first of the places that has what an item needs, as an index of <see cref="Places"/>; −1 for none.</summary>
    public int PlaceOf(CompiledItem item, int places, ulong owned)
    {
        for (var p = 0; p < Places.Length; p++)
            if ((places & item.Places & 1 << p) != 0 && (item.Equipment & ~(owned | AtHand[p])) == 0) return p;
        return -1;
    }

    public ulong EquipmentBits(IEnumerable<string> equipment)
        => equipment.Aggregate(0ul, (bits, id) => bits | (_equipment.TryGetValue(id, out var i) ? 1ul << i : throw new ArgumentException($"There is no equipment {id}.")));

    /// <summary>Targets are muscles or regions. One that lies nowhere in particular (breath, calm) adds nothing.</summary>
    public ulong RegionBits(IEnumerable<string> targets)
        => targets.Aggregate(0ul, (bits, target) => bits | (_regions.TryGetValue(target, out var muscle) ? muscle : RegionBit(target)));

    /// <summary>snake_case, as in knowledge.</summary>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.PartlySupported => "partly_supported",
        Verdict.Weak => "weak",
        Verdict.Unsupported => "unsupported",
        Verdict.Contradicted => "contradicted",
        _ => "mixed",
    };

    ulong Half(ImmutableArray<string> regions) => regions.Aggregate(0ul, (bits, region) => bits | RegionBit(region));

    // A fine region of the body map stands for its group.
    ulong RegionBit(string region)
    {
        var q = Questionnaire;
        if (q.RegionsIndex < 0) return 0;
        if (q.OptionIndex(q.RegionsIndex, region) is var group and >= 0) return 1ul << group;
        return q.BodyMapIndex >= 0 && q.OptionIndex(q.BodyMapIndex, region) is var fine and >= 0 ? q.GroupBits[fine] : 0;
    }

    int HarderOf(Item item)
        => item.Harder is { } id && _index.TryGetValue(id, out var i) && Library.Items[i].Family == item.Family && Library.Items[i].Level > item.Level ? i : -1;
}
