namespace Plotly.NET;

public sealed class Layout : DynamicObj.DynamicObj
{
    // Collections of the first are kept and the second's appended; anything else the second overwrites.
    private static readonly string[] Appended = ["annotations", "shapes", "images"];

    public static Layout combine(Layout first, Layout second)
    {
        var combined = new Layout();
        first.CopyTo(combined);
        second.CopyTo(combined);
        foreach (var name in Appended)
        {
            if (first.Peek(name) is System.Collections.IEnumerable before && second.Peek(name) is System.Collections.IEnumerable after)
                combined.SetValue(name, before.Cast<object>().Concat(after.Cast<object>()).ToArray());
        }

        return combined;
    }
}
