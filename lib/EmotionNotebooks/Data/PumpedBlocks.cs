using System.Collections.Concurrent;

namespace EmotionNotebooks.Data;

/// <summary>What comes out of a stream that inflates, read on a second thread while the first parses.</summary>
internal sealed class PumpedBlocks : IBlockSource
{
    private const int BlockSize = 1 << 18;
    private const int BlocksAhead = 3;

    private readonly Stream _content;
    private readonly Func<double> _fractionRead;
    private readonly IDisposable _owner;
    private readonly BlockingCollection<Block> _full = new(BlocksAhead);
    private readonly ConcurrentBag<byte[]> _free = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;
    private Block _current = new([], 0, 0);
    private int _taken;

    /// <summary>Begins to read.</summary>
    /// <param name="content">What to read; disposed at the end.</param>
    /// <param name="fractionRead">Which part of it has been read, 0 to 1; asked by the thread that reads.</param>
    /// <param name="owner">The file that the content comes from, disposed after it.</param>
    public PumpedBlocks(Stream content, Func<double> fractionRead, IDisposable owner)
    {
        (_content, _fractionRead, _owner) = (content, fractionRead, owner);
        _pump = Task.Factory.StartNew(Pump, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public double FractionRead => _current.FractionRead;

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
        ((IAsyncResult)_pump).AsyncWaitHandle.WaitOne();
        _content.Dispose();
        _owner.Dispose();
        _full.Dispose();
        _stop.Dispose();
    }

    private bool TryNextBlock()
    {
        if (_current.Bytes.Length > 0)
            _free.Add(_current.Bytes);
        (_current, _taken) = (new([], 0, _current.FractionRead), 0);
        if (_full.TryTake(out var next, Timeout.Infinite))
        {
            _current = next;
            return true;
        }

        // No more blocks: the pump has finished or failed, and its failure is thrown here.
        _pump.GetAwaiter().GetResult();
        return false;
    }

    private void Pump()
    {
        try
        {
            while (true)
            {
                var bytes = _free.TryTake(out var used) ? used : GC.AllocateUninitializedArray<byte>(BlockSize);
                var length = _content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                if (length > 0)
                    _full.Add(new(bytes, length, _fractionRead()), _stop.Token);
                if (length < bytes.Length)
                    break;
            }
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

    private sealed record Block(byte[] Bytes, int Length, double FractionRead);
}
