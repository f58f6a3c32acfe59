using System.Collections.Concurrent;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Web.Reading;

namespace EmotionNotebooks.Web.Tests.Reading;

public sealed class FaceBatcherTests
{
    [Fact]
    public async Task Should_Gather_What_Came_While_The_Network_Was_Busy()
    {
        using var gate = new ManualResetEventSlim();
        var sizes = new ConcurrentQueue<int>();
        using var batcher = new FaceBatcher([found => Wait(gate, found)], batchSize: 8, sizes.Enqueue);

        var first = batcher.Add(Picture("0"), default);
        await Until(() => batcher.Waiting == 0);
        var others = Enumerable.Range(1, 20).Select(i => batcher.Add(Picture($"{i}"), default)).ToArray();
        gate.Set();

        Assert.Equal("0", (await first).Origin);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}"), (await Task.WhenAll(others)).Select(reading => reading.Origin));
        Assert.Equal([1, 8, 8, 4], sizes);
    }

    [Fact]
    public async Task Should_Take_A_Picture_With_More_Faces_Than_A_Batch()
    {
        var sizes = new ConcurrentQueue<int>();
        using var batcher = new FaceBatcher([Read], batchSize: 4, sizes.Enqueue);

        Assert.Equal(9, (await batcher.Add(Picture("crowd", faces: 9), default)).Faces.Count);
        Assert.Equal([9], sizes);
    }

    [Fact]
    public async Task Should_Tell_The_Clients_Of_A_Failed_Batch_And_Go_On()
    {
        using var batcher = new FaceBatcher([found => found.Any(it => it.Origin == "bad") ? throw new InvalidOperationException("no") : Read(found)], 1, _ => { });

        await Assert.ThrowsAsync<InvalidOperationException>(() => batcher.Add(Picture("bad"), default));
        Assert.Equal("good", (await batcher.Add(Picture("good"), default)).Origin);
        Assert.True(batcher.IsAlive);
    }

    [Fact]
    public async Task Should_Leave_Out_What_Nobody_Waits_For()
    {
        using var gate = new ManualResetEventSlim();
        using var gone = new CancellationTokenSource();
        var seen = new ConcurrentQueue<string>();
        using var batcher = new FaceBatcher(
            [
                found =>
                {
                    foreach (var picture in found)
                        seen.Enqueue(picture.Origin);
                    return Wait(gate, found);
                },
            ],
            1,
            _ => { });

        var first = batcher.Add(Picture("first"), default);
        await Until(() => batcher.Waiting == 0);
        var left = batcher.Add(Picture("left"), gone.Token);
        var last = batcher.Add(Picture("last"), default);
        await gone.CancelAsync();
        gate.Set();

        await Task.WhenAll(first, last);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(["first", "last"], seen);
    }

    [Fact]
    public async Task Should_Finish_What_Waits_When_Disposed()
    {
        var batcher = new FaceBatcher([Read, Read], 2, _ => { });
        var all = Enumerable.Range(0, 50).Select(i => batcher.Add(Picture($"{i}"), default)).ToArray();

        batcher.Dispose();

        Assert.All(all, task => Assert.True(task.IsCompletedSuccessfully));
        Assert.Equal("49", (await all[49]).Origin);
    }

    private static IReadOnlyList<PhotoReading> Wait(ManualResetEventSlim gate, IReadOnlyList<FoundFaces> found)
    {
        gate.Wait();
        return Read(found);
    }

    private static IReadOnlyList<PhotoReading> Read(IReadOnlyList<FoundFaces> found) =>
        [.. found.Select(it => new PhotoReading(it.Origin, it.Width, it.Height, [.. it.Faces.Select(face => new FaceReading(face.Box, 1, ["a", "b"], [0.5f, 0.5f], false))]))];

    private static FoundFaces Picture(string name, int faces = 1) =>
        new(name, 48, 48, [.. Enumerable.Repeat(new DetectedFace(new(0, 0, 48, 48), 1), faces)], new byte[faces * 48 * 48]);

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 1_000 && !condition(); i++)
        {
            await Task.Delay(5);
        }

        Assert.True(condition());
    }
}
