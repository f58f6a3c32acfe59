using System.Text;
using EmotionNotebooks.Export;
using TorchSharp;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Export;

[Trait("Needs", "Libtorch")]
public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Should_Read_Back_Names_Shapes_Types_Values_And_Texts()
    {
        var path = _folder.File("a.safetensors");
        var weights = tensor(new[] { 1.5f, -2f, float.Epsilon, float.MaxValue, 0f, 7f }, [2, 3]);
        Safetensors.Save(path, new Dictionary<string, Tensor>
        {
            ["z.weight"] = weights,
            ["steps"] = tensor(41L),
            ["bytes"] = tensor(new byte[] { 0, 255 }, [2]),
        }, new Dictionary<string, string> { ["note"] = "ü \"quoted\"" });

        var (tensors, metadata) = Safetensors.Load(path);

        Assert.Equal(["bytes", "steps", "z.weight"], tensors.Keys.Order());
        Assert.Equal([2, 3], tensors["z.weight"].shape);
        Assert.Equal(weights.data<float>().ToArray(), tensors["z.weight"].data<float>().ToArray());
        Assert.Empty(tensors["steps"].shape);
        Assert.Equal(41, tensors["steps"].item<long>());
        Assert.Equal([0, 255], tensors["bytes"].data<byte>().ToArray());
        Assert.Equal("ü \"quoted\"", metadata["note"]);
    }

    [Fact]
    public void Should_Write_Logical_Order_When_A_Tensor_Is_Laid_Out_Otherwise()
    {
        var path = _folder.File("t.safetensors");
        var plain = arange(6).to(ScalarType.Float32).reshape(2, 3);

        Safetensors.Save(path, new Dictionary<string, Tensor> { ["t"] = plain.transpose(0, 1) });

        Assert.Equal([0, 3, 1, 4, 2, 5], Safetensors.Load(path).Tensors["t"].data<float>().ToArray());
    }

    [Fact]
    public void Should_Be_The_Format_Byte_By_Byte()
    {
        var path = _folder.File("b.safetensors");
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["x"] = tensor(new[] { 1f }, [1]) });

        var header = """{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""";
        var padded = header.PadRight((header.Length + 7) / 8 * 8);
        byte[] expected = [.. BitConverter.GetBytes((long)padded.Length), .. Encoding.UTF8.GetBytes(padded), 0, 0, 0x80, 0x3F];
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("", "it has 0 bytes")]
    [InlineData("{}", "it has 2 bytes")]
    public void Should_Say_What_Is_Wrong_When_The_File_Is_Too_Short(string content, string what)
    {
        Assert.Contains(what, ErrorOf(Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "'x' (F32, 2) doesn't fit its 4 bytes")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,40]}}""", "'x' lies at bytes 0 to 40 of 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", "'x' lies at bytes -4 to 0 of 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "'x' has a side of -1")]
    [InlineData("""{"x":{"dtype":"F8","shape":[1],"data_offsets":[0,4]}}""", "'x' is F8")]
    [InlineData("""{"x":{"shape":[1],"data_offsets":[0,4]}}""", "its header can't be read")]
    [InlineData("""{"x":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904,0],"data_offsets":[0,4]}}""", "doesn't fit its 4 bytes")]
    [InlineData("""{"x":7}""", "its header can't be read")]
    [InlineData("""[1]""", "its header can't be read")]
    [InlineData("""{"x":""", "its header can't be read")]
    [InlineData("""{"x":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,4]}}""", "(F32, 4611686018427387904×4611686018427387904) doesn't fit its 4 bytes")]
    public void Should_Say_What_Is_Wrong_When_The_Header_Is_Bad(string header, string what)
    {
        byte[] bytes = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), 0, 0, 0, 0];

        Assert.Contains(what, ErrorOf(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Never_Half_Read_When_The_File_Is_Cut_Anywhere()
    {
        var path = _folder.File("whole.safetensors");
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["x"] = rand(3, 4), ["y"] = rand(5) });
        var whole = File.ReadAllBytes(path);

        for (var length = 0; length < whole.Length; length++)
        {
            ErrorOf(whole[..length]);
        }
    }

    [Fact]
    public void Should_Leave_The_Older_File_When_Writing_Fails()
    {
        var path = _folder.File("kept.safetensors");
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["x"] = tensor(1f) });
        var before = File.ReadAllBytes(path);

        Assert.ThrowsAny<Exception>(() => Safetensors.Save(path, new Dictionary<string, Tensor> { ["x"] = tensor(true) }));

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    private string ErrorOf(byte[] content)
    {
        var path = _folder.File("bad.safetensors");
        File.WriteAllBytes(path, content);
        var error = Assert.Throws<InvalidDataException>(() => Safetensors.Load(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}
