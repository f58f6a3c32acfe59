using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Dynamic;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The attributes of an element, in the order in which they were set. A null value is an attribute without one.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The package's name.")]
public class HtmlAttributes : DynamicObject, IDictionary<string, object?>, IHtmlContent
{
    private readonly OrderedDictionary<string, object?> _attributes = new(StringComparer.Ordinal);

    public HtmlAttributes()
    {
    }

    public HtmlAttributes(IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        foreach (var (key, value) in attributes)
            _attributes.Add(key, value);
    }

    public int Count => _attributes.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => _attributes.Keys;

    public ICollection<object?> Values => _attributes.Values;

    /// <summary>An attribute; null where it has no value, or there is none.</summary>
    public object? this[string key]
    {
        get => _attributes.GetValueOrDefault(key);
        set => _attributes[key] = value;
    }

    public void Add(string key, object? value) => _attributes.Add(key, value);

    public void Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    /// <summary>Puts classes before those that are there.</summary>
    public void AddCssClass(string value) => this["class"] = TryGetValue("class", out var there) ? $"{value} {there}" : value;

    public void Clear() => _attributes.Clear();

    public bool Contains(KeyValuePair<string, object?> item) => _attributes.Contains(item);

    public bool ContainsKey(string key) => _attributes.ContainsKey(key);

    public void CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_attributes).CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _attributes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds attributes; one that is there stays, or is replaced.</summary>
    internal void MergeWith(IDictionary<string, object?> htmlAttributes, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(htmlAttributes);
        foreach (var (key, value) in htmlAttributes)
        {
            if (replace || !ContainsKey(key))
                this[key] = value;
        }
    }

    public bool Remove(string key) => _attributes.Remove(key);

    public bool Remove(KeyValuePair<string, object?> item) => ((ICollection<KeyValuePair<string, object?>>)_attributes).Remove(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => _attributes.TryGetValue(key, out value);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Count > 0)
            writer.Write($" {ToString()}");
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (key, value) in _attributes)
        {
            text.Append(text.Length > 0 ? " " : "").Append(key);
            if (value is not null)
                text.Append("=\"").Append(value is IHtmlContent html ? html.ToString() : WebUtility.HtmlEncode(value.ToString())).Append('"');
        }

        return text.ToString();
    }
}
