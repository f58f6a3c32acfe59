namespace EmotionNotebooks.Kernel.Display;

/// <summary>What a running cell can show to the person in front of it, and ask of them. Safe to call from any thread.</summary>
public interface IFrontEnd
{
    /// <summary>Text of a stream. Small pieces may be held back for some 50 ms and sent together; nothing is lost.</summary>
    /// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">The text.</param>
    void Write(string name, string text);

    /// <summary>Shows something.</summary>
    /// <param name="bundle">What.</param>
    /// <param name="displayId">The name by which <see cref="Update"/> changes it; null where nothing will.</param>
    void Display(MimeBundle bundle, string? displayId = null);

    /// <summary>Changes what was shown under a name, by whichever cell.</summary>
    /// <param name="bundle">What to show instead.</param>
    /// <param name="displayId">The name.</param>
    void Update(MimeBundle bundle, string displayId);

    /// <summary>Removes what the cell has shown.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    void Clear(bool wait);

    /// <summary>Asks for a line, and waits for it.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="password">Whether the answer is hidden.</param>
    /// <exception cref="InvalidOperationException">The front end takes no questions (<c>allow_stdin</c> is false).</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted meanwhile.</exception>
    string ReadLine(string prompt, bool password);
}
