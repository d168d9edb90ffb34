using Mainstay.Body.Motions;

namespace Mainstay.Figure.Drawing;

/// <summary>How a drawing is made; the usual does for cards and pages.</summary>
public sealed record DrawingOptions
{
    public static DrawingOptions Usual { get; } = new();

    /// <summary>Read out in place of the picture; without one the drawing is hidden from readers of the page (aria-hidden).</summary>
    public string? Title { get; init; }
    /// <summary>Colours as attributes, for print and files that stand alone; else only classes.</summary>
    public Palette? Colours { get; init; }
    /// <summary>Metres a pixel of the picture from which the lines are traced, 0.001 to 0.005.</summary>
    public double Pixel { get; init; } = 0.002;
    /// <summary>Units of the drawing a metre.</summary>
    public double Unit { get; init; } = 400;
    /// <summary>Room around, metres.</summary>
    public double Margin { get; init; } = 0.05;
    public bool Floor { get; init; } = true;
    /// <summary>As of someone who rests or listens inwards.</summary>
    public bool EyesClosed { get; init; }
}

/// <summary>One moment to be drawn.</summary>
/// <param name="Pose">Placed, of the skin's model.</param>
/// <param name="Props">Where they are at that moment.</param>
public sealed record Scene(Frames Pose, IReadOnlyList<Prop> Props);
