namespace EmotionNotebooks.Export.Onnx;

/// <summary>How the numbers of an exported network are kept.</summary>
public enum OnnxForm
{
    /// <summary>As the library computes: 32 bits.</summary>
    Fp32,

    /// <summary>16 bits: half the size, for GPUs and browsers with WebGPU.</summary>
    Fp16,

    /// <summary>8 bits by static quantisation: a quarter of the size, for processors.</summary>
#pragma warning disable CA1720 // the form is called so everywhere
    Int8,
#pragma warning restore CA1720
}
