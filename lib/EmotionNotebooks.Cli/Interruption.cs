using System.Runtime.InteropServices;

namespace EmotionNotebooks.Cli;

/// <summary>Ctrl-C and SIGTERM end a run after its running step, with all that ended kept; a second one ends it at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly string _message;

    /// <param name="message">What is said when the first one comes.</param>
    public Interruption(string message = "stopping after the running step (once more to stop at once)")
    {
        _message = message;
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
        }
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Ends when the first one comes.</summary>
    public Task Asked => _asked.Task;

    public bool Happened => _source.IsCancellationRequested;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (!Happened)
        {
            context.Cancel = true;
            _source.Cancel();
            Console.Error.WriteLine($"emotion: {_message}");
            _asked.TrySetResult();
        }
    }
}
