using System.Text;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Tests.Execution;

/// <summary>Keeps what a cell shows.</summary>
internal sealed class RecordingFrontEnd : IFrontEnd
{
    private readonly Lock _gate = new();
    private readonly List<MimeBundle> _shown = [];
    private readonly StringBuilder _text = new();

    public IReadOnlyList<MimeBundle> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>All plain text of what was shown, and what was written.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    public void Write(string name, string text)
    {
        lock (_gate)
        {
            _text.Append(text);
        }
    }

    public void Display(MimeBundle bundle, string? displayId = null)
    {
        lock (_gate)
        {
            _shown.Add(bundle);
            _text.AppendLine(bundle.Data["text/plain"]);
        }
    }

    public void Update(MimeBundle bundle, string displayId) => Display(bundle, displayId);

    public void Clear(bool wait)
    {
    }

    public string ReadLine(string prompt, bool password) => "answer";
}
