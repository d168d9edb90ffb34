namespace Mainstay.Care;

/// <summary>Unsure: "I am not sure". Skipped: "rather not say". Only Given carries a value.</summary>
public enum AnswerState : byte { Unanswered, Unsure, Skipped, Given }

/// <summary>The answer to one input, 24 bytes.</summary>
/// <param name="State">Whether there is a value at all.</param>
/// <param name="Number">Number inputs: the value in the input's unit. Body map: how many regions are named. Otherwise 0.</param>
/// <param name="Bits">Choice: 1 shifted by the option's index. Set: one bit for each option chosen. YesNo: bit 0 is yes, bit 1 is no.</param>
public readonly record struct Answer(AnswerState State, double Number, ulong Bits)
{
    public static Answer Unanswered => default;
    public static Answer Unsure => new(AnswerState.Unsure, 0, 0);
    public static Answer Skipped => new(AnswerState.Skipped, 0, 0);
    public static Answer Yes => new(AnswerState.Given, 0, YesBit);
    public static Answer No => new(AnswerState.Given, 0, NoBit);
    public static Answer Of(double number) => new(AnswerState.Given, number, 0);
    public static Answer OfBits(ulong bits) => new(AnswerState.Given, 0, bits);

    internal const ulong YesBit = 1, NoBit = 2;

    public bool IsGiven => State == AnswerState.Given;
}
