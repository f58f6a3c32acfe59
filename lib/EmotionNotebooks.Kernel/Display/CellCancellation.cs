namespace EmotionNotebooks.Kernel.Display;

/// <summary>The wish that a cell stop, for code that can stop of itself and leave things in order.</summary>
#pragma warning disable CA1001 // a source without a timer holds nothing to dispose, and code that the cell started may ask it later
public sealed class CellCancellation
#pragma warning restore CA1001
{
    private static readonly AsyncLocal<CellCancellation?> Flowing = new();

    private readonly CancellationTokenSource _source = new();
    private volatile bool _isHeard;

    /// <summary>That of the cell that this code belongs to; it flows as <see cref="FrontEnd.Current"/> does. Null outside cells.</summary>
    public static CellCancellation? Current
    {
        get => Flowing.Value;
        internal set => Flowing.Value = value;
    }

    /// <summary>Cancelled when the cell is to stop. Who takes it is given time to stop before the cell is stopped by force.</summary>
    public CancellationToken Token
    {
        get
        {
            _isHeard = true;
            return _source.Token;
        }
    }

    /// <summary>Whether the cell is to stop.</summary>
    internal bool IsRequested => _source.IsCancellationRequested;

    /// <summary>Asks the cell to stop.</summary>
    /// <returns>Whether anybody listens who has not been asked before.</returns>
    internal bool Request()
    {
        var isFirst = !IsRequested;
        _source.Cancel();
        return isFirst && _isHeard;
    }
}
