using System.Text;
using Mainstay.Care.Tests;
using Mainstay.Knowledge;

namespace Mainstay.Care.Bench;

/// <summary>The knowledge of this checkout and people to assess with it.</summary>
sealed class Subjects
{
    public Subjects()
    {
        var folder = KnowledgeFolder.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("There is no knowledge folder.");
        Library = LibraryLoader.Load(KnowledgeFolder.Read(folder));
        Form = new(Library);
        Triage = new(Form);
        Contributors = new(Form);
        Interview = new(Form, Triage, Contributors);
        People = new(Form);
        Mixed = [.. Enumerable.Range(1, 4096).Select(seed => People.Make((ulong)seed))];
        Blank = Answers.Empty(Form);
        Healthy = Blank.With("age", 38).With("sex", "f").With("onset_days", 5).With("nprs", 4).AssumeNo();
        Json = [.. Mixed.Select(a => Encoding.UTF8.GetBytes(AnswersJson.Write(a)))];
    }

    public Library Library { get; }
    public Questionnaire Form { get; }
    public Triage Triage { get; }
    public ContributorModel Contributors { get; }
    public Interview Interview { get; }
    public People People { get; }
    /// <summary>From the well to those with many signs, with blanks and doubts.</summary>
    public Answers[] Mixed { get; }
    public Answers Blank { get; }
    public Answers Healthy { get; }
    public byte[][] Json { get; }
}
