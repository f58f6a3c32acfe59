namespace EmotionNotebooks.Kernel.Display;

/// <summary>The console's input: each line is asked for.</summary>
/// <param name="outside">What is read outside cells.</param>
internal sealed class ConsoleReader(TextReader outside) : TextReader
{
    // What is left of the last line, with its end.
    private string _rest = "";

    public override int Peek()
    {
        if (FrontEnd.Current is null)
            return outside.Peek();
        return _rest.Length > 0 ? _rest[0] : -1;
    }

    public override int Read()
    {
        if (FrontEnd.Current is not { } frontEnd)
            return outside.Read();
        if (_rest.Length == 0)
            _rest = frontEnd.ReadLine("", password: false) + "\n";
        var first = _rest[0];
        _rest = _rest[1..];
        return first;
    }

    public override string? ReadLine()
    {
        if (FrontEnd.Current is not { } frontEnd)
            return outside.ReadLine();
        if (_rest.Length == 0)
            return frontEnd.ReadLine("", password: false);
        var line = _rest[..^1];
        _rest = "";
        return line;
    }

    /// <summary>All that is typed up to an empty line: nobody can end the input of a notebook.</summary>
    public override string ReadToEnd()
    {
        if (FrontEnd.Current is null)
            return outside.ReadToEnd();
        var lines = new List<string>();
        while (ReadLine() is { Length: > 0 } line)
            lines.Add(line);
        return string.Join('\n', lines);
    }
}
