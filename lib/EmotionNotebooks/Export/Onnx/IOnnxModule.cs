namespace EmotionNotebooks.Export.Onnx;

/// <summary>A module that says which nodes its forward pass is, for what is more than its children in a row.</summary>
/// <remarks>The description stands beside <c>forward</c> and says the same: every export compares the two on faces, and so does a test for every
/// network of the catalogue.</remarks>
internal interface IOnnxModule
{
    /// <summary>Adds the nodes of the forward pass in evaluation mode.</summary>
    /// <param name="graph">The graph that grows.</param>
    /// <param name="input">The module's input.</param>
    /// <returns>The module's output.</returns>
    OnnxValue Describe(GraphBuilder graph, OnnxValue input);
}
