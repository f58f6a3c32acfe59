using System.Diagnostics;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>A front end at which a cell that is to stop does so: a library that reports its progress can be interrupted there.</summary>
internal sealed class InterruptibleFrontEnd(IFrontEnd inner, Interruption interruption) : IFrontEnd
{
    // What a finally block shows on the way out must not stop it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private long _thrown;

    public void Write(string name, string text)
    {
        Check();
        inner.Write(name, text);
    }

    public void Display(MimeBundle bundle, string? displayId = null)
    {
        Check();
        inner.Display(bundle, displayId);
    }

    public void Update(MimeBundle bundle, string displayId)
    {
        Check();
        inner.Update(bundle, displayId);
    }

    public void Clear(bool wait)
    {
        Check();
        inner.Clear(wait);
    }

    public string ReadLine(string prompt, bool password)
    {
        Check();
        return inner.ReadLine(prompt, password);
    }

    private void Check()
    {
        if (interruption.Token.IsCancellationRequested && (_thrown == 0 || Stopwatch.GetElapsedTime(_thrown) > Pause))
        {
            _thrown = Stopwatch.GetTimestamp();
            interruption.Token.ThrowIfCancellationRequested();
        }
    }
}
