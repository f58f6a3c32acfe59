using System.Runtime.CompilerServices;
using OpenCvSharp.Native;
using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

/// <summary>A matrix: a picture or a table of numbers.</summary>
public class Mat : CvObject
{
    public Mat()
    {
        Check(eo_mat_new(out var handle, out var error), error);
        NativeObject = new NativeHandle(handle, eo_mat_free);
    }

    private Mat(nint handle) => NativeObject = new NativeHandle(handle, eo_mat_free);

    public int Rows => Layout().Rows;

    public int Cols => Layout().Cols;

    /// <summary>The first element; valid until the matrix is written to or disposed.</summary>
    public IntPtr Data => Layout().Data;

    /// <summary>Whether rows follow each other without gaps.</summary>
    public bool IsContinuous() => Layout().IsContinuous;

    /// <summary>A matrix over memory that its owner keeps where it is for as long as the matrix lives.</summary>
    public static Mat FromPixelData(int rows, int cols, MatType type, IntPtr data, long step = 0)
    {
        Check(eo_mat_over(rows, cols, type.Value, data, step, out var handle, out var error), error);
        return new Mat(handle);
    }

    /// <summary>Copies the elements, row by row. T is the type of one channel's value, and there is one channel.</summary>
    public unsafe bool GetArray<T>(out T[] data)
        where T : unmanaged
    {
        var layout = Layout();
        data = new T[layout.Rows * layout.Cols];
        if (data.Length == 0)
            return true;
        if (layout.Type >> 3 != 0 || Unsafe.SizeOf<T>() != ElementSize(layout.Type))
            throw new OpenCvSharpException($"Elements of type {layout.Type} cannot be read as {typeof(T).Name}.");
        if (!layout.IsContinuous)
            return false;
        new ReadOnlySpan<T>((void*)layout.Data, data.Length).CopyTo(data);
        GC.KeepAlive(this);
        return true;
    }

    private static int ElementSize(int type) => (type & 7) switch { 0 or 1 => 1, 2 or 3 or 7 => 2, 4 or 5 => 4, _ => 8 };

    private (int Rows, int Cols, int Type, nint Data, bool IsContinuous) Layout()
    {
        Check(eo_mat_layout(Handle, out var rows, out var cols, out var type, out var data, out var isContinuous, out var error), error);
        return (rows, cols, type, data, isContinuous != 0);
    }
}
