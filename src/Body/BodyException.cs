namespace Mainstay.Body;

/// <summary>What was asked of the body cannot be: an angle no joint reaches, a muscle that is not there, a number that is none.
/// The message says which, and what is allowed.</summary>
public class BodyException(string message) : Exception(message);

/// <summary>The shares of the muscles did not settle, so there are no loads to tell. A fault of the computation, not of the question.</summary>
public sealed class UnsolvedException(string message) : BodyException(message);
