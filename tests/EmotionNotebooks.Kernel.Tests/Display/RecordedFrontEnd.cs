using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Tests.Display;

/// <summary>A front end that writes down what it is told, and answers from a list.</summary>
internal sealed class RecordedFrontEnd : IFrontEnd
{
    private readonly Lock _gate = new();

    public List<(string Name, string Text)> Written { get; } = [];

    public List<(string Kind, MimeBundle Bundle, string? Id)> Shown { get; } = [];

    public List<bool> Cleared { get; } = [];

    public List<(string Prompt, bool Password)> Asked { get; } = [];

    public Queue<string> Answers { get; init; } = [];

    public MimeBundle Last => Shown[^1].Bundle;

    /// <summary>Runs code as a cell would, on a thread of its own.</summary>
    public static RecordedFrontEnd Run(Action<RecordedFrontEnd> cell, params string[] answers)
    {
        var frontEnd = new RecordedFrontEnd { Answers = new(answers) };
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            FrontEnd.Current = frontEnd;
            try
            {
                cell(frontEnd);
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
        });
        thread.Start();
        thread.Join();
        return thrown is null ? frontEnd : throw new AggregateException(thrown);
    }

    /// <summary>All that was written to a stream.</summary>
    public string Text(string name) => string.Concat(Written.Where(piece => piece.Name == name).Select(piece => piece.Text));

    public void Write(string name, string text)
    {
        lock (_gate)
            Written.Add((name, text));
    }

    public void Display(MimeBundle bundle, string? displayId = null)
    {
        lock (_gate)
            Shown.Add(("display", bundle, displayId));
    }

    public void Update(MimeBundle bundle, string displayId)
    {
        lock (_gate)
            Shown.Add(("update", bundle, displayId));
    }

    public void Clear(bool wait) => Cleared.Add(wait);

    public string ReadLine(string prompt, bool password)
    {
        Asked.Add((prompt, password));
        return Answers.Dequeue();
    }
}
