namespace EmotionNotebooks.Plots;

/// <summary>The place of a panel, in shares of the drawing area.</summary>
internal readonly record struct Panel(double Left, double Right, double Bottom, double Top);
