namespace EmotionNotebooks.Models;

/// <summary>One layer of a network as it was seen in a forward pass over one face.</summary>
/// <param name="Name">Path of the layer in the network, as in its state dictionary.</param>
/// <param name="Kind">Type of the layer.</param>
/// <param name="OutputShape">Shape of its output without the batch, such as 32×48×48.</param>
/// <param name="Parameters">Number of trainable values.</param>
/// <param name="MultiplyAdds">Multiply-adds of its convolution or matrix product for one face.</param>
public sealed record LayerRow(string Name, string Kind, string OutputShape, long Parameters, long MultiplyAdds);
