using System.Text;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>Text of a stream that waits for more, so that a loop of small writes makes few messages. Not safe from several threads.</summary>
internal sealed class PendingText
{
    /// <summary>How long text waits at most, in milliseconds.</summary>
    public const int Delay = 50;

    // Above this many characters nothing waits.
    private const int Enough = 1 << 20;

    private readonly StringBuilder _text = new();
    private byte[]? _parent;
    private string _stream = "";
    private long _due;

    /// <summary>Milliseconds until the text must go out; -1 where there is none.</summary>
    public int Remaining => _parent is null ? -1 : (int)Math.Max(0, _due - Environment.TickCount64);

    /// <summary>Adds a piece.</summary>
    /// <returns>What must go out first, or at once; null where nothing must.</returns>
    public Outgoing.Piece? Add(Outgoing.Piece piece)
    {
        var before = _parent is not null && (!ReferenceEquals(_parent, piece.Parent) || _stream != piece.Stream) ? Take() : null;
        if (_parent is null)
        {
            (_parent, _stream, _due) = (piece.Parent, piece.Stream, Environment.TickCount64 + Delay);
        }

        _text.Append(piece.Text);
        return before ?? (_text.Length > Enough ? Take() : null);
    }

    /// <summary>Takes what waits; null where nothing does.</summary>
    public Outgoing.Piece? Take()
    {
        if (_parent is null)
        {
            return null;
        }

        var piece = new Outgoing.Piece(_parent, _stream, _text.ToString());
        _parent = null;
        _text.Clear();
        if (_text.Capacity > 4 * Enough)
        {
            _text.Capacity = Enough;
        }

        return piece;
    }
}
