namespace Mainstay.Body;

/// <summary>What was asked of the body cannot be: an angle no joint reaches, a muscle that is not there, a number that is none.
/// The message says which, and what is allowed.</summary>
public sealed class BodyException(string message) : Exception(message);
