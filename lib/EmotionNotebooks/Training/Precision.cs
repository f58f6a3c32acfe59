namespace EmotionNotebooks.Training;

/// <summary>The numbers that convolutions and matrix products compute in. Weights, losses and metrics are fp32 always.</summary>
public enum Precision
{
    /// <summary>bf16 where the hardware gains from it, else fp32.</summary>
    Auto,

    /// <summary>32-bit floating point.</summary>
    Fp32,

    /// <summary>bfloat16 by autocast; needs the system stack.</summary>
    Bf16,
}
