namespace Mainstay.Figure.Drawing;

/// <summary>How a muscle is drawn. By eye.</summary>
/// <param name="HalfWidth">Of one line at its belly, metres at the skeleton's stature; <paramref name="HalfThick"/> through the skin.</param>
/// <param name="Deep">Seen through the body from every side; else it lies just under the skin and is seen from its own side.</param>
/// <param name="Fan">Lines between its lines, so that a fan reads as one muscle.</param>
/// <param name="Closing">Strands nearer than twice this become one muscle, metres.</param>
readonly record struct MuscleStyle(double HalfWidth, double HalfThick, bool Deep = false, bool Fan = true, double Closing = 0.014)
{
    static readonly Dictionary<string, MuscleStyle> ByGroup = new()
    {
        ["biceps-femoris-long"] = new(0.019, 0.022), ["semimembranosus"] = new(0.020, 0.022), ["semitendinosus"] = new(0.019, 0.022), ["biceps-femoris-short"] = new(0.014, 0.012),
        ["rectus-femoris"] = new(0.024, 0.020), ["vasti"] = new(0.024, 0.020, Fan: false), ["sartorius"] = new(0.012, 0.010), ["gracilis"] = new(0.012, 0.012),
        ["tensor-fasciae-latae"] = new(0.016, 0.012), ["adductors"] = new(0.017, 0.014),
        ["gluteus-maximus"] = new(0.024, 0.018), ["gluteus-medius"] = new(0.018, 0.012), ["gluteus-minimus"] = new(0.014, 0.012, Deep: true),
        ["piriformis"] = new(0.016, 0.012, Deep: true), ["psoas"] = new(0.011, 0.011, Deep: true), ["iliacus"] = new(0.018, 0.012, Deep: true),
        ["quadratus-lumborum"] = new(0.009, 0.009, Deep: true, Fan: false), ["multifidus"] = new(0.009, 0.009, Fan: false),
        ["longissimus-lumborum"] = new(0.013, 0.016, Fan: false), ["longissimus-thoracis"] = new(0.012, 0.015, Fan: false),
        ["iliocostalis-lumborum"] = new(0.013, 0.016, Fan: false), ["iliocostalis-thoracis"] = new(0.012, 0.015, Fan: false),
        ["rectus-abdominis"] = new(0.028, 0.012), ["external-oblique"] = new(0.022, 0.010, Fan: false, Closing: 0.09), ["internal-oblique"] = new(0.020, 0.010, Fan: false, Closing: 0.09),
        ["latissimus"] = new(0.020, 0.010, Closing: 0.025), ["trapezius"] = new(0.020, 0.010, Closing: 0.022), ["rhomboids"] = new(0.026, 0.010, Closing: 0.022), ["levator-scapulae"] = new(0.011, 0.010),
        ["serratus"] = new(0.014, 0.010), ["pectoralis-major"] = new(0.022, 0.012), ["pectoralis-minor"] = new(0.016, 0.010),
        ["sternocleidomastoid"] = new(0.010, 0.009), ["splenius"] = new(0.011, 0.009), ["semispinalis"] = new(0.011, 0.009), ["suboccipitals"] = new(0.010, 0.008),
        ["scalenes"] = new(0.009, 0.008), ["deep-neck-flexors"] = new(0.009, 0.008, Deep: true),
        ["gastrocnemius"] = new(0.024, 0.020), ["soleus"] = new(0.026, 0.018), ["shin"] = new(0.013, 0.010, Fan: false), ["deep-calf"] = new(0.012, 0.010, Deep: true, Fan: false),
    };

    public static MuscleStyle Of(string group) => ByGroup.TryGetValue(group, out var style) ? style : new MuscleStyle(0.013, 0.010);

    /// <summary>Width along a muscle: thin ends, full belly.</summary>
    /// <param name="along">0 to 1.</param>
    public static double Belly(double along) => 0.26 + 0.74 * Math.Pow(Math.Sin(Math.PI * Math.Clamp(along, 0.03, 0.97)), 0.75);
}
