using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves.Verify;

namespace Mainstay.Moves;

/// <summary>Every motion with what the mechanical body finds in it. Made once; a report is computed when it is first asked for.</summary>
public sealed class MotionModel(Library library, Func<AnatomyData> anatomy)
{
    readonly ConcurrentDictionary<(string, string?), MotionReport> reports = new();
    /// <summary>Read when the first report is asked for.</summary>
    readonly Lazy<(AnatomyData Anatomy, Skin Skin)> body = new(() => anatomy() is var data ? (data, Reference.Skin(data)) : default);
    /// <summary>Those that no thread is using just now.</summary>
    readonly ConcurrentBag<MotionVerifier> idle = [];

    public ImmutableArray<Motion> Motions => library.Motions;

    /// <summary>What the model finds in the motion that shows an exercise or module; null where none has been written.</summary>
    public MotionReport? Of(Item item) => library.MotionOf(item) is { } motion ? Report(motion) : null;

    /// <summary>What a motion does in the model. About 20 ms the first time.</summary>
    public MotionReport Report(Motion motion, MotionVariant? variant = null) =>
        reports.GetOrAdd((motion.Id, variant?.Id), _ => Verify(motion, variant));

    MotionReport Verify(Motion motion, MotionVariant? variant)
    {
        if (!idle.TryTake(out var verifier)) verifier = new MotionVerifier(body.Value.Anatomy, body.Value.Skin);
        var report = verifier.Verify(motion, variant, library.Items.FirstOrDefault(item => item.Id == motion.Exercise || item.Id == motion.Module));
        idle.Add(verifier);
        return report;
    }

    /// <summary>Of every motion and variant, on all cores, in the order of the files.</summary>
    public ImmutableArray<MotionReport> All(IEnumerable<Motion> motions)
    {
        var every = motions.SelectMany(motion => motion.Variants.Prepend(null).Select(variant => (Motion: motion, Variant: variant))).ToArray();
        var found = new MotionReport[every.Length];
        Parallel.For(0, every.Length, i => found[i] = Report(every[i].Motion, every[i].Variant));
        return [.. found];
    }
}
