using System.Runtime.InteropServices;
using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

/// <summary>Misuse is a C# exception with libtorch's own words, and the process goes on.</summary>
[Trait("Needs", "Libtorch")]
public class ErrorTests
{
    public static TheoryData<string, string> Native => new()
    {
        { "matmul of wrong sizes", "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)" },
        { "add of wrong sizes", "The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1" },
        { "view of the wrong size", "shape '[4]' is invalid for input of size 6" },
        { "view of a transpose", "view size is not compatible with input tensor's size and stride" },
        { "cat of wrong sizes", "Sizes of tensors must match except in dimension 0" },
        { "dimension out of range", "Dimension out of range (expected to be in range of [-2, 1], but got 2)" },
        { "index out of range", "index out of range" },
        { "narrow past the end", "exceeds dimension size (3)" },
        { "log of a scalar type", "result type Float can't be cast to the desired output type" },
        { "matmul of wrong types", "expected" },
        { "backward of a matrix", "grad can be implicitly created only for scalar outputs" },
        { "backward without a graph", "does not require grad and does not have a grad_fn" },
        { "backward twice", "Trying to backward through the graph a second time" },
        { "in place on a leaf", "a leaf Variable that requires grad is being used in an in-place operation" },
        { "gradient of integers", "Only Tensors of floating point" },
        { "convolution of wrong channels", "expected input[1, 3, 8, 8] to have 2 channels, but got 3 channels instead" },
        { "kernel larger than input", "Kernel size can't be greater than actual input size" },
        { "pool to nothing", "Output size is too small" },
        { "target out of range", "Target 9 is out of bounds" },
        { "loss over wrong batch", "Expected input batch_size (2) to match target batch_size (3)" },
        { "one hot of negatives", "Class values must be non-negative" },
        { "max of nothing", "Expected reduction dim" },
        { "topk of too many", "selected index k out of range" },
    };

    [Theory]
    [MemberData(nameof(Native))]
    public void Should_SayWhatLibtorchSays_When_Misused(string misuse, string words)
    {
        using var scope = NewDisposeScope();

        var error = Assert.IsType<ExternalException>(Provoke(misuse), exactMatch: false);

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(6f, ones(2, 3).sum().item<float>());
    }

    [Theory]
    [MemberData(nameof(Native))]
    [Trait("Needs", "SystemStack")]
    public void Should_BeOneReadableLine_When_Misused(string misuse, string words)
    {
        // The package hands on libtorch's message with its C++ stack.
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        using var scope = NewDisposeScope();

        var message = Provoke(misuse)!.Message;

        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("Exception raised from", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 10, 400);
    }

    private static Exception? Provoke(string misuse)
    {
        var x = ones(2, 3);
        Action action = misuse switch
        {
            "matmul of wrong sizes" => () => x.matmul(x),
            "add of wrong sizes" => () => x.add(ones(2, 4)),
            "view of the wrong size" => () => x.view(4),
            "view of a transpose" => () => x.transpose(0, 1).view(6),
            "cat of wrong sizes" => () => cat([x, ones(2, 4)], 0),
            "dimension out of range" => () => x.select(2, 0),
            "index out of range" => () => x.index_select(0, tensor(new long[] { 5 })),
            "narrow past the end" => () => x.narrow(1, 2, 4),
            "log of a scalar type" => () => ones([2], ScalarType.Int64).add_(ones(2)),
            "matmul of wrong types" => () => x.matmul(ones([3, 2], ScalarType.Int64)),
            "backward of a matrix" => () => ones(2).requires_grad_().mul(2).backward(),
            "backward without a graph" => () => x.sum().backward(),
            "backward twice" => Twice,
            "in place on a leaf" => () => ones(2).requires_grad_().add_(1),
            "gradient of integers" => () => ones([2], ScalarType.Int64).requires_grad_(),
            "convolution of wrong channels" => () => F.conv2d(ones(1, 3, 8, 8), ones(4, 2, 3, 3)),
            "kernel larger than input" => () => F.conv2d(ones(1, 1, 2, 2), ones(1, 1, 5, 5)),
            "pool to nothing" => () => F.max_pool2d(ones(1, 1, 1, 1), 3),
            "target out of range" => () => F.cross_entropy(x, tensor(new long[] { 0, 9 })),
            "loss over wrong batch" => () => F.cross_entropy(x, tensor(new long[] { 0, 1, 2 })),
            "one hot of negatives" => () => F.one_hot(tensor(new long[] { -1 }), 3),
            "max of nothing" => () => zeros(0, 3).max(0),
            "topk of too many" => () => x.topk(9),
            _ => throw new ArgumentException(misuse),
        };

        return Record.Exception(action);

        static void Twice()
        {
            var leaf = ones(2).requires_grad_();
            var total = leaf.mul(leaf).sum();
            total.backward();
            total.backward();
        }
    }

    [Theory]
    [InlineData(1L << 50)]
    [InlineData(1L << 60)]
    [InlineData(long.MaxValue)]
    public void Should_ThrowAndGoOn_When_MemoryIsNotThere(long elements)
    {
        using var scope = NewDisposeScope();

        var error = Assert.ThrowsAny<Exception>(() => zeros([elements]));

        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.Equal(4f, ones(4).sum().item<float>());
    }

    [Fact]
    public void Should_Throw_When_SizeIsNegative()
    {
        using var scope = NewDisposeScope();

        Assert.ThrowsAny<Exception>(() => zeros([-1]));
        Assert.ThrowsAny<Exception>(() => randperm(-1));
    }

    public static TheoryData<string> Uses => ["add", "item", "data", "shape", "backward", "cat", "module", "numel", "dtype", "clone", "grad", "bytes", "optimizer"];

    [Theory]
    [MemberData(nameof(Uses))]
    public void Should_Throw_When_TensorIsDisposed(string use)
    {
        using var scope = NewDisposeScope();
        using var dense = nn.Linear(1, 1);
        var gone = ones(1, 1).requires_grad_();
        var other = ones(1, 1);
        gone.Dispose();
        Action action = use switch
        {
            "add" => () => other.add(gone),
            "item" => () => gone.item<float>(),
            "data" => () => gone.data<float>().ToArray(),
            "shape" => () => _ = gone.shape,
            "backward" => () => gone.backward(),
            "cat" => () => cat([other, gone], 0),
            "module" => () => dense.call(gone),
            "numel" => () => gone.numel(),
            "dtype" => () => _ = gone.dtype,
            "clone" => () => gone.clone(),
            "grad" => () => _ = gone.grad,
            "bytes" => () => _ = gone.bytes.Length,
            "optimizer" => Step,
            _ => throw new ArgumentException(use),
        };

        // ObjectDisposedException is one of these, too.
        var error = Assert.ThrowsAny<InvalidOperationException>(action);

        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.True(gone.IsInvalid);

        static void Step()
        {
            var weight = torch.nn.Parameter(ones(1));
            weight.sum().backward();
            using var optimizer = optim.SGD([weight], 0.1, momentum: 0.9);
            weight.Dispose();
            optimizer.step();
        }
    }

    [Fact]
    public void Should_Throw_When_ReadAsTheWrongType()
    {
        using var scope = NewDisposeScope();
        var x = ones(3);

        Assert.ThrowsAny<Exception>(() => x.data<double>());
        Assert.ThrowsAny<Exception>(() => x.data<long>());
        Assert.ThrowsAny<Exception>(() => x.item<float>());
    }

    [Fact]
    public void Should_Throw_When_ArrayAndShapeDisagree()
    {
        using var scope = NewDisposeScope();

        Assert.ThrowsAny<ArgumentException>(() => tensor(new float[5], new long[] { 2, 3 }));
    }

    [Fact]
    public void Should_Throw_When_CudaIsAskedForAndAbsent()
    {
        if (cuda.is_available())
        {
            return;
        }

        using var scope = NewDisposeScope();
        Assert.ThrowsAny<Exception>(() => ones(1).cuda());
        Assert.ThrowsAny<Exception>(() => ones(1).to(DeviceType.CUDA));
        Assert.Equal(1f, ones(1).item<float>());
    }

    [Fact]
    public void Should_KeepTheNextErrorItsOwn_When_SeveralFail()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3);
        for (var i = 0; i < 100; i++)
        {
            Assert.Contains("mat1 and mat2", Record.Exception(() => x.matmul(x))!.Message, StringComparison.Ordinal);
            Assert.Contains("shape '[4]'", Record.Exception(() => x.view(4))!.Message, StringComparison.Ordinal);
            Assert.Equal(6L, x.numel());
        }
    }
}
