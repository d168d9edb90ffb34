namespace Mainstay.Care;

/// <summary>A person's record that a professional has seen them for one rule. It never lowers the urgency that is reported: it marks that one
/// rule, for as long as the answers the rule reads stay the same.</summary>
/// <param name="RuleId">The rule they were seen for.</param>
/// <param name="On">The day they were seen.</param>
/// <param name="By">By whom, in the person's own words.</param>
/// <param name="Told">What they were told, in the person's own words.</param>
/// <param name="ExerciseAllowed">Only then does the rule stop holding the programme back and raising its suspicions.</param>
/// <param name="Fingerprint">Of the rule's answers at the time of recording: <see cref="Triage.Fingerprint"/>.</param>
public sealed record Seen(string RuleId, DateOnly On, string By, string Told, bool ExerciseAllowed, string Fingerprint);
