using System.Runtime.InteropServices;
using EmotionNotebooks.Kernel;
using EmotionNotebooks.Kernel.Dispatch;
using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Execution.Errors;
using EmotionNotebooks.Kernel.Transport;

const int Failed = 1;
const int BadInput = 2;
const int Terminated = 128 + 15;

if (args is not [var path])
{
    Log.Write("one argument is needed: Jupyter's connection file ('emotion kernel install' makes Jupyter give it)");
    return BadInput;
}

KernelServer server;
try
{
    server = new KernelServer(ConnectionFile.Load(path), CreateInterpreter, new History(History.DefaultPath));
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Log.Write(e.Message);
    return e is ZmqException ? Failed : BadInput;
}
catch (DllNotFoundException e)
{
    Log.Write(e.Message);
    return Failed;
}

// Who shuts a kernel down sends an interrupt first, which must not end it.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = true;
    server.Interrupt();
});
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
ParentWatch.Start(() => server.End(Failed));

var code = server.WaitForEnd();
server.Dispose();

// Threads that cells started may still run.
Environment.Exit(code);
return code;

// What cells write and show goes to their front end from here on.
static IInterpreter CreateInterpreter()
{
    ConsoleCapture.Start();
    NotebookDisplay.Start();
    UnhandledExceptions.Survive();
    return new CSharpInterpreter(new InterpreterOptions());
}

void End(PosixSignalContext context)
{
    context.Cancel = true;
    server.End(Terminated);
}
