using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Tests.Live;

/// <summary>A drawn person of a <see cref="SampleVideo"/>.</summary>
/// <param name="Seed">Who it is, as <see cref="SampleFaces.Draw"/> takes it.</param>
/// <param name="Side">Side of the drawn face in pixels, hair and chin included.</param>
/// <param name="Place">The face's middle at a time in seconds; null while the person is away.</param>
/// <param name="Emotion">What the person shows at a time in seconds.</param>
internal sealed record SampleActor(ulong Seed, int Side, Func<double, FacePoint?> Place, Func<double, Emotion> Emotion);
