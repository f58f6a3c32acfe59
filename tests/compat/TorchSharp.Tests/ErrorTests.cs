using System.Runtime.InteropServices;
using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

/// <summary>Misuse is a C# exception with libtorch's own words, and the process goes on.</summary>
[Trait("Needs", "Libtorch")]
public class ErrorTests
{
    public static TheoryData<string, string> Native => new()
    {
        { "add of wrong sizes", "The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1" },
        { "shape of the wrong size", "shape '[4]' is invalid for input of size 6" },
        { "dimension out of range", "Dimension out of range (expected to be in range of [-2, 1], but got 2)" },
        { "index out of range", "index out of range" },
        { "narrow past the end", "exceeds dimension size (3)" },
        { "log of a scalar type", "result type Float can't be cast to the desired output type" },
        { "backward of a matrix", "grad can be implicitly created only for scalar outputs" },
        { "backward without a graph", "does not require grad and does not have a grad_fn" },
        { "backward twice", "Trying to backward through the graph a second time" },
        { "in place on a leaf", "a leaf Variable that requires grad is being used in an in-place operation" },
        { "gradient of integers", "Only Tensors of floating point" },
        { "kernel larger than input", "Kernel size can't be greater than actual input size" },
        { "pool to nothing", "Output size is too small" },
        { "target out of range", "Target 9 is out of bounds" },
        { "loss over wrong batch", "Expected input batch_size (2) to match target batch_size (3)" },
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
            "add of wrong sizes" => () => x.add(ones(2, 4)),
            "shape of the wrong size" => () => x.reshape(4),
            "dimension out of range" => () => x.narrow(2, 0, 1),
            "index out of range" => () => x.index_select(0, tensor(new long[] { 5 })),
            "narrow past the end" => () => x.narrow(1, 2, 4),
            "log of a scalar type" => () => filled([2], 1, ScalarType.Int64).add_(ones(2)),
            "backward of a matrix" => () => ones(2).Leaf().mul(2).backward(),
            "backward without a graph" => () => x.sum().backward(),
            "backward twice" => Twice,
            "in place on a leaf" => () => ones(2).Leaf().add_(1),
            "gradient of integers" => () => filled([2], 1, ScalarType.Int64).Leaf(),
            "kernel larger than input" => () => With(nn.Conv2d(1, 1, 5), ones(1, 1, 2, 2)),
            "pool to nothing" => () => With(nn.MaxPool2d(3), ones(1, 1, 1, 1)),
            "target out of range" => () => F.cross_entropy(x, tensor(new long[] { 0, 9 })),
            "loss over wrong batch" => () => F.cross_entropy(x, tensor(new long[] { 0, 1, 2 })),
            _ => throw new ArgumentException(misuse),
        };

        return Record.Exception(action);

        static void With(nn.Module<Tensor, Tensor> module, Tensor input)
        {
            using (module)
            {
                module.call(input);
            }
        }

        static void Twice()
        {
            var leaf = ones(2).Leaf();
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
    [Trait("Needs", "SystemStack")]
    public void Should_Throw_When_SizeIsNegative()
    {
        Assert.SkipUnless(Seam.Exists, "a negative size ends the process on the package");
        using var scope = NewDisposeScope();

        Assert.ThrowsAny<Exception>(() => zeros([-1]));
    }

    public static TheoryData<string> Uses => ["add", "item", "data", "shape", "backward", "module", "numel", "dtype", "clone", "grad", "bytes"];

    [Theory]
    [MemberData(nameof(Uses))]
    public void Should_Throw_When_TensorIsDisposed(string use)
    {
        using var scope = NewDisposeScope();
        using var dense = nn.Linear(1, 1);
        var gone = ones(1, 1).Leaf();
        var other = ones(1, 1);
        gone.Dispose();
        Action action = use switch
        {
            "add" => () => other.add(gone),
            "item" => () => gone.item<float>(),
            "data" => () => gone.data<float>().ToArray(),
            "shape" => () => _ = gone.shape,
            "backward" => () => gone.backward(),
            "module" => () => dense.call(gone),
            "numel" => () => gone.numel(),
            "dtype" => () => _ = gone.dtype,
            "clone" => () => gone.Copy(),
            "grad" => () => _ = gone.grad,
            "bytes" => () => _ = gone.bytes.Length,
            _ => throw new ArgumentException(use),
        };

        // ObjectDisposedException is one of these, too.
        var error = Assert.ThrowsAny<InvalidOperationException>(action);

        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.True(gone.IsInvalid);
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_Throw_When_SteppedOverWhatIsDisposed()
    {
        Assert.SkipUnless(Seam.Exists, "the package throws other types");
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(1));
        weight.sum().backward();
        using var optimizer = optim.SGD([weight], 0.1, momentum: 0.9);
        using var other = optim.Adam([weight], 0.1);
        other.Dispose();
        weight.Dispose();

        Assert.ThrowsAny<InvalidOperationException>(() => optimizer.step());
        Assert.Throws<ObjectDisposedException>(() => other.step());
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
        Assert.ThrowsAny<Exception>(() => ones(1).to(device("cuda")));
        Assert.ThrowsAny<Exception>(() => ones(1).to(DeviceType.CUDA));
        Assert.Equal(1f, ones(1).item<float>());
    }

    [Fact]
    public void Should_KeepTheNextErrorItsOwn_When_SeveralFail()
    {
        using var scope = NewDisposeScope();
        var (x, other) = (ones(2, 3), ones(2, 4));
        for (var i = 0; i < 100; i++)
        {
            Assert.Contains("must match the size", Record.Exception(() => x.add(other))!.Message, StringComparison.Ordinal);
            Assert.Contains("shape '[4]'", Record.Exception(() => x.reshape(4))!.Message, StringComparison.Ordinal);
            Assert.Equal(6L, x.numel());
        }
    }
}
