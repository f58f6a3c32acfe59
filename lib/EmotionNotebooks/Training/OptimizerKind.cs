namespace EmotionNotebooks.Training;

/// <summary>How gradients become steps.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent with Nesterov momentum.</summary>
    Sgd,

    /// <summary>Adam (Kingma &amp; Ba, arXiv 1412.6980), weight decay added to the gradient.</summary>
    Adam,

    /// <summary>AdamW (Loshchilov &amp; Hutter, arXiv 1711.05101), weight decay apart from the gradient.</summary>
    AdamW,
}
