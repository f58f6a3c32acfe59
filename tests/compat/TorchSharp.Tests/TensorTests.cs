using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>What a tensor says of itself, how it is made from managed data, and how its values come back.</summary>
[Trait("Needs", "Libtorch")]
public class TensorTests
{
    [Fact]
    public void Should_DescribeItself_When_Made()
    {
        using var scope = NewDisposeScope();
        var tensor = zeros([2, 3, 4]);

        Assert.Equal([2L, 3, 4], tensor.shape);
        Assert.Equal(3L, tensor.size(1));
        Assert.Equal(4L, tensor.size(-1));
        Assert.Equal(24L, tensor.numel());
        Assert.Equal(ScalarType.Float32, tensor.dtype);
        Assert.Equal(DeviceType.CPU, tensor.device.type);
        Assert.Equal("cpu", tensor.device.ToString());
        Assert.True(tensor.is_contiguous());
        Assert.False(tensor.transpose(0, 1).is_contiguous());
        Assert.False(tensor.IsInvalid);
    }

    [Fact]
    public void Should_HaveTorchsNumbers_When_TypesAreCast()
    {
        var expected = new (ScalarType Type, int Number)[]
        {
            (ScalarType.Byte, 0), (ScalarType.Int8, 1), (ScalarType.Int16, 2), (ScalarType.Int32, 3), (ScalarType.Int64, 4),
            (ScalarType.Float16, 5), (ScalarType.Float32, 6), (ScalarType.Float64, 7), (ScalarType.Bool, 11), (ScalarType.BFloat16, 15),
        };

        Assert.All(expected, pair => Assert.Equal(pair.Number, (int)pair.Type));
    }

    [Fact]
    public void Should_KeepTheType_When_MadeFromScalars()
    {
        using var scope = NewDisposeScope();

        Assert.Equal((ScalarType.Float32, 1.5f), (tensor(1.5f).dtype, tensor(1.5f).item<float>()));
        Assert.Equal((ScalarType.Float64, 1.5), (tensor(1.5).dtype, tensor(1.5).item<double>()));
        Assert.Equal((ScalarType.Int64, 7L), (tensor(7L).dtype, tensor(7L).item<long>()));
        Assert.Equal((ScalarType.Int32, 7), (tensor(7).dtype, tensor(7).item<int>()));
        Assert.Equal((ScalarType.Bool, true), (tensor(true).dtype, tensor(true).item<bool>()));
        Assert.Empty(tensor(7L).shape);
    }

    [Fact]
    public void Should_CopyTheArray_When_MadeFromOne()
    {
        using var scope = NewDisposeScope();
        var values = new[] { 1f, 2f, 3f, 4f, 5f, 6f };
        var made = tensor(values, new long[] { 2, 3 });
        values[0] = 100;

        Assert.Equal([2L, 3], made.shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6], made.data<float>().ToArray());
        Assert.Equal([1f, 2, 3, 4], tensor([1f, 2f, 3f, 4f]).data<float>().ToArray());
    }

    [Fact]
    public void Should_KeepEveryValue_When_MadeFromEachElementType()
    {
        using var scope = NewDisposeScope();

        Assert.Equal([long.MinValue, -1, long.MaxValue], tensor(new[] { long.MinValue, -1, long.MaxValue }).data<long>().ToArray());
        Assert.Equal([(byte)0, (byte)128, (byte)255], tensor(new byte[] { 0, 128, 255 }).data<byte>().ToArray());
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal([float.NaN, float.NegativeInfinity, -0f], tensor(new[] { float.NaN, float.NegativeInfinity, -0f }).data<float>().ToArray());
    }

    [Fact]
    public void Should_SurviveCollection_When_TheSourceArrayIsGone()
    {
        using var scope = NewDisposeScope();
        var made = Make();
        for (var i = 0; i < 20; i++)
        {
            _ = new byte[1 << 20];
            Memory.Collect();
        }

        Assert.All(made.data<float>().ToArray(), value => Assert.Equal(3f, value));

        static Tensor Make()
        {
            var values = new float[100_000];
            Array.Fill(values, 3f);
            return tensor(values);
        }
    }

    [Fact]
    public void Should_ReadInOrder_When_TensorIsAView()
    {
        using var scope = NewDisposeScope();
        var made = arange(6, ScalarType.Float32).reshape(2, 3);

        Assert.Equal([0f, 3, 1, 4, 2, 5], made.transpose(0, 1).data<float>().ToArray());
        Assert.Equal([1f, 4], made.narrow(1, 1, 1).data<float>().ToArray());
        Assert.Equal([3f, 4, 5], made.narrow(0, 1, 1).data<float>().ToArray());
    }

    [Fact]
    public void Should_ShareMemory_When_BytesAreWritten()
    {
        using var scope = NewDisposeScope();
        var made = zeros(2, 2);
        var bytes = new byte[16];
        BitConverter.TryWriteBytes(bytes.AsSpan(4), 1.5f);
        made.bytes = bytes;

        Assert.Equal([0f, 1.5f, 0, 0], made.data<float>().ToArray());
        Assert.Equal(bytes, made.bytes.ToArray());
    }

    [Fact]
    public void Should_ShareMemory_When_ViewedAndNot_When_Cloned()
    {
        using var scope = NewDisposeScope();
        var made = zeros(4);
        var copy = made.Copy();
        made.reshape(2, 2).narrow(0, 1, 1).add_(1);
        made.detach().narrow(0, 0, 1).add_(5);

        Assert.Equal([5f, 0, 1, 1], made.data<float>().ToArray());
        Assert.Equal([0f, 0, 0, 0], copy.data<float>().ToArray());
    }

    [Fact]
    public void Should_Convert_When_ReadAsAnotherNumber()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(2.5f, tensor(2.5f).ToSingle());
        Assert.Equal(7L, tensor(7L).ToInt64());
        Assert.Equal((3f, -2L, 1L), (tensor(3L).ToSingle(), tensor(-2.9).ToInt64(), tensor(true).ToInt64()));
    }

    [Fact]
    public void Should_GiveItself_When_NothingIsToChange()
    {
        using var scope = NewDisposeScope();
        var made = ones(3);
        var same = made.to(ScalarType.Float32);
        var copy = made.to(ScalarType.Float32, copy: true);
        made.add_(1);

        Assert.Equal([2f, 2, 2], same.data<float>().ToArray());
        Assert.Equal([1f, 1, 1], copy.data<float>().ToArray());
    }

    [Fact]
    public void Should_HaveTheAskedShape_When_Empty()
    {
        using var scope = NewDisposeScope();
        var made = empty([2, 0, 3], dtype: ScalarType.Byte);

        Assert.Equal([2L, 0, 3], made.shape);
        Assert.Equal(ScalarType.Byte, made.dtype);
        Assert.Equal(0, made.numel());
    }

    [Fact]
    public void Should_BeTheProcessor_When_DeviceIsNamedCpu()
    {
        Assert.Equal((DeviceType.CPU, "cpu"), (device("cpu").type, device("cpu").ToString()));
        Assert.Equal(DeviceType.CPU, device(DeviceType.CPU).type);
        Assert.Equal(DeviceType.CPU, CPU.type);
    }

    [Fact]
    public void Should_RefuseCuda_When_ThereIsNone()
    {
        if (cuda.is_available())
        {
            Assert.True(cuda.device_count() > 0);
            Assert.Equal((DeviceType.CUDA, "cuda:0"), (device("cuda:0").type, device("cuda:0").ToString()));
            return;
        }

        Assert.Equal(0, cuda.device_count());
        Assert.Throws<InvalidOperationException>(() => device("cuda"));
        Assert.Throws<InvalidOperationException>(() => device(DeviceType.CUDA, 0));
    }

    [Fact]
    public void Should_TakeTheValues_When_CopiedInto()
    {
        using var scope = torch.NewDisposeScope();
        var target = torch.zeros(2, 3);

        var same = target.copy_(torch.tensor(new[] { 1f, 2f, 3f }));

        Assert.Same(target, same);
        Assert.Equal([1f, 2f, 3f, 1f, 2f, 3f], target.data<float>().ToArray());
    }

    [Fact]
    public void Should_KeepTheThreadCount_When_Set()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
