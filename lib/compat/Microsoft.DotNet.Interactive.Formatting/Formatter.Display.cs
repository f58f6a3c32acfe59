namespace Microsoft.DotNet.Interactive.Formatting;

public static partial class Formatter
{
    private static event Action<DisplayedValue>? Displayed;

    /// <summary>Learns of every value that is shown or changed. Where nobody listens, values go to the console.</summary>
    /// <returns>Ends it.</returns>
    public static IDisposable SubscribeToDisplayedValues(Action<DisplayedValue> onEvent)
    {
        Displayed += onEvent;
        return new Subscription(onEvent);
    }

    /// <summary>Writes a shown value as a line of the console, as plain text where it has that form.</summary>
    public static void WriteToConsole(DisplayedValue displayedValue)
    {
        ArgumentNullException.ThrowIfNull(displayedValue);
        var values = displayedValue.FormattedValues;
        if (values.Count > 0)
            Console.WriteLine((values.FirstOrDefault(value => value.MimeType == PlainTextFormatter.MimeType) ?? values[0]).Value);
    }

    internal static void Raise(DisplayedValue value) => (Displayed ?? WriteToConsole)(value);

    private sealed class Subscription(Action<DisplayedValue> onEvent) : IDisposable
    {
        private Action<DisplayedValue>? _onEvent = onEvent;

        public void Dispose() => Displayed -= Interlocked.Exchange(ref _onEvent, null);
    }
}
