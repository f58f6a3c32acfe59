using TorchSharp.Tests.Support;
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
        var tensor = zeros(2, 3, 4);

        Assert.Equal([2L, 3, 4], tensor.shape);
        Assert.Equal(3L, tensor.size(1));
        Assert.Equal(4L, tensor.size(-1));
        Assert.Equal(3L, tensor.dim());
        Assert.Equal(24L, tensor.numel());
        Assert.Equal(24L, tensor.NumberOfElements);
        Assert.Equal(ScalarType.Float32, tensor.dtype);
        Assert.Equal(DeviceType.CPU, tensor.device.type);
        Assert.Equal("cpu", tensor.device.ToString());
        Assert.True(tensor.is_contiguous());
        Assert.False(tensor.transpose(0, 1).is_contiguous());
        Assert.False(tensor.IsInvalid);
        Assert.NotEqual(IntPtr.Zero, tensor.Handle);
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
    public void Should_NameTheTypes_When_LowerCaseConstantsAreUsed()
    {
        Assert.Equal(ScalarType.Float32, float32);
        Assert.Equal(ScalarType.Float64, float64);
        Assert.Equal(ScalarType.Int64, int64);
        Assert.Equal(ScalarType.Byte, uint8);
        Assert.Equal(ScalarType.BFloat16, bfloat16);
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
        Assert.Equal([3f, 4f], tensor(new List<float> { 3, 4 }).data<float>().ToArray());
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
    public void Should_ReadAndWriteElements_When_ThroughTheAccessor()
    {
        using var scope = NewDisposeScope();
        var made = arange(6, float32).reshape(2, 3);
        var data = made.data<float>();

        Assert.Equal(6, data.Count);
        Assert.Equal(5f, data[1, 2]);
        data[1, 2] = 50;
        Assert.Equal(50f, made.select(0, 1).select(0, 2).item<float>());
        var copy = new float[8];
        data.CopyTo(copy, 1);
        Assert.Equal([0f, 0, 1, 2, 3, 4, 50, 0], copy);
    }

    [Fact]
    public void Should_ReadInOrder_When_TensorIsAView()
    {
        using var scope = NewDisposeScope();
        var made = arange(6, float32).reshape(2, 3);

        Assert.Equal([0f, 3, 1, 4, 2, 5], made.transpose(0, 1).data<float>().ToArray());
        Assert.Equal([1f, 4], made.select(1, 1).data<float>().ToArray());
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
        var copy = made.clone();
        made.view(2, 2).select(0, 1).fill_(1);
        made.detach().narrow(0, 0, 1).add_(5);

        Assert.Equal([5f, 0, 1, 1], made.data<float>().ToArray());
        Assert.Equal([0f, 0, 0, 0], copy.data<float>().ToArray());
    }

    [Fact]
    public void Should_Convert_When_ReadAsAnotherNumber()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(2.5f, tensor(2.5f).ToSingle());
        Assert.Equal(2.5, tensor(2.5).ToDouble());
        Assert.Equal(7L, tensor(7L).ToInt64());
        Assert.Equal(7, tensor(7).ToInt32());
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
        Assert.Empty(made.data<byte>().ToArray());
    }

    [Fact]
    public void Should_DescribeMore_When_Asked()
    {
        using var scope = NewDisposeScope();
        var made = zeros([2, 3], ScalarType.Int16);

        Assert.Equal((2L, 2L, 2L, 2L), (made.ndim, made.Dimensions, made.element_size(), made.ElementSize));
        Assert.Equal([3L, 1], made.stride());
        Assert.Equal(3L, made.stride(0));
        Assert.True(made.is_integral() && !made.is_floating_point() && !made.is_cuda);
        Assert.True(zeros(1).is_floating_point());
        Assert.Equal((DeviceType.CPU, -1), (made.device_type, made.device_index));
    }

    [Fact]
    public void Should_TakeTheOthersType_When_Converted()
    {
        using var scope = NewDisposeScope();
        var other = zeros([1], ScalarType.Float64);

        Assert.Equal(ScalarType.Float64, ones(2).type_as(other).dtype);
        Assert.Equal(ScalarType.Float64, ones(2).to(other).dtype);
        Assert.Equal(ScalarType.Int64, ones(2).to_type(ScalarType.Int64).dtype);
        Assert.Equal(ScalarType.Int64, ones(2).to(ScalarType.Int64, CPU).dtype);
        Assert.Equal(DeviceType.CPU, ones(2).to("cpu").device.type);
    }

    [Fact]
    public void Should_BeWithinTolerance_When_Compared()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, float.NaN]);

        Assert.True(ones(3).allclose(ones(3).add(1e-7)));
        Assert.False(ones(3).allclose(ones(3).add(1e-3)));
        Assert.True(ones(3).allclose(ones(3).add(1e-3), rtol: 1e-2));
        Assert.False(x.allclose(x));
        Assert.True(x.allclose(x, equal_nan: true));
        Assert.True(allclose(ones(2), ones(2)));
    }

    [Fact]
    public void Should_BecomeNumbersAndBack_When_Cast()
    {
        using var scope = NewDisposeScope();

        Assert.Equal((3f, 3.0, 3, 3L, (byte)3, true), ((float)tensor(3f), (double)tensor(3.0), (int)tensor(3), (long)tensor(3L), (byte)tensor(new byte[] { 3 }), (bool)tensor(true)));
        Assert.Equal((byte)3, tensor(new byte[] { 3 }).ToByte());
        Assert.True(tensor(true).ToBoolean());
        Tensor implied = 2.5f;
        Assert.Equal((ScalarType.Float32, 2.5f), (implied.dtype, implied.item<float>()));
        Assert.Equal([4f], ones(1).add(tensor(3L).ToScalar()).data<float>().ToArray());
    }

    [Fact]
    public void Should_ChangeInPlace_When_AnElementIsSet()
    {
        using var scope = NewDisposeScope();
        var made = zeros(2, 2);
        made[0, 1] = tensor(5f);
        made[1] = tensor([7f, 8f]);

        Assert.Equal([0f, 5, 7, 8], made.data<float>().ToArray());
        Assert.Equal([0f, 5, 7, 8], made.alias().data<float>().ToArray());
    }

    [Fact]
    public void Should_CountTensors_When_MadeAndDisposed()
    {
        var before = Tensor.TotalCount;
        using (ones(1))
        {
            Assert.True(Tensor.TotalCount > before);
            Assert.True(Tensor.PeakCount >= Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Should_FollowTheDefaults_When_NoneIsNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, get_default_dtype());
        Assert.Equal(DeviceType.CPU, get_default_device().type);
        try
        {
            set_default_dtype(ScalarType.Float64);
            Assert.Equal(ScalarType.Float64, zeros(1).dtype);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }

        set_default_device("cpu");
        Assert.Equal(DeviceType.CPU, zeros(1).device.type);
        Assert.Equal(ones(2).shape, empty_like(ones(2)).shape);
        Assert.True(is_floating_point(ScalarType.BFloat16) && is_integral(ScalarType.Byte) && !is_complex(ScalarType.Float32));
        Assert.Matches(@"^\d+\.\d+", __version__);
    }

    [Fact]
    public void Should_KeepOnlyTheResult_When_ExpressionIsWrapped()
    {
        Assert.Null(CurrentDisposeScope);
        Tensor? inner = null;
        using var kept = WrappedTensorDisposeScope(() =>
        {
            inner = ones(2);
            Assert.NotNull(CurrentDisposeScope);
            return inner.add(1);
        });

        Assert.True(inner!.IsInvalid);
        Assert.Equal([2.0, 2.0], Close.Values(kept));
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
            Assert.Equal((DeviceType.CUDA, 0, "cuda:0"), (device("cuda:0").type, device("cuda:0").index, device("cuda:0").ToString()));
            return;
        }

        Assert.Equal(0, cuda.device_count());
        Assert.Throws<InvalidOperationException>(() => device("cuda"));
        Assert.Throws<InvalidOperationException>(() => device(DeviceType.CUDA, 0));
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
