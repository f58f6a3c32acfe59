namespace EmotionNotebooks.Kernel.Display;

/// <summary>The front end of the code that runs here.</summary>
public static class FrontEnd
{
    private static readonly AsyncLocal<IFrontEnd?> Flowing = new();

    /// <summary>
    /// The front end of the cell that this code belongs to. It flows into tasks, threads and timers, so that what they show
    /// later still goes to the cell that started them. Null outside cells.
    /// </summary>
    public static IFrontEnd? Current
    {
        get => Flowing.Value;
        internal set => Flowing.Value = value;
    }
}
