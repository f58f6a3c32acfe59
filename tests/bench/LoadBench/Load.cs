using System.Collections.Concurrent;
using System.Diagnostics;

namespace LoadBench;

/// <summary>Requests at a steady rate, whether or not the earlier ones are answered.</summary>
internal sealed class Load(Client client, byte[][] pictures, int rate)
{
    // Batches of other sizes round otherwise; boxes are the same numbers.
    private const double Tolerance = 1e-4;
    private const int MostOpen = 2_000;

    private readonly double[][] _answers = new double[pictures.Length][];

    /// <summary>Asks for each picture alone.</summary>
    public async Task LearnAnswers(CancellationToken stop)
    {
        for (var i = 0; i < pictures.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            var (status, numbers) = await client.Predict(pictures[i]);
            _answers[i] = status == 200 ? numbers : throw new InvalidOperationException($"picture {i + 1}, alone, got status {status}");
        }
    }

    /// <summary>Sends for a while. A request's time begins when it was due, so that one that could not be sent in time counts as slow.</summary>
    public async Task<LoadResult> Run(TimeSpan length, CancellationToken stop)
    {
        var result = new LoadResult(rate, length, _answers.Average(answer => answer.Length > 0 ? 1.0 : 0.0));
        var open = new ConcurrentDictionary<int, Task>();
        var count = (int)(length.TotalSeconds * rate);
        var clock = Stopwatch.StartNew();
        var memory = WatchMemory(result, clock, length, stop);
        for (var i = 0; i < count && !stop.IsCancellationRequested; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate);
            if (due - clock.Elapsed is { TotalMilliseconds: > 1 } wait)
                await Task.Delay(wait, CancellationToken.None);
            while (open.Count >= MostOpen)
                await Task.WhenAny(open.Values);
            var number = i;
            var task = Send(number % pictures.Length, due, clock, result);
            open[number] = task;
            _ = task.ContinueWith(_ => open.TryRemove(number, out Task? _), TaskScheduler.Default);
        }

        await Task.WhenAll(open.Values);
        result.Time = clock.Elapsed;
        await memory;
        return result;
    }

    private async Task Send(int picture, TimeSpan due, Stopwatch clock, LoadResult result)
    {
        var (status, numbers) = await client.Predict(pictures[picture]);
        result.Add(status, clock.Elapsed - due, status == 200 && !IsSame(numbers, _answers[picture]));
    }

    private static bool IsSame(double[] found, double[] expected) =>
        found.Length == expected.Length && found.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance);

    private async Task WatchMemory(LoadResult result, Stopwatch clock, TimeSpan length, CancellationToken stop)
    {
        while (clock.Elapsed < length && !stop.IsCancellationRequested)
        {
            try
            {
                result.AddMemory(await client.Memory());
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                result.AddMissedMemory();
            }

            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }
}
