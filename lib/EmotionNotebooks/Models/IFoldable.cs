namespace EmotionNotebooks.Models;

/// <summary>A module that can move its batch norm into the layer before it, for inference only.</summary>
public interface IFoldable
{
    /// <summary>Folds, once and for good: the module's outputs stay those of evaluation mode, it can't train any more.</summary>
    void FoldBatchNorm();
}
