using EmotionNotebooks.Export.Onnx;

namespace EmotionNotebooks.Tests.Export.Onnx;

[Trait("Needs", "Nothing")]
public sealed class OnnxReaderTests
{
    private static readonly OnnxModel Small = new()
    {
        Name = "small",
        Inputs = [new("input", OnnxType.Float32, [OnnxValue.Batch, 3])],
        Outputs = [new("probabilities", OnnxType.Float32, [OnnxValue.Batch, 2])],
        Nodes =
        [
            new("Gemm", ["input", "weight"], "sum", new OnnxAttribute("transB", 1), new OnnxAttribute("alpha", Number: 0.5f)),
            new("Softmax", ["sum"], "probabilities", new OnnxAttribute("axis", -1), new OnnxAttribute("odd", Integers: [0, -1, 300])),
        ],
        Constants = [OnnxTensor.Of("weight", [2, 3], [1, -2, 3.5f, 0, float.Epsilon, 6])],
        Values = [new("sum", OnnxType.Float32, [OnnxValue.Batch, 2])],
        Metadata = new Dictionary<string, string> { ["labels"] = "a,ß", ["empty"] = "" },
    };

    [Fact]
    public void Should_Read_What_Was_Written()
    {
        var read = OnnxReader.Read("small.onnx", OnnxWriter.Write(Small));

        Assert.Equal(Small.Name, read.Name);
        Assert.Equal([OnnxValue.Batch, 3], Assert.Single(read.Inputs).Shape);
        Assert.Equal(["Gemm", "Softmax"], read.Nodes.Select(node => node.Operator));
        Assert.Equal((1, 0.5f), (read.Nodes[0].Integer("transB", 0), read.Nodes[0].Number("alpha", 1)));
        Assert.Equal(-1, read.Nodes[1].Integer("axis", 0));
        Assert.Equal([0, -1, 300], read.Nodes[1].Integers("odd"));
        Assert.Equal(Small.Constants[0].Bytes, Assert.Single(read.Constants).Bytes);
        Assert.Equal(Small.Metadata.OrderBy(entry => entry.Key), read.Metadata.OrderBy(entry => entry.Key));
        Assert.Equal(OnnxWriter.Write(Small), OnnxWriter.Write(read));
    }

    [Fact]
    public void Should_Refuse_Every_Part_Of_A_File_And_Say_Which_File()
    {
        var whole = OnnxWriter.Write(Small);

        for (var length = 0; length < whole.Length; length++)
        {
            // What is cut behind the operators' version lacks texts alone.
            try
            {
                Assert.Equal(2, OnnxReader.Read("part.onnx", whole[..length]).Nodes.Count);
                Assert.True(length > whole.Length - 40, $"{length} of {whole.Length} bytes were read as a whole file");
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith("part.onnx is no ", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Should_Refuse_Graphs_That_Cannot_Run()
    {
        Refused("the node 'sum' uses 'lost', which nothing before it makes", Small with { Nodes = [new("Relu", ["lost"], "sum"), .. Small.Nodes.Skip(1)] });
        Refused("nothing makes the output 'probabilities'", Small with { Nodes = [.. Small.Nodes.Take(1)] });
        Refused("the constant 'weight' (Float32, 3×3) doesn't fit its 24 bytes", Small with { Constants = [Small.Constants[0] with { Shape = [3, 3] }] });
        Refused("'input' is of type 99; read are Float32, UInt8, Int8, Int32, Int64, Float16", Small with { Inputs = [new("input", (OnnxType)99, [1])] });
    }

    private static void Refused(string what, OnnxModel model)
    {
        var refused = Assert.Throws<InvalidDataException>(() => OnnxReader.Read("bad.onnx", OnnxWriter.Write(model)));
        Assert.Equal($"bad.onnx is no ONNX file that is read here: {what}", refused.Message);
    }
}
