namespace EmotionNotebooks.Kernel.Display;

/// <summary>
/// The console of notebook code: what it writes goes to the front end of its cell, what it reads is asked for there. Outside cells the console
/// is the process's own.
/// </summary>
public sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly TextReader _in = Console.In;

    private ConsoleCapture()
    {
        Console.SetOut(new ConsoleWriter("stdout", _out));
        Console.SetError(new ConsoleWriter("stderr", _error));
        Console.SetIn(new ConsoleReader(_in));
    }

    /// <summary>Begins it, for the whole process.</summary>
    public static ConsoleCapture Start() => new();

    /// <summary>Gives the process its console back.</summary>
    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        Console.SetIn(_in);
    }
}
