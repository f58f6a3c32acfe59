using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;

namespace TorchSharp.Tests;

/// <summary>
/// Nothing is exposed untested: every public operator, functional, module, loss and optimizer
/// of the compat assembly has reference cases, or stands below with the test that covers it in another way.
/// </summary>
[Trait("Needs", "SystemStack")]
public class ExposureTests
{
    // What has no reference value of its own: the test class, and in it the test, that holds it to its meaning.
    private static readonly Dictionary<string, string> Elsewhere = Listed();

    [Fact]
    public void Should_BeTested_When_Exposed()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        HashSet<string> covered = [
            .. OpTable.Entries.Keys.Select(key => key.Split('(')[0]),
            .. ModuleTable.Entries.Keys.Select(key => "nn." + key),
            .. OptimizerTable.Entries.Keys.Select(key => "optim." + key),
        ];

        var untested = Exposed().Where(name => !covered.Contains(name) && !Elsewhere.ContainsKey(name)).Distinct().Order().ToArray();

        Assert.True(untested.Length == 0, $"{untested.Length} exposed without a test: {string.Join(", ", untested)}");
    }

    [Fact]
    public void Should_Exist_When_ATestIsNamedAsCover()
    {
        var assembly = typeof(ExposureTests).Assembly;

        Assert.All(Elsewhere.Values.Distinct(), cover =>
        {
            var (type, method) = (cover.Split('.')[0], cover.Split('.')[1]);
            Assert.NotNull(assembly.GetType($"{nameof(TorchSharp)}.Tests.{type}")?.GetMethod(method));
        });
    }

    private static IEnumerable<string> Exposed()
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        (string Prefix, string Type)[] places =
        [
            ("torch", "TorchSharp.torch"), ("Tensor", "TorchSharp.torch+Tensor"), ("Tensor", "TorchSharp.TensorExtensionMethods"), ("nn", "TorchSharp.torch+nn"),
            ("functional", "TorchSharp.torch+nn+functional"), ("init", "TorchSharp.torch+nn+init"), ("utils", "TorchSharp.torch+nn+utils"),
            ("optim", "TorchSharp.torch+optim"), ("cuda", "TorchSharp.torch+cuda"),
            ("Module", "TorchSharp.torch+nn+Module"), ("Module", "TorchSharp.ModuleExtensionMethods"), ("Acceleration", "TorchSharp.Acceleration"),
        ];
        foreach (var (prefix, name) in places)
        {
            foreach (var method in Seam.Engine.GetType(name)?.GetMethods(Declared) ?? [])
            {
                var isObjects = method.GetBaseDefinition().DeclaringType == typeof(object);
                if (!isObjects && !method.IsDefined(typeof(CompilerGeneratedAttribute)))
                {
                    yield return $"{prefix}.{method.Name}";
                }
            }
        }
    }

    private static Dictionary<string, string> Listed()
    {
        var list = new Dictionary<string, string>();
        void By(string test, params string[] names) => Array.ForEach(names, name => list.Add(name, test));

        By("AccelerationTests.Should_BeOff_When_AutocastIsDisposed", "Acceleration.Autocast");
        By("AccelerationTests.Should_AgreeWithTheProcessor_When_AskedForBf16Gains", "Acceleration.Bf16Gains");
        By("AccelerationTests.Should_TrainAlike_When_ModuleIsMadeChannelsLast", "Acceleration.ChannelsLast");
        By("AccelerationTests.Should_NameTheLibrary_When_AskedForItsVersion", "Acceleration.LibTorchVersion");
        By("DeterminismTests.Should_GiveTheSameBytes_When_DeterministicAlgorithmsAreDemanded", "Acceleration.Deterministic");
        By("LifetimeTests.Should_CountHandles_When_MadeAndDisposed", "Acceleration.LiveHandles");

        By("ModuleTreeTests.Should_NameByPath_When_ModulesAreRegistered", "Module.GetName", "Module.children", "Module.modules", "Module.named_modules",
            "Module.named_parameters", "Module.parameters", "Module.register_module", "Module.state_dict");
        By("ModuleTreeTests.Should_NameByPositionOrName_When_Sequential", "nn.Sequential");
        By("ModuleTreeTests.Should_ForgetGradients_When_Zeroed", "Module.zero_grad");
        By("ModuleTreeTests.Should_Switch_When_TrainedOrEvaluated", "Module.eval", "Module.train", "Module.get_training");
        By("ModuleTreeTests.Should_CopyValues_When_StateIsLoaded", "Module.load_state_dict");
        By("ModuleTreeTests.Should_Convert_When_MovedToAnotherType", "Module.to");
        By("ModuleTreeTests.Should_FreeParametersAndBuffers_When_Disposed", "Module.Dispose");

        By("TensorTests.Should_DescribeItself_When_Made", "Tensor.get_shape", "Tensor.size", "Tensor.numel", "Tensor.get_dtype", "Tensor.get_device",
            "Tensor.is_contiguous", "Tensor.get_IsInvalid");
        By("TensorTests.Should_KeepTheType_When_MadeFromScalars", "torch.tensor", "Tensor.item");
        By("TensorTests.Should_CopyTheArray_When_MadeFromOne", "Tensor.data");
        By("TensorTests.Should_ShareMemory_When_BytesAreWritten", "Tensor.get_bytes", "Tensor.set_bytes");
        By("TensorTests.Should_Convert_When_ReadAsAnotherNumber", "Tensor.ToSingle", "Tensor.ToInt64");
        By("TensorTests.Should_HaveTheAskedShape_When_Empty", "torch.empty");
        By("TensorTests.Should_KeepTheThreadCount_When_Set", "torch.get_num_threads", "torch.set_num_threads");
        By("TensorTests.Should_BeTheProcessor_When_DeviceIsNamedCpu", "torch.device");
        By("TensorTests.Should_RefuseCuda_When_ThereIsNone", "cuda.is_available", "cuda.device_count");

        By("DisposeScopeTests.Should_BeHarmless_When_DisposedTwice", "Tensor.Dispose");
        By("DisposeScopeTests.Should_FreeWhatWasMadeInside_When_ScopeEnds", "torch.NewDisposeScope");
        By("DisposeScopeTests.Should_MoveOneScopeOut_When_MovedToOuter", "Tensor.MoveToOuterDisposeScope");
        By("DisposeScopeTests.Should_OutliveEveryScope_When_Detached", "Tensor.DetachFromDisposeScope");

        By("AutogradTests.Should_Accumulate_When_BackwardRunsTwice", "Tensor.backward", "Tensor.get_grad", "Tensor.get_requires_grad", "Tensor.set_requires_grad");
        By("AutogradTests.Should_Replace_When_GradIsSet", "Tensor.set_grad");
        By("AutogradTests.Should_RecordNothing_When_GradientsAreOff", "torch.no_grad");
        By("AutogradTests.Should_RecordNothing_When_InInferenceMode", "torch.inference_mode");

        By("OptimizerTests.Should_ClipToTheNorm_When_GradientsAreLarger", "utils.clip_grad_norm_");
        By("TensorTests.Should_TakeTheValues_When_CopiedInto", "Tensor.copy_");
        By("RandomTests.Should_Differ_When_SeedDiffers", "torch.manual_seed");
        return list;
    }
}
