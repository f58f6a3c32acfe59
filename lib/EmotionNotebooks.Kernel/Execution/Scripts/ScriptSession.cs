using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using EmotionNotebooks.Kernel.Execution.Completion;
using EmotionNotebooks.Kernel.Execution.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace EmotionNotebooks.Kernel.Execution.Scripts;

/// <summary>
/// The chain of submissions that cells become: each sees what those before it declared. Runs on the cell's thread; <see cref="Scope"/> may be
/// read from any.
/// </summary>
/// <remarks>
/// References are given to the compiler once, with the first submission that needs them: each later one inherits its predecessor's. Given anew
/// each time (as the scripting API does) every compilation keeps a list of all references times all submissions before it, gigabytes
/// after a thousand cells.
/// </remarks>
internal sealed class ScriptSession
{
    /// <summary>How cells are read: the language that runs here, as script.</summary>
    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // What .NET Interactive imports.
    private static readonly ImmutableArray<string> DefaultUsings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
    ];

    private readonly ReferenceSet _references;
    private readonly NotebookLoadContext _context;
    private readonly ImmutableArray<string> _usings;
    private volatile ImmutableList<Submission> _submissions = [];
    private readonly Dictionary<string, SourceText> _sources = [];
    private readonly HashSet<Assembly> _assemblies = [];
    private object?[] _slots = new object?[64];
    private int _slot = 1; // 0 is the host's object, which there is none of
    private int _count;
    private volatile ScriptScope _scope;

    public ScriptSession(ReferenceSet references, NotebookLoadContext context)
    {
        _references = references;
        _context = context;
        var helpers = typeof(ScriptSession).Assembly.GetType("Microsoft.DotNet.Interactive.Kernel");
        _usings = helpers is null ? DefaultUsings : DefaultUsings.Add(helpers.FullName!);
        _scope = new ScriptScope(null, references.Pending, _usings, [.. _usings.Select(it => new Import(it, IsStatic: it == helpers?.FullName))]);
    }

    /// <summary>What the next piece will see.</summary>
    public ScriptScope Scope => _scope;

    /// <summary>What has run, in its order. May be read from any thread.</summary>
    public IReadOnlyList<Submission> Submissions => _submissions;

    /// <summary>The text that was compiled under a name such as <c>Cell [3]</c>; null where there is none.</summary>
    public SourceText? Source(string path) => _sources.GetValueOrDefault(path);

    /// <summary>Whether an assembly is a compiled piece.</summary>
    public bool IsOfCell(Assembly assembly) => _assemblies.Contains(assembly);

    /// <summary>References have come: what is looked up from now on finds them.</summary>
    public void ReferencesChanged() => _scope = _scope with { Pending = _references.Pending };

    /// <summary>Compiles a piece.</summary>
    /// <param name="text">Its text, with line breaks before it so that its lines have the numbers that they have in the cell.</param>
    /// <param name="path">The cell's name.</param>
    /// <param name="interrupted">Stops the compiler.</param>
    /// <exception cref="CompilationFailedException">It is no C#.</exception>
    public Submission Compile(string text, string path, CancellationToken interrupted)
    {
        var number = _count++;
        var source = SourceText.From(text, Encoding.UTF8);
        _sources[path] = source;
        var tree = ExtensionClasses.Open(CSharpSyntaxTree.ParseText(source, Parsing, path, interrupted));
        var submission = Compile(Checks.Add(tree), number, isTrial: true, interrupted) ?? Compile(tree, number, isTrial: false, interrupted)!;
        _references.TakePending(_scope.Pending.Length);
        return submission;
    }

    /// <summary>Begins to run a piece. Call <see cref="Add"/> afterwards, however it ended.</summary>
    public Task<object> Start(Submission submission)
    {
        return submission.Type is { } type
            ? type.GetMethod("<Factory>")!.CreateDelegate<Func<object?[], Task<object>>>()(_slots)
            : Task.FromResult<object>(null!);
    }

    /// <summary>What a piece declared is seen from now on: also where it failed, since what ran before the failure ran.</summary>
    /// <param name="submission">The piece.</param>
    /// <param name="failed">Whether it did not come to its end.</param>
    public void Add(Submission submission, bool failed)
    {
        if (_slots[_slot] is { } instance)
        {
            submission.Instance = instance;
            _slot++;
        }

        if (_slot == _slots.Length)
        {
            Array.Resize(ref _slots, 2 * _slots.Length);
        }

        if (failed)
        {
            KeepOlder(submission);
        }

        _submissions = _submissions.Add(submission);
        var imports = submission.Compilation.SyntaxTrees.Single().GetCompilationUnitRoot().Usings.Select(Import.Of).Except(_scope.Imports);
        _scope = new ScriptScope(submission.Compilation, _references.Pending, [], _scope.Imports.AddRange(imports));
    }

    // Errors are told of the text as it was written: a trial with the kernel's additions gives null.
    private Submission? Compile(SyntaxTree tree, int number, bool isTrial, CancellationToken interrupted)
    {
        var name = $"Submission#{number}";
        var compilation = _scope.Compile($"cell-{number}", name, tree);

        // The compiler makes no assembly of usings alone.
        var isEmpty = tree.GetCompilationUnitRoot(interrupted).Members.Count == 0;
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var diagnostics = isEmpty
            ? compilation.GetDiagnostics(interrupted)
            : compilation.Emit(image, symbols, options: Emitting, cancellationToken: interrupted).Diagnostics;
        var errors = diagnostics.Where(it => it.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        if (errors.Length > 0)
        {
            return isTrial ? null : throw new CompilationFailedException(errors);
        }

        if (isEmpty)
        {
            return new Submission(compilation, Type: null, HasValue: false);
        }

        image.Position = 0;
        symbols.Position = 0;
        var assembly = _context.LoadFromStream(image, symbols);
        _assemblies.Add(assembly);
        return new Submission(compilation, assembly.GetType(name, throwOnError: true), HasValue(compilation, tree));
    }

    // `var network = Train();` that fails must not take away the network of before. A variable that its own line did not reach has no value yet.
    private void KeepOlder(Submission submission)
    {
        if (submission.Instance is not { } instance)
        {
            return;
        }

        var computed = submission.ComputedVariables();
        foreach (var variable in submission.Variables.Where(it => computed.Contains(it.Name) && IsDefault(it.GetValue(instance))))
        {
            var older = _submissions.AsEnumerable().Reverse()
                .Where(it => it.Instance is not null)
                .SelectMany(it => it.Variables.Select(field => (Field: field, it.Instance)))
                .FirstOrDefault(it => it.Field.Name == variable.Name);
            if (older.Field?.FieldType == variable.FieldType)
            {
                variable.SetValue(instance, older.Field.GetValue(older.Instance));
            }
        }
    }

    private static bool IsDefault(object? value) =>
        value is null || value.GetType().IsValueType && value.Equals(RuntimeHelpers.GetUninitializedObject(value.GetType()));

    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var expression },
        }
        && compilation.GetSemanticModel(tree).GetTypeInfo(expression) is var type
        && (type.ConvertedType ?? type.Type)?.SpecialType != SpecialType.System_Void;
}
