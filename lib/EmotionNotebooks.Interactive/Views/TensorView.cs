using System.Globalization;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;
using static TorchSharp.torch;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Tensors: shape, type, device, and the values at the start of each of the last two dimensions.</summary>
internal static class TensorView
{
    private const int Most = 8;

    public static void Register() => View.Register<Tensor>(
        tensor => tensor.IsInvalid
            ? Markup.View(Markup.Paragraph(Disposed, quiet: true))
            : Markup.View(Markup.Paragraph(Head(tensor)) + Preview(tensor).Html() + Markup.Paragraph(Left(tensor), quiet: true)),
        tensor => tensor.IsInvalid ? Disposed : $"{Head(tensor)}\n{Preview(tensor).Plain()}\n{Left(tensor)}".TrimEnd());

    private static string Disposed => "a tensor that is disposed: its values are gone";

    private static string Head(Tensor tensor) =>
        $"tensor ({string.Join(", ", tensor.shape)}), {tensor.dtype}, {tensor.device}{(tensor.requires_grad ? ", with gradient" : "")}";

    private static string Left(Tensor tensor)
    {
        var shown = Rows(tensor) * Columns(tensor);
        if (shown == tensor.numel())
            return "";
        var leading = tensor.shape.Length > 2 ? $" of [{string.Join(", ", Enumerable.Repeat("0", tensor.shape.Length - 2))}, …]" : "";
        return $"the first {Rows(tensor)} × {Columns(tensor)}{leading}; {PlotText.Count(tensor.numel())} values in all";
    }

    private static long Columns(Tensor tensor) => Math.Min(Most, tensor.shape.Length == 0 ? 1 : tensor.shape[^1]);

    private static long Rows(Tensor tensor) => Math.Min(Most, tensor.shape.Length < 2 ? 1 : tensor.shape[^2]);

    private static Table Preview(Tensor tensor)
    {
        if (tensor.numel() == 0 || tensor.dtype is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64)
            return new([], []);
        using var scope = NewDisposeScope();
        var part = tensor.detach();
        for (var dimension = 0; dimension < tensor.shape.Length; dimension++)
        {
            var fromEnd = tensor.shape.Length - dimension;
            part = part.narrow(dimension, 0, fromEnd == 1 ? Columns(tensor) : fromEnd == 2 ? Rows(tensor) : 1);
        }

        var values = part.reshape(-1).cpu().to(ScalarType.Float64).data<double>().ToArray();
        var whole = tensor.dtype is not (ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64);
        return new([], [.. values.Chunk((int)Columns(tensor)).Select((row, i) => (string[])[$"[{i}]", .. row.Select(value => Text(value, whole))])]);
    }

    private static string Text(double value, bool whole) => value.ToString(whole ? "0" : "0.0000", CultureInfo.InvariantCulture);
}
