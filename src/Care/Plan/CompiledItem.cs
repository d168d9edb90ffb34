using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Where an item belongs in a plan.</summary>
enum Slot { Session, Anytime, Reading }

/// <summary>An item with every name turned into a number.</summary>
sealed class CompiledItem
{
    public CompiledItem(int index, Item item, Catalogue catalogue)
    {
        (Index, Item) = (index, item);
        Claim = catalogue.ClaimOf(item.Claim) ?? throw new ArgumentException($"Item {item.Id}: there is no claim {item.Claim}.");
        Dose = catalogue.DoseOf(item.Dose) ?? throw new ArgumentException($"Item {item.Id}: there is no dose {item.Dose}.");
        Verdict = catalogue.Library.Plan.Verdict.GetValueOrDefault(Catalogue.NameOf(Claim.Verdict));
        Helps = [.. item.Helps.Select(h => (catalogue.ContributorIndex(h.Key), h.Value)).Where(h => h.Item1 >= 0).OrderBy(h => h.Item1)];
        Phases = [.. Enum.GetValues<Phase>().Select(p => item.Phases.GetValueOrDefault(p.Id()))];
        Places = Catalogue.PlaceBits(item.Places);
        Equipment = catalogue.EquipmentBits(item.Equipment);
        Regions = catalogue.RegionBits(item.Targets);
        Group = catalogue.GroupOf(GroupName(catalogue));
        Ways = Variety.Of(item);
        Resting = item.Family == Family.Strength || Dose.RestHours >= 48;
        Slot = item.Family switch
        {
            Family.Rest or Family.Heat or Family.Cold or Family.Breaks => Slot.Anytime,
            Family.Lesson or Family.Card => Slot.Reading,
            _ => Slot.Session,
        };
        Known = Facts(Claim.Says);
    }

    public int Index { get; }
    public Item Item { get; }
    public Claim Claim { get; }
    public Dose Dose { get; }
    public double Verdict { get; }
    public (int Contributor, double Fit)[] Helps { get; }
    /// <summary>By <see cref="Phase"/>.</summary>
    public double[] Phases { get; }
    /// <summary>Bit p: may be done at <see cref="Catalogue.Places"/>[p].</summary>
    public int Places { get; }
    public ulong Equipment { get; }
    /// <summary>Bits of the options of "regions" that its targets lie under; 0 for the whole body.</summary>
    public ulong Regions { get; }
    public int Group { get; }
    public Ways Ways { get; }
    /// <summary>Needs 48 hours before the next time.</summary>
    public bool Resting { get; }
    public Slot Slot { get; }
    /// <summary>What is known, from the claim.</summary>
    public string Known { get; }
    /// <summary>Works on the body: in a bad spell it is done by half. Walks, breath and calm stay whole.</summary>
    public bool Loads => Item.Family is Family.Pressure or Family.Stretch or Family.Mobility or Family.Strength;
    /// <summary>For the same part in the same way, so that one can be done where the other is left out.</summary>
    public bool DoesTheSame(CompiledItem other) => Item.Family == other.Item.Family && (Group == other.Group || (Regions & other.Regions) != 0);
    /// <summary>Index of the next harder item of the same family, −1 for none.</summary>
    public int Harder { get; init; } = -1;

    // What counts as "the same again" on one day. A muscle for what works on muscles; for easy moves, upper or lower body; else the kind.
    string GroupName(Catalogue catalogue) => (Item.Family, Item.Targets) switch
    {
        (Family.Strength or Family.Stretch or Family.Pressure, [var main, ..]) => main,
        (Family.Mobility, _) => $"moves {(Regions & catalogue.Lower) != 0} {(Regions & catalogue.Upper) != 0}",
        _ => $"kind {Item.Family}",
    };

    // A claim's answer may begin with "Yes." or "Partly.", which answers its statement and makes no sense without it.
    static string Facts(string says) => says.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 and < 12 ? says[(end + 2)..] : says;
}
