namespace EmotionNotebooks.Web;

/// <summary>What the server says of the network it runs.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Weights">The weights' file name.</param>
/// <param name="Sha256">The file's SHA-256, in hexadecimal.</param>
/// <param name="Parameters">Number of trainable values.</param>
/// <param name="MultiplyAdds">Multiply-adds of one face.</param>
/// <param name="Detector">What finds the faces; null where each picture must be a face.</param>
/// <param name="Compute">Device, precision, threads, engine.</param>
public sealed record ModelCard(string Name, string Weights, string Sha256, long Parameters, long MultiplyAdds, string? Detector, string Compute);
