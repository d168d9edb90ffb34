namespace Mainstay.Body.Model;

/// <summary>Everything one computation reads of a person's moment and writes on the way to the answer. One a thread; made once, used for
/// millions of postures, no allocation in between. The first block is input; <see cref="Kernels.Solver.Solve"/> fills the rest.</summary>
public sealed class Workspace
{
    /// <summary>Columns the load-sharing has room for beside the muscles: four a support with friction.</summary>
    public const int MaxContacts = 96;
    public const int MaxLoads = 8;

    public Workspace(BodyModel model)
    {
        Model = model;
        var (bodies, rows, n, pairs, points) = (model.BodyIds.Length, Padded(model.Rows + 4), Padded(model.MuscleCount), model.Lines.Pairs, model.PointBody.Length);
        Angles = new double[model.AngleIds.Length];
        (Tightness, PassiveFactor, Strength) = (new double[n], new double[n], new double[n]);
        ArmFactor = new double[n];
        Array.Fill(PassiveFactor, 1);
        Array.Fill(Strength, 1);
        Array.Fill(ArmFactor, 1);

        (Rotation, Origin, Wrench) = (new double[9 * bodies], new double[3 * bodies], new double[6 * bodies]);
        Axes = new double[24 * bodies];
        (Columns, Points) = (new double[16 * bodies], new double[4 * (points + 8)]);
        (Segments, SegmentLength) = (new double[8 * (points + 4)], new double[Padded(points + 4)]);
        BlendShift = new double[4 * model.Blends.Length];
        (PairArm, PairPull, PairForce) = (new double[4 * pairs], new double[4 * pairs], new double[4 * pairs]);
        (Length, Stretch, Passive, PassiveSlope, ActiveForce) = (new double[n], new double[n], new double[n], new double[n], new double[n]);
        (Activation, Tension) = (new double[n + MaxContacts], new double[n]);
        (Low, High, InverseEffort) = (new double[n + MaxContacts], new double[n + MaxContacts], new double[n + MaxContacts]);
        (Pull, PullStep, Free) = (new double[n + MaxContacts], new double[n + MaxContacts], new byte[n + MaxContacts]);
        (External, Elastic, Need, Multiplier, Gradient, Step) = (new double[rows], new double[rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        for (var i = 0; i < model.MuscleCount; i++) InverseEffort[i] = 1 / model.Lines.Effort[i];
        Stride = Padded(model.BalancedRows + 4);
        var places = model.Lines.Places;
        (Hessian, Compact, Factor) = (new double[places * places], new double[Stride * Stride], new double[Stride * Stride]);
        (ContactColumn, ContactPlaced, ContactPlaces) = (new double[MaxContacts * Stride], new double[MaxContacts * places], new uint[MaxContacts]);
        ContactDirection = new double[3 * MaxContacts];
        (ContactBody, ContactAgainst, ContactPoint) = (new int[MaxContacts], new int[MaxContacts], new int[MaxContacts]);
        (LoadBody, LoadLocal, LoadForce) = (new int[MaxLoads], new double[3 * MaxLoads], new double[3 * MaxLoads]);
        var levels = model.LevelIds.Length;
        (Compression, Shear, Preload, StiffnessFactor) = (new double[levels], new double[levels], new double[levels], new double[levels]);
        (DiscUp, DiscAhead) = (new double[3 * levels], new double[3 * levels]);
        Above = new double[4 * levels];
        (LevelMoment, LevelGive) = (new double[3 * levels], new double[3 * levels]);
        (TightnessSensitivity, StrengthSensitivity, TensionSensitivity) = (new double[8 * n], new double[8 * n], new double[8 * n]);
        (Adjoint, FeedbackAdjoint) = (new double[8 * rows], new double[8 * rows]);
    }

    public BodyModel Model { get; }

    // Input
    /// <summary>One a hinge, radians; order of <see cref="BodyModel.AngleIds"/>.</summary>
    public double[] Angles { get; }
    /// <summary>The pelvis in the world, radians: face down, to the right, to the left are positive.</summary>
    public double Pitch { get; set; }
    public double Roll { get; set; }
    public double Turn { get; set; }
    /// <summary>Shift of the passive curve, as a fraction of optimal fibre length, 0 to 0.3, one a line.</summary>
    public double[] Tightness { get; }
    /// <summary>Factor of the passive force, and of the strength (0 exclusive to 1).</summary>
    public double[] PassiveFactor { get; }
    public double[] Strength { get; }
    /// <summary>Factor of all moment arms of a line, where <see cref="ArmsVary"/>: for the uncertainty of arms, which then are no longer the
    /// derivatives of the lengths. The lines' directions stay.</summary>
    public double[] ArmFactor { get; }
    public bool ArmsVary { get; set; }
    internal int Contacts { get; set; }
    internal int Loads { get; set; }
    /// <summary>True when something above the lumbar spine is supported, so that loads must be found in several passes.</summary>
    internal bool TrunkSupported { get; set; }
    internal double[] ContactDirection { get; }
    internal int[] ContactBody { get; }
    internal int[] ContactAgainst { get; }
    internal int[] ContactPoint { get; }
    internal int[] LoadBody { get; }
    internal double[] LoadLocal { get; }
    internal double[] LoadForce { get; }

    // Kinematics and paths
    internal double[] Rotation { get; }
    internal double[] Origin { get; }
    /// <summary>Per body four lanes each of ax, ay, az, (o×a)x, (o×a)y, (o×a)z.</summary>
    internal double[] Axes { get; }
    /// <summary>Per body its x, y and z axis in the world and its place, four lanes each; and the points' places, four lanes each.</summary>
    internal double[] Columns { get; }
    internal double[] Points { get; }
    /// <summary>Per segment ux, uy, uz, 0, mx, my, mz, 0.</summary>
    internal double[] Segments { get; }
    internal double[] SegmentLength { get; }
    /// <summary>share · (place on the first body − place), four lanes a point that rides on two.</summary>
    internal double[] BlendShift { get; }
    /// <summary>Per pair: ∂ℓ/∂q of its up to three hinges; the same times −active force; the unit force crossing the joint.</summary>
    internal double[] PairArm { get; }
    internal double[] PairPull { get; }
    internal double[] PairForce { get; }

    // Lines
    public double[] Length { get; }
    /// <summary>Fibre length over optimal fibre length.</summary>
    public double[] Stretch { get; }
    /// <summary>Passive tension, N, and its derivative by tightness.</summary>
    public double[] Passive { get; }
    internal double[] PassiveSlope { get; }
    /// <summary>Force at full activation, N.</summary>
    internal double[] ActiveForce { get; }
    /// <summary>0 to 1, one a line, then one a support column.</summary>
    public double[] Activation { get; }
    /// <summary>Active and passive, N.</summary>
    public double[] Tension { get; }

    // Equations
    internal double[] Wrench { get; }
    internal double[] External { get; }
    internal double[] Elastic { get; }
    internal double[] Need { get; }
    internal double[] Multiplier { get; }
    internal double[] Gradient { get; }
    internal double[] Step { get; }
    internal int Stride { get; }
    /// <summary>By places (see <see cref="Lines.PlaceOfRow"/>), and the same by rows.</summary>
    internal double[] Hessian { get; }
    internal double[] Compact { get; }
    internal double[] Factor { get; }
    /// <summary>A support's moments by rows and by places, and which fours of places are not all zero.</summary>
    internal double[] ContactColumn { get; }
    internal double[] ContactPlaced { get; }
    internal uint[] ContactPlaces { get; }
    internal double[] Low { get; }
    internal double[] High { get; }
    internal double[] InverseEffort { get; }
    internal double[] Pull { get; }
    internal double[] PullStep { get; }
    internal byte[] Free { get; }
    internal bool Warm { get; set; }

    // Answer
    /// <summary>N along the disc's normal, positive pressing, and N of the upper bone sliding forward; L5/S1 first.</summary>
    public double[] Compression { get; }
    public double[] Shear { get; }
    /// <summary>Nm about a level's flexion, side and turn, three a level, towards positive angles: what weights, things held, belly and supports
    /// ask the muscles and the joint to balance.</summary>
    public double[] LevelMoment { get; }
    /// <summary>Nm in the same order: what the other levels supply in this one's place. Against its moment: it leaves so much to them; with it: it takes
    /// so much from them. Sums to nothing over the levels.</summary>
    public double[] LevelGive { get; }
    internal double[] Preload { get; }
    internal double[] StiffnessFactor { get; }
    /// <summary>Four a level: moment about its joint and force along its disc of all that is above, as the stiffness was found with.</summary>
    internal double[] Above { get; }
    internal double[] DiscUp { get; }
    internal double[] DiscAhead { get; }
    /// <summary>Pa.</summary>
    public double BellyPressure { get; internal set; }
    public int Iterations { get; internal set; }
    /// <summary>False where the load-sharing did not settle: then no other figure here is an answer.</summary>
    public bool Solved { get; internal set; }
    /// <summary>Largest violation of the optimality conditions, Nm, and N where supports hold the body: at most 1e-8, with supports times its weight.</summary>
    public double Residual { get; internal set; }
    /// <summary>Value of the load-sharing objective.</summary>
    public double Effort { get; internal set; }
    /// <summary>Eight a line, one a level and two unused: N of compression per unit of tightness, of strength, and per N of passive tension.</summary>
    public double[] TightnessSensitivity { get; }
    public double[] StrengthSensitivity { get; }
    public double[] TensionSensitivity { get; }
    internal double[] Adjoint { get; }
    internal double[] FeedbackAdjoint { get; }

    /// <summary>Forgets the last answer, so that the next does not start from it.</summary>
    public void Cool()
    {
        Warm = false;
        Array.Clear(Multiplier);
    }

    static int Padded(int n) => (n + 3) & ~3;
}
