using System.Runtime.InteropServices;

namespace DuckDB.NET.Data.Native;

/// <summary>Something of DuckDB's that must be given back, and keeps what it came from until it is: a chunk its result, a result its
/// statement, a statement its connection, a connection its database.</summary>
internal abstract class DuckHandle : SafeHandle
{
    private static int _alive;

    private readonly DuckHandle? _parent;

    protected DuckHandle(nint handle, DuckHandle? parent)
        : base(0, ownsHandle: true)
    {
        Interlocked.Increment(ref _alive);
        SetHandle(handle);
        var isKept = false;
        parent?.DangerousAddRef(ref isKept);
        _parent = parent;
    }

    /// <summary>How many are alive in this process, for the tests.</summary>
    public static int Alive => Volatile.Read(ref _alive);

    // What has no handle (a failed call's) is released as well, for its parent's sake.
    public override bool IsInvalid => false;

    protected abstract void Release();

    protected sealed override bool ReleaseHandle()
    {
        if (handle != 0)
            Release();
        _parent?.DangerousRelease();
        Interlocked.Decrement(ref _alive);
        return true;
    }
}
