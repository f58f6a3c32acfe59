using System.Reflection;
using System.Reflection.Emit;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>
/// The split protocol, proven on the compiled code: whatever reads PrivateTest is reached from <c>emotion evaluate --final</c> alone. Every
/// method of the shipped assemblies is taken apart and what it calls is followed backwards from the methods that hand PrivateTest out.
/// </summary>
public sealed class SplitProtocolTests
{
    private static readonly string[] Shipped = ["EmotionNotebooks", "emotion"];

    // Who may hand the final exam on. Whoever adds a name here changes the protocol.
    private static readonly string[] Allowed =
    [
        "EmotionNotebooks.Data.FaceFile.ReadFinalExam",
        "EmotionNotebooks.Data.SampleFaces.GenerateFinalExam",
        "EmotionNotebooks.Cli.Faces.LoadFinalExam",
        "EmotionNotebooks.Cli.Commands.EvaluateCommand.Run",
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, HashSet<string>>> Callers = new(FindCallers);

    [Fact]
    public void Should_Lead_To_Evaluate_Alone_When_Followed_From_The_Final_Exam()
    {
        string[] sources =
        [
            "EmotionNotebooks.Data.FaceFile.ReadFinalExam",
            "EmotionNotebooks.Data.SampleFaces.GenerateFinalExam",
            "EmotionNotebooks.Cli.Faces.LoadFinalExam",
        ];

        foreach (var source in sources)
        {
            Assert.True(Callers.Value.ContainsKey(source), $"nothing calls {source}: it was renamed, and this test with it must be");
            Assert.Empty(Callers.Value[source].Except(Allowed));
        }
    }

    [Fact]
    public void Should_Be_Asked_For_In_One_Place_When_Readers_Are_Told_To_Read_It()
    {
        Assert.Equal(["EmotionNotebooks.Data.FaceFile.ReadFinalExam"],
            Callers.Value["EmotionNotebooks.Data.ReadOptions.set_FinalExam"].Except(["EmotionNotebooks.Data.ReadOptions.<Clone>$", "EmotionNotebooks.Data.ReadOptions..ctor"]));
    }

    [Fact]
    public void Should_See_Calls_When_They_Stand_In_Lambdas_And_Loops() // the test's own test
    {
        Assert.Contains("EmotionNotebooks.Cli.Commands.TrainCommand.Begin", Callers.Value["EmotionNotebooks.Cli.Faces.Load"]);
        Assert.Contains("EmotionNotebooks.Cli.Commands.DataCommand.Info", Callers.Value["EmotionNotebooks.Cli.Faces.Load"]);
        Assert.Contains("EmotionNotebooks.Training.Trainer.Fit", Callers.Value["EmotionNotebooks.Training.Evaluator..ctor"]);
    }

    private static Dictionary<string, HashSet<string>> FindCallers()
    {
        var callers = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var method in Shipped.SelectMany(name => Assembly.Load(name).GetTypes()).SelectMany(MethodsOf))
        {
            foreach (var called in CalledBy(method))
            {
                (callers.TryGetValue(called, out var known) ? known : callers[called] = []).Add(NameOf(method));
            }
        }

        return callers;
    }

    private static IEnumerable<MethodBase> MethodsOf(Type type)
    {
        const BindingFlags all = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all));
    }

    private static IEnumerable<string> CalledBy(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray();
        if (il is null)
        {
            yield break;
        }

        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Two[il[at + 1]] : One[il[at]];
            at += code.Size;
            // Calls, constructions, and delegates made of a method.
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
            {
                var called = Resolve(method, BitConverter.ToInt32(il, at));
                if (called is not null)
                {
                    yield return NameOf(called);
                }
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase? Resolve(MethodBase from, int token)
    {
        var typeArguments = from.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = from is MethodInfo { IsGenericMethod: true } ? from.GetGenericArguments() : null;
        return from.Module.ResolveMember(token, typeArguments, methodArguments) as MethodBase;
    }

    // What a lambda, a local function or an iterator does, the method around it does.
    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType!;
        var name = Outer(method.Name) ?? method.Name;
        while (type.Name.StartsWith('<') && type.DeclaringType is { } around)
        {
            name = Outer(type.Name) ?? name;
            type = around;
        }

        return $"{type.FullName}.{name}";
    }

    private static string? Outer(string name) =>
        name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end && name != "<Clone>$" ? name[1..end] : null;

    private static readonly OpCode[] One = new OpCode[256];
    private static readonly OpCode[] Two = new OpCode[256];

    static SplitProtocolTests()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? One : Two)[code.Value & 0xFF] = code;
        }
    }
}
