namespace EmotionNotebooks.Data.Audit;

/// <summary>A label that FER+'s crowd contradicts: nearly all of those who were asked agree on another emotion.</summary>
/// <param name="Face">The face's index.</param>
/// <param name="Choice">What the crowd chose: an index into <see cref="FaceVotes.Names"/>, one of the eight emotions.</param>
/// <param name="Votes">How many chose it.</param>
/// <param name="Asked">How many votes there are.</param>
public readonly record struct Contradiction(int Face, int Choice, int Votes, int Asked);
