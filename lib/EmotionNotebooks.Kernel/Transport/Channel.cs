namespace EmotionNotebooks.Kernel.Transport;

/// <summary>The kernel's four channels of messages; the fifth, the heartbeat, carries none.</summary>
internal enum Channel
{
    /// <summary>Requests about code.</summary>
    Shell,

    /// <summary>Requests that must not wait: interrupt, shutdown.</summary>
    Control,

    /// <summary>Questions of the kernel to the person who ran a cell.</summary>
    Stdin,

    /// <summary>What everybody hears: outputs and states.</summary>
    Iopub,
}
