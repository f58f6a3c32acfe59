using EmotionNotebooks.Data;
using EmotionNotebooks.Data.Audit;
using EmotionNotebooks.Explain;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Interactive.Tests;

[Trait("Needs", "Nothing")]
public sealed class NotebookExtensionTests
{
    [Theory]
    [InlineData(typeof(DataFrame))]
    [InlineData(typeof(Int32DataFrameColumn))]
    [InlineData(typeof(DataFrameRow))]
    [InlineData(typeof(FaceSet))]
    [InlineData(typeof(FaceAudit))]
    [InlineData(typeof(FaceExplanation))]
    [InlineData(typeof(HeatMap))]
    [InlineData(typeof(TrainingHistory))]
    [InlineData(typeof(Evaluation))]
    [InlineData(typeof(ConfusionMatrix))]
    [InlineData(typeof(NetworkComparison))]
    [InlineData(typeof(ModelSummary))]
    [InlineData(typeof(ModelDefinition))]
    [InlineData(typeof(ComputeReport))]
    public void Should_prefer_html_with_plain_text_when_loaded(Type type)
    {
        NotebookExtension.Load();
        NotebookExtension.Load();

        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(type));
    }

    [Fact]
    public void Should_lie_in_the_one_folder_that_notebooks_name_when_built()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "EmotionNotebooks.sln")))
            root = root.Parent!;
        var folder = Path.Combine(root.FullName, "lib", "EmotionNotebooks.Interactive", "bin", "notebook");

        string[] files = ["EmotionNotebooks.Interactive.dll", "EmotionNotebooks.Interactive.xml", "EmotionNotebooks.Interactive.deps.json", "EmotionNotebooks.dll", "EmotionNotebooks.xml", "Google.Protobuf.dll"];
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(folder, file)), $"{folder}: no {file}"));
        var assemblies = typeof(NotebookExtension).Assembly.GetReferencedAssemblies().Concat(typeof(FaceSet).Assembly.GetReferencedAssemblies());
        Assert.All(
            assemblies.Where(assembly => !assembly.Name!.StartsWith("System", StringComparison.Ordinal) && !assembly.Name.StartsWith("Microsoft.Win32", StringComparison.Ordinal)),
            assembly => Assert.True(File.Exists(Path.Combine(folder, assembly.Name + ".dll")), $"{folder}: no {assembly.Name}.dll"));
    }
}
