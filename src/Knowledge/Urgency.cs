namespace Mainstay.Knowledge;

/// <summary>How soon a person should be seen, in ascending order. Codes on the wire: S, open, R, U14, U24, E.</summary>
public enum Urgency
{
    /// <summary>S: self-care with a safety net.</summary>
    SelfCare,
    /// <summary>open: nothing above self-care fired, but a mandatory question is unanswered, so nobody is cleared yet.</summary>
    Open,
    /// <summary>R: a routine appointment.</summary>
    Routine,
    /// <summary>U14: a clinician within days, two weeks at most.</summary>
    WithinTwoWeeks,
    /// <summary>U24: the same day. No programme is shown.</summary>
    SameDay,
    /// <summary>E: emergency care now. No programme is shown and the questions end.</summary>
    Emergency,
}
