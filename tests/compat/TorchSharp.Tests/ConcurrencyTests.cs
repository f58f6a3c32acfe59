using System.Collections.Concurrent;
using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Trait("Needs", "Libtorch")]
public class ConcurrencyTests
{
    private const int Threads = 8;

    [Fact]
    public void Should_GiveTheSameAnswers_When_ThreadsShareAModel()
    {
        using var outer = NewDisposeScope();
        manual_seed(1);
        using var net = new SmallNet();
        net.eval();
        var input = noise(4, 1, 12, 12);
        double[] expected;
        using (no_grad())
        {
            expected = Close.Values(net.call(input));
        }

        Together(_ =>
        {
            using var off = no_grad();
            for (var i = 0; i < 25; i++)
            {
                using var scope = NewDisposeScope();
                Close.Equal(expected, Close.Values(net.call(input)), Tolerance.Single, "answer");
            }
        });
    }

    [Fact]
    public void Should_TrainAlike_When_EachThreadHasItsOwnModel()
    {
        var weights = new ConcurrentBag<double[]>();
        double[][] images = [.. Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 64).Select(j => Math.Sin((i * 64) + j)).ToArray())];
        Together(_ =>
        {
            using var scope = NewDisposeScope();
            var weight = new Parameter(filled([7, 64], 0.01f));
            using var optimizer = optim.SGD([weight], 0.1, momentum: 0.9);
            foreach (var image in images)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                var logits = weight.mul(tensor(Array.ConvertAll(image, value => (float)value))).sum([1]).reshape(1, 7);
                nn.functional.cross_entropy(logits, tensor(new long[] { 3 })).backward();
                optimizer.step();
            }

            weights.Add(Close.Values(weight));
        });

        Assert.Equal(Threads, weights.Count);
        Assert.All(weights, weight => Close.Equal(weights.First(), weight, Tolerance.Single, "weight"));
    }

    [Fact]
    public void Should_GiveEachItsOwnError_When_ThreadsFailTogether() => Together(thread =>
    {
        using var scope = NewDisposeScope();
        var x = ones(thread + 1);
        for (var i = 0; i < 200; i++)
        {
            var error = Record.Exception(() => x.reshape(thread + 2));
            Assert.Contains($"shape '[{thread + 2}]' is invalid for input of size {thread + 1}", error!.Message, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Should_Survive_When_TensorsAreFreedByOtherThreads()
    {
        var queue = new BlockingCollection<Tensor>();
        var consumer = new Thread(() =>
        {
            foreach (var tensor in queue.GetConsumingEnumerable())
            {
                tensor.Dispose();
            }
        });
        consumer.Start();
        Together(_ =>
        {
            for (var i = 0; i < 500; i++)
            {
                queue.Add(ones(100));
                if (i % 100 == 0)
                {
                    GC.Collect();
                }
            }
        });
        queue.CompleteAdding();
        consumer.Join();
    }

    private static void Together(Action<int> work)
    {
        var errors = new ConcurrentBag<Exception>();
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                work(i);
            }
#pragma warning disable CA1031 // whatever a thread throws is the test's to report
            catch (Exception error)
#pragma warning restore CA1031
            {
                errors.Add(error);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Empty(errors);
    }
}
