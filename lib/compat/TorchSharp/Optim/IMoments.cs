namespace TorchSharp.Modules;

/// <summary>The state of Adam and of AdamW, which the package declares twice.</summary>
internal interface IMoments
{
    ref long Step { get; }

    ref torch.Tensor Mean { get; }

    ref torch.Tensor Square { get; }

    /// <summary>Null without amsgrad.</summary>
    ref torch.Tensor? Greatest { get; }
}
