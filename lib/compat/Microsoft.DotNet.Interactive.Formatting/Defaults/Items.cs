using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The first items of a sequence, and what is known of the rest.</summary>
internal sealed class Items
{
    private Items(List<object?> first, int? rest, Thrown? thrown)
    {
        First = first;
        Rest = rest;
        Thrown = thrown;
    }

    public List<object?> First { get; }

    /// <summary>How many more there are; null where there are more and nobody has counted them.</summary>
    public int? Rest { get; }

    /// <summary>What ended the sequence early.</summary>
    public Thrown? Thrown { get; }

    /// <summary>What follows the first items, in words; empty where nothing does.</summary>
    public string RestText => Thrown?.ToString() ?? Rest switch
    {
        0 => "",
        null => "… more",
        var rest => string.Create(CultureInfo.InvariantCulture, $"… {rest:N0} more"),
    };

    public static Items Of(object sequence, int limit)
    {
        var first = new List<object?>();
        try
        {
            var items = Enumerable(sequence);
            var count = Count(items);
            var enumerator = items.GetEnumerator();
            try
            {
                while (enumerator.MoveNext())
                {
                    if (first.Count == limit)
                        return new Items(first, count - limit, null);
                    first.Add(enumerator.Current);
                }
            }
            finally
            {
                (enumerator as IDisposable)?.Dispose();
            }

            return new Items(first, 0, null);
        }
        catch (Exception exception)
        {
            return new Items(first, null, new Thrown(exception));
        }
    }

    private static IEnumerable Enumerable(object sequence) =>
        sequence as IEnumerable ?? (IEnumerable)sequence.GetType().GetMethod("ToArray", Type.EmptyTypes)!.Invoke(sequence, null)!;

    private static int? Count(IEnumerable items)
    {
        if (items is ICollection collection)
            return collection.Count;
        var face = Array.Find(items.GetType().GetInterfaces(), face => face.IsGenericType
            && (face.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || face.GetGenericTypeDefinition() == typeof(ICollection<>)));
        return (int?)face?.GetProperty("Count", BindingFlags.Public | BindingFlags.Instance)!.GetValue(items);
    }
}
