using System.Collections.Immutable;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Body.Postures;

namespace Mainstay.Moves.Verify;

/// <summary>How long, how tensed and how active every line is in a solved workspace, by group and side.</summary>
sealed class Muscles
{
    /// <summary>A line with a shorter lever does not make a muscle that turns the joint, metres; and moments that are no work, Nm.</summary>
    const double ShortestArm = 0.005;
    const double LeastNeed = 1;

    /// <summary>Joints whose muscles are asked by moment.</summary>
    static readonly string[] Asked = ["girdle", "neck", "neck_up", "head"];

    readonly BodyModel model;
    readonly ImmutableArray<string> keys;
    readonly int[] keyOf;
    readonly bool[] active;

    public Muscles(BodyModel model)
    {
        this.model = model;
        var names = Enumerable.Range(0, model.MuscleCount).Select(i => Name(i)).ToArray();
        keys = [.. names.Distinct()];
        keyOf = [.. names.Select(name => keys.IndexOf(name))];
        active = [.. Enumerable.Range(0, model.MuscleCount).Select(i => model.Anatomy.Groups[model.GroupOf[i]].Active)];
    }

    /// <summary>"psoas_r" and so on.</summary>
    public ImmutableArray<string> Keys => keys;

    public int KeyOf(int line) => keyOf[line];

    string Name(int line)
    {
        var id = model.MuscleIds[line];
        return model.Group(line) + (id.EndsWith("-r", StringComparison.Ordinal) ? "_r" : id.EndsWith("-l", StringComparison.Ordinal) ? "_l" : "");
    }

    /// <summary>Lines of a target: a group, family or line, with _r or _l for one side.</summary>
    public ImmutableArray<int> Lines(string target)
    {
        var (name, side) = BodyPoints.Split(target);
        var groups = BodyCondition.Families.TryGetValue(name, out var family) ? family : [name];
        return [.. Enumerable.Range(0, model.MuscleCount).Where(i =>
            (groups.Contains(model.Group(i)) || model.MuscleIds[i] == name || model.MuscleIds[i].StartsWith(name + "-", StringComparison.Ordinal) && model.MuscleIds[i].Length == name.Length + 2)
            && (side is null || !model.MuscleIds[i].EndsWith(side == 'r' ? "-l" : "-r", StringComparison.Ordinal)))];
    }

    /// <summary>Where a line is on its passive curve: below 0 it is slack, at 0 it begins to resist, at 1 it resists with its own strength.</summary>
    public double Tautness(Workspace work, int line) => (work.Stretch[line] - 1 - model.Lines.Onset[line] + work.Tightness[line]) * model.Lines.InverseRange[line];

    /// <summary>Passive tension over strength.</summary>
    public double Tension(Workspace work, int line) => work.Passive[line] / model.Lines.PassiveForce[line];

    /// <summary>Tautness by key, of its tautest line; ligaments are left at −∞.</summary>
    public double[] Taut(Workspace work) => Most(i => active[i] ? Tautness(work, i) : double.NegativeInfinity);

    public double[] Tense(Workspace work) => Most(i => active[i] ? Tension(work, i) : 0);

    /// <summary>Activation by line: the load-sharing's where it balances a joint the line crosses, else <see cref="Called"/>.</summary>
    public double[] Active(Workspace work)
    {
        var called = Called(work);
        return [.. Enumerable.Range(0, model.MuscleCount).Select(i => Balanced(i) ? work.Activation[i] : called[i])];
    }

    public double[] ByKey(double[] lines) => Most(i => lines[i]);

    bool Balanced(int line) => model.Lines.Force[line] > 0 && model.Lines.PairBalanced[line] > model.Lines.PairStart[line];

    /// <summary>For joints without an equation (neck, shoulder blade): what weights and supports ask of the joint, over what all
    /// lines that pull against them can do. The arm on the shoulder blade is left out: the model has no deltoid to do it.</summary>
    double[] Called(Workspace work)
    {
        var lines = model.Lines;
        var (need, can) = (Need(work), new double[model.Rows]);
        for (var i = 0; i < lines.Count; i++)
            for (var p = lines.PairBalanced[i]; p < lines.PairStart[i + 1]; p++)
                for (var h = 0; h < lines.PairHinges[p]; h++) can[lines.PairRow[p] + h] += Math.Max(0, Pull(work, need, p, h)) * Strength(work, i);
        var called = new double[model.MuscleCount];
        for (var i = 0; i < lines.Count; i++)
            for (var p = lines.PairBalanced[i]; p < lines.PairStart[i + 1]; p++)
                for (var h = 0; h < lines.PairHinges[p]; h++)
                {
                    var row = lines.PairRow[p] + h;
                    if (Pull(work, need, p, h) > ShortestArm && can[row] > 0) called[i] = Math.Max(called[i], Math.Min(1, Math.Abs(need[row]) / can[row]));
                }
        return called;
    }

    /// <summary>Lever with which a line turns a joint the way that is needed, metres.</summary>
    static double Pull(Workspace work, double[] need, int pair, int hinge) => Math.Sign(need[work.Model.Lines.PairRow[pair] + hinge]) * -work.PairArm[4 * pair + hinge];

    /// <summary>A head that lies somewhere asks nothing of the neck.</summary>
    bool Rests(Workspace work, int body)
    {
        var head = model.Body("head");
        if (!model.Carries[body, head]) return false;
        for (var c = 0; c < work.Contacts; c++)
            if (work.ContactBody[c] == head) return true;
        return false;
    }

    /// <summary>Moment that muscles must give on every row without an equation, Nm.</summary>
    double[] Need(Workspace work)
    {
        var need = new double[model.Rows];
        for (var b = 1; b < model.BodyIds.Length; b++)
        {
            if (!Asked.Contains(BodyPoints.Split(model.BodyIds[b]).Name) || Rests(work, b)) continue;
            for (var j = 0; j < model.HingeCount[b]; j++)
            {
                var asked = work.External[model.RowStart[b] + j];
                var a = work.Axes.AsSpan(24 * b + j, 21);
                for (var c = 0; c < work.Contacts; c++)
                {
                    var share = Contacts.Crossing(model, work, c, b) * work.Activation[model.MuscleCount + c] * model.Weight;
                    if (share == 0) continue;
                    var p = Contacts.Point(model, work, c);
                    double fx = share * work.ContactDirection[3 * c], fy = share * work.ContactDirection[3 * c + 1], fz = share * work.ContactDirection[3 * c + 2];
                    double mx = p.Y * fz - p.Z * fy, my = p.Z * fx - p.X * fz, mz = p.X * fy - p.Y * fx;
                    asked += a[0] * mx + a[4] * my + a[8] * mz + a[12] * fx + a[16] * fy + a[20] * fz;
                }
                if (Math.Abs(asked) > LeastNeed) need[model.RowStart[b] + j] = -asked;
            }
        }
        return need;
    }

    /// <summary>Strength of lines that share no load is kept apart; their passive scale is the same figure.</summary>
    double Strength(Workspace work, int line) => Math.Max(work.ActiveForce[line], active[line] ? model.Lines.PassiveForce[line] : 0);

    double[] Most(Func<int, double> of)
    {
        var most = new double[keys.Length];
        Array.Fill(most, double.NegativeInfinity);
        for (var i = 0; i < model.MuscleCount; i++) most[keyOf[i]] = Math.Max(most[keyOf[i]], of(i));
        return most;
    }

    /// <summary>The first few groups; sides that differ by less than a tenth as one name.</summary>
    public ImmutableArray<MuscleValue> First(double[] byKey, int count, double least)
    {
        var groups = Enumerable.Range(0, keys.Length).Where(k => byKey[k] >= least).GroupBy(k => BodyPoints.Split(keys[k]).Name).Select(group =>
        {
            var sides = group.OrderByDescending(k => byKey[k]).ToArray();
            var alike = sides.Length > 1 && byKey[sides[1]] > 0.9 * byKey[sides[0]];
            return new MuscleValue(alike || BodyPoints.Split(keys[sides[0]]).Side is null ? group.Key : keys[sides[0]], byKey[sides[0]]);
        });
        return [.. groups.OrderByDescending(group => group.Value).Take(count)];
    }
}
