using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Live;

/// <summary>A person in a frame.</summary>
/// <param name="Person">The person's number, from 1.</param>
/// <param name="Reading">The face and what the network says of it, smoothed over time.</param>
public sealed record LivePerson(int Person, FaceReading Reading);
