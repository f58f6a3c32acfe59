namespace EmotionNotebooks.Live;

/// <summary>What was read of a frame.</summary>
/// <param name="Frame">The frame's number, from 0; frames that a live camera gave in vain are counted.</param>
/// <param name="Seconds">When, from the first frame on.</param>
/// <param name="Persons">Those who were seen, by number.</param>
public sealed record LiveFrame(long Frame, double Seconds, IReadOnlyList<LivePerson> Persons);
