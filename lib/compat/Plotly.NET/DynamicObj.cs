namespace DynamicObj;

/// <summary>
/// What every Plotly.NET object is: a bag of plotly.js attributes, in the order in which they were first set.
/// </summary>
public class DynamicObj
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Sets an attribute; a null value is written as null.</summary>
    public void SetValue<T>(string name, T value)
    {
        if (!_values.ContainsKey(name))
            _order.Add(name);
        _values[name] = value;
    }

    public bool Remove(string name)
    {
        _order.Remove(name);
        return _values.Remove(name);
    }

    /// <summary>The attributes; with <paramref name="includeInstanceProperties"/> also what the type itself declares.</summary>
    public virtual IEnumerable<KeyValuePair<string, object?>> GetProperties(bool includeInstanceProperties)
    {
        foreach (var name in _order)
            yield return new(name, _values[name]);
    }

    // What F# code does with an optional argument: an absent one leaves the attribute unset.
    internal void SetOption<T>(string name, Plotly.NET.FSharpOption<T>? value)
    {
        if (value is not null)
            SetValue(name, value.Value);
    }

    internal object? Peek(string name) => _values.GetValueOrDefault(name);

    internal void CopyTo(DynamicObj target)
    {
        foreach (var (name, value) in GetProperties(false))
            target.SetValue(name, value);
    }
}
