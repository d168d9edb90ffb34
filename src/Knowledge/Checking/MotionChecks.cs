using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Motions;
using Mainstay.Body.Postures;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Knowledge.Checking;

/// <summary>A motion says what it belongs to, names only what there is, lasts, and comes back to where it began. Whether the body can do it
/// is for `mainstay moves verify`.</summary>
static class MotionChecks
{
    static readonly string[] Starts = ["supine", "side", "prone", "hands-knees", "half-kneel", "kneel", "sit", "stand", "floor-sit"];
    static readonly string[] Views = ["side", "front", "back", "three-quarter", "three-quarter-back", "top", "other-side"];
    static readonly string[] Joints = ["pelvis", "lumbar", "thorax", "neck", "head", "girdle", "shoulder", "elbow", "wrist", "hip", "knee", "ankle"];
    const double MostSeconds = 600;

    public static void Run(Context context, AnatomyData? anatomy)
    {
        var muscles = anatomy is null ? null : Muscles(anatomy);
        foreach (var motion in context.Library.Motions.Where(context.Sound))
        {
            if (anatomy is not null) Carried(context, motion, anatomy);
            One(context, motion, muscles);
        }
    }

    /// <summary>Every name a target may have, sides apart.</summary>
    internal static HashSet<string> Muscles(AnatomyData anatomy) =>
        [.. BodyCondition.Families.Keys, .. anatomy.Groups.Select(group => group.Id), .. anatomy.Groups.SelectMany(group => group.Lines).Select(line => line.Id)];

    /// <summary>Weights and supports name points of contact of the skeleton.</summary>
    static void Carried(Context context, Motion motion, AnatomyData anatomy)
    {
        var points = Names(anatomy.Skeleton.Contacts.Select(contact => contact.Id));
        var bodies = Names(anatomy.Skeleton.Bodies.Select(body => body.Id));
        void Point(object owner, string property, string at)
        {
            if (!points.Contains(at)) context.Error(owner, property, $"'{at}' is not a point of contact{ReferenceChecks.Nearest(at, points)}; there are: {string.Join(", ", points)}");
        }
        void Loads(IEnumerable<HeldLoad> loads)
        {
            foreach (var load in loads)
            {
                Point(load, nameof(load.At), load.At);
                if (!(load.MassKg is >= 0 and <= 200)) context.Error(load, nameof(load.MassKg), "'mass_kg' is 0 to 200");
            }
        }
        void Pulls(IEnumerable<HeldPull> pulls)
        {
            foreach (var pull in pulls)
            {
                Point(pull, nameof(pull.At), pull.At);
                if (!(pull.Newtons is > 0 and <= 1000)) context.Error(pull, nameof(pull.Newtons), "'newtons' is above 0 and at most 1000");
                if (pull.Towards.Length != 3) context.Error(pull, nameof(pull.Towards), "'towards' is a place, [x, y, z] in metres");
            }
        }
        Loads(motion.Loads);
        Pulls(motion.Pulls);
        foreach (var pose in motion.Poses.Concat(motion.Variants.SelectMany(variant => variant.Poses)))
        {
            Loads(pose.Loads ?? []);
            foreach (var support in pose.Supports)
            {
                Point(support, nameof(support.At), support.At);
                if (support.Normal.Length != 3) context.Error(support, nameof(support.Normal), "'normal' is a direction, [x, y, z]");
                if (support.Against is { } against && !bodies.Contains(against)) context.Error(support, nameof(support.Against), $"'{against}' is not a body of the skeleton{ReferenceChecks.Nearest(against, bodies)}");
            }
        }

        static HashSet<string> Names(IEnumerable<string> right) =>
            [.. right.SelectMany(id => BodyPoints.Split(id) is (var bare, 'r') ? new[] { bare, id, bare + "_l" } : [id])];
    }

    static void One(Context context, Motion motion, HashSet<string>? muscles)
    {
        void Error(string? property, string message) => context.Error(motion, property, message);
        Belongs(context, motion);
        var asked = motion.Kind is MotionKind.Stretch or MotionKind.Strength;
        if (asked && motion.Targets.IsEmpty) Error(nameof(motion.Kind), "a stretch or strengthening move needs 'targets'");
        if (!asked && motion.Why is null) Error(nameof(motion.Kind), "'why' is missing: say why the model is not asked whether it stretches or strengthens");
        if (!Starts.Contains(motion.Start)) Error(nameof(motion.Start), $"'start' is '{motion.Start}'; one of {string.Join(", ", Starts)} is expected");
        if (motion.Views.IsEmpty) Error(nameof(motion.Views), "'views' names no view");
        foreach (var view in motion.Views.Where(view => !Views.Contains(view) && !IsAngles(view)))
            Error(nameof(motion.Views), $"'{view}' is not a view; {string.Join(", ", Views)}, or degrees to the left and up ('38 16') are expected");
        foreach (var target in motion.Targets.Where(target => muscles is not null && !muscles.Contains(BodyPoints.Split(target).Name)))
            Error(nameof(motion.Targets), $"there is no muscle '{target}'{ReferenceChecks.Nearest(BodyPoints.Split(target).Name, muscles!)}");
        foreach (var still in motion.Still.Where(still => !Joints.Contains(BodyPoints.Split(still).Name)))
            Error(nameof(motion.Still), $"'{still}' is not a joint; of {string.Join(", ", Joints)} with _r or _l where there are two");
        Props(context, motion, motion.Props, nameof(motion.Props));
        var names = motion.Props.Select(prop => prop.Name).ToHashSet();
        Contacts(context, motion.Contacts, names);
        Free(context, motion, nameof(motion.Free), motion.Free);
        foreach (var pose in motion.Poses) Pose(context, motion, pose, names);
        foreach (var twice in motion.Poses.GroupBy(pose => pose.Id).Where(same => same.Count() > 1)) Error(nameof(motion.Poses), $"there are {twice.Count()} poses '{twice.Key}'");
        if (motion.Poses.IsEmpty) Error(nameof(motion.Poses), "there is no pose");
        Steps(context, motion, motion.Steps, [.. motion.Poses.Select(pose => pose.Id)], nameof(motion.Steps));
        foreach (var unused in motion.Poses.Where(pose => !motion.Steps.Any(step => step.To == pose.Id) && !motion.Variants.Any(variant => variant.Steps?.Any(step => step.To == pose.Id) == true)))
            context.Error(unused, nameof(unused.Id), $"no step goes to the pose '{unused.Id}'");
        foreach (var variant in motion.Variants) Variant(context, motion, variant, names);
        if (Sound(context, motion)) Stamps(context, motion);
    }

    /// <summary>No error in it so far, so that its numbers can be made.</summary>
    static bool Sound(Context context, Motion motion) => !context.HasErrors(motion);

    static void Belongs(Context context, Motion motion)
    {
        string?[] of = [motion.Exercise, motion.Module, motion.Test, motion.Posture];
        if (of.Count(one => one is not null) != 1) context.Error(motion, nameof(motion.Id), "one of 'exercise', 'module', 'test', 'posture' says what the motion belongs to");
        var library = context.Library;
        void There(string? id, string property, IEnumerable<string> known, string kind)
        {
            if (id is not null && !known.Contains(id)) context.Error(motion, property, $"there is no {kind} '{id}'{ReferenceChecks.Nearest(id, [.. known])}");
        }
        There(motion.Exercise, nameof(motion.Exercise), library.Items.Where(item => item.Ref is not null).Select(item => item.Id), "exercise");
        There(motion.Module, nameof(motion.Module), library.Items.Where(item => item.Ref is null).Select(item => item.Id), "module");
        foreach (var also in motion.Also) There(also, nameof(motion.Also), library.Items.Select(item => item.Id), "exercise or module");
        There(motion.Test, nameof(motion.Test), library.Tests.Select(test => test.Id), "test");
        if ((motion.Exercise ?? motion.Module ?? motion.Test) is { } shown && library.Motions.FirstOrDefault(other => other.Id != motion.Id && other.Order == motion.Order
                && (other.Exercise, other.Module, other.Test) == (motion.Exercise, motion.Module, motion.Test)) is { } rival)
            context.Error(motion, nameof(motion.Order), $"'{rival.Id}' shows '{shown}' too; 'order' says which comes first, from 0");
        if (motion.Side == MotionSide.Both && library.Items.FirstOrDefault(item => item.Id == motion.Exercise) is { Sides: true })
            context.Error(motion, nameof(motion.Side), $"the side is missing: '{motion.Exercise}' is done on each side, so 'side' is right (the left is its mirror image) or alternate");
    }

    static void Pose(Context context, Motion motion, MotionPose pose, HashSet<string> props)
    {
        Contacts(context, [.. pose.Contacts ?? [], .. pose.MoreContacts], props);
        Free(context, pose, nameof(pose.Free), pose.Free ?? []);
        Free(context, pose, nameof(pose.MoreFree), pose.MoreFree);
        foreach (var place in pose.Places)
        {
            if (!props.Contains(place.Prop)) context.Error(place, nameof(place.Prop), $"there is no prop '{place.Prop}'; there are: {string.Join(", ", props)}");
            if (place.At.Length != 3) context.Error(place, nameof(place.At), "'at' is a list of three metres");
        }
    }

    static void Variant(Context context, Motion motion, MotionVariant variant, HashSet<string> props)
    {
        if (!(variant.Tempo is > 0 and <= 5)) context.Error(variant, nameof(variant.Tempo), "'tempo' is above 0 and at most 5");
        HashSet<string> ids = [.. motion.Poses.Select(pose => pose.Id)];
        if (variant.Steps is null)
            foreach (var pose in variant.Poses.Where(pose => !ids.Contains(pose.Id)))
                context.Error(pose, nameof(pose.Id), $"there is no pose '{pose.Id}' to change; there are: {string.Join(", ", ids)}. A new pose needs 'steps' in the variant");
        if (variant.Props is { } own)
        {
            Props(context, variant, own, nameof(variant.Props));
            props = [.. own.Select(prop => prop.Name)];
        }
        foreach (var pose in variant.Poses) Pose(context, motion, pose, props);
        if (variant.Steps is { } steps) Steps(context, motion, steps, [.. ids, .. variant.Poses.Select(pose => pose.Id)], nameof(variant.Steps), variant);
    }

    static void Steps(Context context, Motion motion, ImmutableArray<MotionStep> steps, HashSet<string> poses, string property, MotionVariant? variant = null)
    {
        if (steps.IsEmpty) context.Error((object?)variant ?? motion, property, "there is no step");
        foreach (var step in steps)
        {
            if (!poses.Contains(step.To)) context.Error(step, nameof(step.To), $"there is no pose '{step.To}'; there are: {string.Join(", ", poses)}");
            if (!(step.Seconds is > 0 and <= MostSeconds)) context.Error(step, nameof(step.Seconds), $"a step of {step.Seconds.ToString(CultureInfo.InvariantCulture)} seconds; above 0 and at most {MostSeconds} are expected");
        }
        var repeated = steps.Where(step => step.Phase is Phase.Move or Phase.Hold or Phase.Return).ToArray();
        if (repeated.Length == 0 || motion.Kind is MotionKind.Posture or MotionKind.Everyday or MotionKind.Rest or MotionKind.Test) return;
        var before = steps[Math.Max(steps.IndexOf(repeated[0]) - 1, 0)].To;
        if (repeated[^1].To != before)
            context.Error(repeated[^1], nameof(MotionStep.To), $"what is repeated (move, hold, return) begins at '{before}' and ends at '{repeated[^1].To}'; it must come back, or it would jump");
    }

    static void Free(Context context, object owner, string property, ImmutableArray<string> names)
    {
        foreach (var name in names.Where(name => PoseTerms.Of(name).Count == 0)) context.Error(owner, property, $"'{name}' is not an angle{Loading.AnglesReader.Near(name)}");
    }

    static void Contacts(Context context, ImmutableArray<Contact> contacts, HashSet<string> props)
    {
        foreach (var contact in contacts)
            if (ContactRules.Fault(contact, props) is { } fault) context.Error(contact, null, fault);
    }

    static void Props(Context context, object owner, ImmutableArray<Prop> props, string property)
    {
        foreach (var prop in props)
            if (PropRules.Fault(prop) is { } fault) context.Error(prop, null, fault);
        foreach (var twice in props.GroupBy(prop => prop.Name).Where(same => same.Count() > 1)) context.Error(owner, property, $"{twice.Count()} props are called '{twice.Key}'; give them an id each");
    }

    static void Stamps(Context context, Motion motion)
    {
        foreach (var variant in motion.Variants.Prepend(null))
        {
            var poses = new MotionPoses(motion, variant);
            var needs = poses.Poses.Select((_, i) => i).Any(i => !poses.FreeOf(i).IsEmpty && !poses.ContactsOf(i).IsEmpty);
            if (needs && poses.Solved?.Stamp != MotionStamp.Of(motion, variant))
                context.Error((object?)variant ?? motion, nameof(motion.Solved), (poses.Solved is null ? "the contacts have not been solved" : "the solved angles are older than what is written above them")
                    + $": mainstay moves solve {motion.Id}");
        }
    }

    static bool IsAngles(string view) => view.Split(' ') is [var turn, var up] && double.TryParse(turn, CultureInfo.InvariantCulture, out _) && double.TryParse(up, CultureInfo.InvariantCulture, out _);
}
