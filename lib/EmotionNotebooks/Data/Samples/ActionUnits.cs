namespace EmotionNotebooks.Data.Samples;

/// <summary>
/// How strongly each muscle group of the face acts, 0 (at rest) to about 1, by the numbers of the Facial Action Coding System
/// (Ekman, Friesen and Hager, "Facial Action Coding System: The Manual", 2002).
/// </summary>
internal sealed class ActionUnits
{
    /// <summary>AU1: the inner ends of the brows rise.</summary>
    public float InnerBrowRaiser;

    /// <summary>AU2: the outer ends of the brows rise.</summary>
    public float OuterBrowRaiser;

    /// <summary>AU4: the brows come down and together.</summary>
    public float BrowLowerer;

    /// <summary>AU5: the upper lids open wide.</summary>
    public float UpperLidRaiser;

    /// <summary>AU6: the cheeks rise and push the lower lids up.</summary>
    public float CheekRaiser;

    /// <summary>AU7: the lids narrow.</summary>
    public float LidTightener;

    /// <summary>AU9: the nose wrinkles and its wings rise.</summary>
    public float NoseWrinkler;

    /// <summary>AU10: the upper lip rises.</summary>
    public float UpperLipRaiser;

    /// <summary>AU12: the lip corners go up and out.</summary>
    public float LipCornerPuller;

    /// <summary>AU15: the lip corners go down.</summary>
    public float LipCornerDepressor;

    /// <summary>AU17: the chin boss rises and pushes the lower lip up.</summary>
    public float ChinRaiser;

    /// <summary>AU20: the lips stretch sideways.</summary>
    public float LipStretcher;

    /// <summary>AU23 and AU24: the lips are tight and pressed.</summary>
    public float LipTightener;

    /// <summary>AU25: the lips part.</summary>
    public float LipsPart;

    /// <summary>AU26: the jaw drops.</summary>
    public float JawDrop;

    /// <summary>AU43: the upper lids sink.</summary>
    public float EyesClosing;
}
