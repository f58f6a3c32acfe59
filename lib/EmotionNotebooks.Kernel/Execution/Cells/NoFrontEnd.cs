using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>Nobody: for what the kernel runs for itself.</summary>
internal sealed class NoFrontEnd : IFrontEnd
{
    private NoFrontEnd()
    {
    }

    public static NoFrontEnd Instance { get; } = new();

    public void Write(string name, string text)
    {
    }

    public void Display(MimeBundle bundle, string? displayId = null)
    {
    }

    public void Update(MimeBundle bundle, string displayId)
    {
    }

    public void Clear(bool wait)
    {
    }

    public string ReadLine(string prompt, bool password) => throw new InvalidOperationException("nobody can answer here");
}
