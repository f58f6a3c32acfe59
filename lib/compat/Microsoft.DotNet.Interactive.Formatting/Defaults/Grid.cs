using System.Globalization;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The first rows and columns of a rectangular array.</summary>
internal sealed class Grid
{
    private Grid(List<object?[]> rows, string rest)
    {
        Rows = rows;
        Rest = rest;
    }

    public List<object?[]> Rows { get; }

    /// <summary>How large the whole is, where it is not all there; empty otherwise.</summary>
    public string Rest { get; }

    public static Grid Of(Array array)
    {
        var (height, width) = (array.GetLength(0), array.GetLength(1));
        var limit = Limits.Of(array.GetType().GetElementType()!);
        var rows = new List<object?[]>();
        for (var row = 0; row < Math.Min(height, limit); row++)
        {
            var items = new object?[Math.Min(width, limit)];
            for (var column = 0; column < items.Length; column++)
                items[column] = array.GetValue(array.GetLowerBound(0) + row, array.GetLowerBound(1) + column);
            rows.Add(items);
        }

        var isAll = height <= limit && width <= limit && height * width > 0;
        return new Grid(
            rows.Count > 0 ? rows : [[]],
            isAll ? "" : string.Create(CultureInfo.InvariantCulture, $"{(height * width > 0 ? "… " : "")}{height:N0} × {width:N0} in all"));
    }
}
