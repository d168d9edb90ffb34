namespace Mainstay.Figure;

/// <summary>The drawn person was asked for what cannot be drawn; the message says what, and what there is instead.</summary>
public sealed class FigureException(string message) : Exception(message);
