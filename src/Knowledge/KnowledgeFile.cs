namespace Mainstay.Knowledge;

/// <summary>One file of the knowledge folder.</summary>
/// <param name="Path">Below the folder, with forward slashes: "claims/c-01.yaml".</param>
/// <param name="Text">Its whole text, UTF-8 decoded.</param>
public sealed record KnowledgeFile(string Path, string Text);
