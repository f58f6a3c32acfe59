using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Plots;

/// <summary>Figures of an evaluation as plots and pages show them.</summary>
internal static class EvaluationText
{
    public const string Nothing = "–";

    /// <summary>n, accuracy with its interval, and the network where it is known.</summary>
    public static string Short(Evaluation it)
    {
        var network = it.Network is null ? "" : $" · {it.Network}";
        return $"n = {PlotText.Count(it.Count)} · accuracy {Share(it.Accuracy)} (95% interval {Interval(it.Accuracy)}){network}";
    }

    /// <summary>Such as "66.12%".</summary>
    public static string Share(WilsonInterval? it) => it is null ? Nothing : PlotText.Percent(it.Estimate, 2);

    /// <summary>Such as "64.55–67.66%".</summary>
    public static string Interval(WilsonInterval? it) => it is null ? Nothing : PlotText.PercentRange(it.Lower, it.Upper, 2);

    /// <summary>Such as "66.12%", or "0.9713" for what is no share.</summary>
    public static string Value(BootstrapInterval it, bool isShare) =>
        it.Estimate is not { } value ? Nothing : isShare ? PlotText.Percent(value, 2) : PlotText.Loss(value);

    /// <summary>Such as "64.55–67.66%", or "0.9450–1.0021" for what is no share.</summary>
    public static string Interval(BootstrapInterval it, bool isShare) => (it.Lower, it.Upper) is not ({ } low, { } high)
        ? Nothing
        : isShare ? PlotText.PercentRange(low, high, 2) : $"{PlotText.Loss(low)}–{PlotText.Loss(high)}";
}
