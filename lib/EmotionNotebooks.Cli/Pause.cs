using System.Runtime.InteropServices;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli;

/// <summary>
/// Holds a training up after its running step: SIGTSTP (Ctrl-Z) until SIGCONT (<c>fg</c>), as a shell expects of a job; SIGUSR1 until the
/// next SIGUSR1. Nothing is computed meanwhile.
/// </summary>
internal sealed class Pause : TrainingCallback, IDisposable
{
    // .NET knows no names for these two; their numbers differ by system.
    private static readonly int User1 = OperatingSystem.IsMacOS() ? 30 : 10;
    private static readonly int Stop = OperatingSystem.IsMacOS() ? 17 : 19;

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly CancellationToken _end;
    private volatile bool _mustStop;
    private volatile bool _mustWait;

    /// <param name="end">Ends a pause for good.</param>
    public Pause(CancellationToken end)
    {
        _end = end;
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, context =>
        {
            context.Cancel = true;
            _mustStop = true;
        }));
        _registrations.Add(PosixSignalRegistration.Create((PosixSignal)User1, context =>
        {
            context.Cancel = true;
            _mustWait = !_mustWait;
        }));
    }

    public override void OnStep(TrainingState state)
    {
        if (_mustStop)
        {
            _mustStop = false;
            Console.Error.WriteLine($"emotion: paused in epoch {state.Epoch} (go on: fg, or kill -CONT {Environment.ProcessId})");
            Signals.Send(Environment.ProcessId, Stop);
            Console.Error.WriteLine("emotion: going on");
        }

        if (!_mustWait)
        {
            return;
        }

        Console.Error.WriteLine($"emotion: paused in epoch {state.Epoch} (go on: kill -USR1 {Environment.ProcessId})");
        while (_mustWait && !_end.WaitHandle.WaitOne(200))
        {
        }

        Console.Error.WriteLine("emotion: going on");
    }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());
}
