using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;

namespace TorchSharp.Tests;

/// <summary>
/// Nothing is exposed untested: every public operator, functional, module, loss, initialisation, optimizer and scheduler
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
            .. InitTable.Entries.Keys.Select(key => "init." + key),
            .. OptimizerTable.Entries.Keys.Select(key => "optim." + key),
            .. SchedulerTable.Entries.Keys.Select(key => "lr_scheduler." + key),
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
            ("optim", "TorchSharp.torch+optim"), ("lr_scheduler", "TorchSharp.torch+optim+lr_scheduler"), ("cuda", "TorchSharp.torch+cuda"),
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

        By("ModuleTreeTests.Should_FindFieldsInOrder_When_ComponentsAreRegistered", "Module.GetName", "Module.buffers", "Module.children", "Module.modules",
            "Module.named_buffers", "Module.named_children", "Module.named_modules", "Module.named_parameters", "Module.parameters", "Module.register_buffer",
            "Module.register_parameter", "Module.register_module", "Module.state_dict", "nn.Parameter");
        By("ModuleTreeTests.Should_Switch_When_TrainedOrEvaluated", "Module.eval", "Module.train", "Module.get_training");
        By("ModuleTreeTests.Should_CopyValues_When_StateIsLoaded", "Module.load_state_dict");
        By("ModuleTreeTests.Should_Convert_When_MovedToAnotherType", "Module.to");
        By("ModuleTreeTests.Should_ForgetGradients_When_Zeroed", "Module.zero_grad");
        By("ModuleTreeTests.Should_VisitEveryModule_When_Applied", "Module.apply");
        By("ModuleTreeTests.Should_FreeParametersAndBuffers_When_Disposed", "Module.Dispose");
        By("ModuleTreeTests.Should_FindByPath_When_Asked", "Module.has_parameter", "Module.has_buffer", "Module.get_parameter", "Module.get_buffer", "Module.add_module",
            "Module.cpu", "Module.half", "Module.bfloat16", "Module.float", "Module.double");
        By("ModuleTreeTests.Should_EqualTheFunction_When_LossIsAModule", "nn.CrossEntropyLoss");

        By("TensorTests.Should_DescribeItself_When_Made", "Tensor.get_shape", "Tensor.size", "Tensor.dim", "Tensor.numel", "Tensor.get_NumberOfElements", "Tensor.get_dtype",
            "Tensor.get_device", "Tensor.is_contiguous", "Tensor.get_IsInvalid", "Tensor.get_Handle");
        By("TensorTests.Should_DescribeMore_When_Asked", "Tensor.get_ndim", "Tensor.get_Dimensions", "Tensor.element_size", "Tensor.get_ElementSize", "Tensor.stride",
            "Tensor.is_integral", "Tensor.is_floating_point", "Tensor.get_is_cuda", "Tensor.get_device_type", "Tensor.get_device_index");
        By("TensorTests.Should_KeepTheType_When_MadeFromScalars", "torch.tensor", "Tensor.item");
        By("TensorTests.Should_ReadAndWriteElements_When_ThroughTheAccessor", "Tensor.data", "Tensor.ReadCpuValue");
        By("TensorTests.Should_ShareMemory_When_BytesAreWritten", "Tensor.get_bytes", "Tensor.set_bytes");
        By("TensorTests.Should_Convert_When_ReadAsAnotherNumber", "Tensor.ToSingle", "Tensor.ToDouble", "Tensor.ToInt64", "Tensor.ToInt32");
        By("TensorTests.Should_BecomeNumbersAndBack_When_Cast", "Tensor.ToByte", "Tensor.ToBoolean", "Tensor.ToScalar", "Tensor.ToInt16", "Tensor.op_Explicit", "Tensor.op_Implicit");
        By("TensorTests.Should_TakeTheOthersType_When_Converted", "Tensor.type_as", "Tensor.to_type");
        By("TensorTests.Should_BeWithinTolerance_When_Compared", "Tensor.allclose", "torch.allclose");
        By("TensorTests.Should_ChangeInPlace_When_AnElementIsSet", "Tensor.get_TensorItems", "Tensor.set_TensorItems", "Tensor.alias");
        By("TensorTests.Should_CountTensors_When_MadeAndDisposed", "Tensor.get_TotalCount", "Tensor.get_PeakCount", "Tensor.Dispose");
        By("TensorTests.Should_HaveTheAskedShape_When_Empty", "torch.empty");
        By("TensorTests.Should_KeepTheThreadCount_When_Set", "torch.get_num_threads", "torch.set_num_threads");
        By("TensorTests.Should_FollowTheDefaults_When_NoneIsNamed", "torch.get_default_dtype", "torch.set_default_dtype", "torch.get_default_device", "torch.set_default_device",
            "torch.empty_like", "torch.is_complex", "torch.is_floating_point", "torch.is_integral", "torch.get___version__");
        By("TensorTests.Should_KeepOnlyTheResult_When_ExpressionIsWrapped", "torch.WrappedTensorDisposeScope", "torch.get_CurrentDisposeScope");
        By("TensorTests.Should_BeTheProcessor_When_DeviceIsNamedCpu", "torch.device");
        By("TensorTests.Should_RefuseCuda_When_ThereIsNone", "torch.InitializeDevice", "torch.InitializeDeviceType", "torch.TryInitializeDeviceType", "torch.cuda_is_available",
            "cuda.is_available", "cuda.device_count");

        By("DisposeScopeTests.Should_FreeWhatWasMadeInside_When_ScopeEnds", "torch.NewDisposeScope");
        By("DisposeScopeTests.Should_MoveOneScopeOut_When_MovedToOuter", "Tensor.MoveToOuterDisposeScope");
        By("DisposeScopeTests.Should_OutliveEveryScope_When_Detached", "Tensor.DetachFromDisposeScope");
        By("DisposeScopeTests.Should_ShareTheFate_When_MovedToAnothersScope", "Tensor.MoveToOtherDisposeScope");

        By("AutogradTests.Should_Accumulate_When_BackwardRunsTwice", "Tensor.backward", "Tensor.get_grad", "Tensor.get_is_leaf", "Tensor.get_requires_grad", "Tensor.requires_grad_");
        By("AutogradTests.Should_Replace_When_GradIsSet", "Tensor.set_grad");
        By("AutogradTests.Should_RecordNothing_When_GradientsAreOff", "torch.no_grad");
        By("AutogradTests.Should_RecordNothing_When_InInferenceMode", "torch.inference_mode");
        By("AutogradTests.Should_BeAsTold_When_SwitchedByHand", "torch.enable_grad", "torch.set_grad_enabled", "torch.is_grad_enabled", "torch.is_inference_mode_enabled",
            "Tensor.set_requires_grad", "Tensor.with_requires_grad");
        By("AutogradTests.Should_Clip_When_TheNormIsTooLarge", "utils.clip_grad_norm_");

        By("RandomTests.Should_Repeat_When_StateIsPutBack", "torch.get_rng_state", "torch.set_rng_state");
        By("RandomTests.Should_Differ_When_SeedDiffers", "torch.manual_seed");
        By("RandomTests.Should_DrawByWeight_When_Sampled", "Tensor.multinomial", "torch.multinomial", "Tensor.bernoulli_");
        By("RandomTests.Should_RememberTheSeed_When_Asked", "torch.seed", "torch.initial_seed");
        By("InitialisationTests.Should_GiveTheGainAndTheFans_When_Asked", "init.calculate_gain", "init.CalculateFanInAndFanOut", "init.uniform_");

        By("CudaTests.Should_AgreeWithTheProcessor_When_NetIsTrained", "Tensor.cuda", "Module.cuda", "cuda.synchronize", "torch.get_CUDA");
        By("CudaTests.Should_GiveTheSameBytes_When_Deterministic", "cuda.manual_seed", "cuda.manual_seed_all");
        return list;
    }
}
