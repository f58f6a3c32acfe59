using System.Collections.Concurrent;
using System.IO.Compression;

namespace EmotionNotebooks.Data;

/// <summary>A gzip file, inflated on a second thread while the first parses.</summary>
internal sealed class GzipBlocks : IBlockSource
{
    private const int BlockSize = 1 << 18;
    private const int BlocksAhead = 3;

    private readonly FileStream _file;
    private readonly double _length;
    private readonly BlockingCollection<Block> _full = new(BlocksAhead);
    private readonly ConcurrentBag<byte[]> _free = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _inflater;
    private Block _current = new([], 0, 0);
    private int _taken;

    public GzipBlocks(FileStream file)
    {
        _file = file;
        _length = file.Length;
        _inflater = Task.Factory.StartNew(Inflate, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public double FractionRead => _current.FilePosition / _length;

    public int Read(Span<byte> target)
    {
        if (_taken == _current.Length && !TryNextBlock())
            return 0;
        var count = Math.Min(target.Length, _current.Length - _taken);
        _current.Bytes.AsSpan(_taken, count).CopyTo(target);
        _taken += count;
        return count;
    }

    public void Dispose()
    {
        _stop.Cancel();
        ((IAsyncResult)_inflater).AsyncWaitHandle.WaitOne();
        _file.Dispose();
        _full.Dispose();
        _stop.Dispose();
    }

    private bool TryNextBlock()
    {
        if (_current.Bytes.Length > 0)
            _free.Add(_current.Bytes);
        (_current, _taken) = (new([], 0, _current.FilePosition), 0);
        if (_full.TryTake(out var next, Timeout.Infinite))
        {
            _current = next;
            return true;
        }

        // No more blocks: the inflater has finished or failed, and its failure is thrown here.
        _inflater.GetAwaiter().GetResult();
        return false;
    }

    private void Inflate()
    {
        try
        {
            using var gzip = new GZipStream(new GzipFile(_file), CompressionMode.Decompress);
            // Every block begins with the bytes held back from the one before: the last ones are the end mark.
            var held = new byte[GzipFile.EndMark.Length];
            var holds = 0;
            while (true)
            {
                var bytes = _free.TryTake(out var used) ? used : GC.AllocateUninitializedArray<byte>(BlockSize);
                held.AsSpan(0, holds).CopyTo(bytes);
                var end = holds + gzip.ReadAtLeast(bytes.AsSpan(holds), bytes.Length - holds, throwOnEndOfStream: false);
                var length = Math.Max(0, end - held.Length);
                holds = end - length;
                bytes.AsSpan(length, holds).CopyTo(held);
                if (length > 0)
                    _full.Add(new(bytes, length, _file.Position), _stop.Token);
                if (end < bytes.Length)
                    break;
            }

            if (!held.AsSpan(0, holds).SequenceEqual(GzipFile.EndMark))
                throw new InvalidDataException("the compressed data ends early, or other data follow it");
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The reader has found a fault in the rows and left.
        }
        finally
        {
            _full.CompleteAdding();
        }
    }

    private sealed record Block(byte[] Bytes, int Length, long FilePosition);
}
