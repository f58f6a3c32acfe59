using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>libzmq's functions, as far as the kernel uses them.</summary>
internal static partial class Zmq
{
    public const int TryAgain = 11;             // EAGAIN on Linux
    public const int TryAgainElsewhere = 35;    // … on macOS
    public const int Interrupted = 4;           // EINTR
    public const int NoRoute = 113;             // EHOSTUNREACH on Linux
    public const int NoRouteElsewhere = 65;     // … on macOS
    public const int Terminated = 156384765;    // ETERM, a number of libzmq's own

    public const int DontWait = 1;
    public const int SendMore = 2;
    public const short PollIn = 1;

    private const string Library = "zmq";

    // What the system's package manager installs, then what a developer's link is called. None on Windows: some structures differ there.
    private static readonly string[] Names =
        OperatingSystem.IsMacOS() ? ["libzmq.5.dylib", "/opt/homebrew/lib/libzmq.5.dylib", "/usr/local/lib/libzmq.5.dylib"]
        : OperatingSystem.IsWindows() ? []
        : ["libzmq.so.5", "libzmq.so"];

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term", SetLastError = true)]
    public static partial int EndContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_ctx_shutdown", SetLastError = true)]
    public static partial int ShutContextDown(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket", SetLastError = true)]
    public static partial nint NewSocket(nint context, int type);

    [LibraryImport(Library, EntryPoint = "zmq_close", SetLastError = true)]
    public static partial int CloseSocket(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt", SetLastError = true)]
    public static unsafe partial int SetOption(nint socket, int option, void* value, nuint length);

    [LibraryImport(Library, EntryPoint = "zmq_bind", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(nint socket, string address);

    [LibraryImport(Library, EntryPoint = "zmq_connect", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Connect(nint socket, string address);

    [LibraryImport(Library, EntryPoint = "zmq_send", SetLastError = true)]
    public static unsafe partial int Send(nint socket, void* data, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init", SetLastError = true)]
    public static partial int InitialiseMessage(ref ZmqMessage message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv", SetLastError = true)]
    public static partial int ReceiveMessage(ref ZmqMessage message, nint socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    public static partial nint DataOf(ref ZmqMessage message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_size")]
    public static partial nuint SizeOf(ref ZmqMessage message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_more")]
    public static partial int HasMore(ref ZmqMessage message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    public static partial int CloseMessage(ref ZmqMessage message);

    [LibraryImport(Library, EntryPoint = "zmq_poll", SetLastError = true)]
    public static unsafe partial int Poll(ZmqPollItem* items, int count, long milliseconds);

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    public static partial nint TextOf(int error);

    /// <summary>Whether an error means that nothing was there, or that there was no room.</summary>
    public static bool IsTryAgain(int error) => error is TryAgain or TryAgainElsewhere;

#pragma warning disable CA2255 // the resolver must stand before the first import, whichever that is
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(Zmq).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return 0;
        }

        foreach (var candidate in Names)
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException(
            "libzmq 5 is missing, which carries the messages between Jupyter and its kernels: run ./emotion setup kernel, " +
            "or install it (Debian: apt-get install libzmq5; macOS: brew install zeromq; Windows: in WSL)");
    }
}
