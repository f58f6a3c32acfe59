namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Something that is shown, and can be changed.</summary>
public class DisplayedValue
{
    private readonly Lazy<string> _displayId = new(() => Guid.NewGuid().ToString());

    /// <summary>Nothing is shown by this alone: <see cref="DisplayExtensions.Display"/> shows.</summary>
    public DisplayedValue(object? value, IReadOnlyList<FormattedValue> formattedValues)
    {
        ArgumentNullException.ThrowIfNull(formattedValues);
        Value = value;
        FormattedValues = formattedValues;
    }

    /// <summary>The name under which the front end knows it.</summary>
    public string DisplayId => _displayId.Value;

    /// <summary>Whether it was changed since it was first shown.</summary>
    public bool IsUpdated { get; private set; }

    /// <summary>Its forms, one for each MIME type.</summary>
    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    /// <summary>What is shown.</summary>
    public object? Value { get; private set; }

    /// <summary>Shows something else in its place, in the same MIME types.</summary>
    public void Update(object? updatedValue)
    {
        var formatted = FormattedValue.CreateManyFromObject(updatedValue, [.. FormattedValues.Select(value => value.MimeType)]);
        IsUpdated = true;
        Value = updatedValue;
        FormattedValues = formatted;
        Formatter.Raise(this);
    }
}
