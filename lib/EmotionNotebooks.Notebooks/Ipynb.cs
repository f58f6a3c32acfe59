using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmotionNotebooks.Notebooks;

/// <summary>
/// Jupyter's .ipynb, format 4 (nbformat 4.5 is written). A cell's language is read where Polyglot Notebooks and .NET Interactive
/// kept it, in the metadata, and is written as a line at the head of the cell (<c>#!html</c>), where every front end keeps it.
/// </summary>
public static class Ipynb
{
    private static readonly JsonSerializerOptions Writing = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The kernel that a notebook asks for: ours, under the name that notebooks for .NET Interactive ask for.</summary>
    private static JsonObject Kernel => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = "C# (EmotionNotebooks)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
        },
    };

    /// <summary>Reads a notebook.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="source">Its name, for errors.</param>
    /// <exception cref="NotebookException">It is no notebook of format 4.</exception>
    public static NotebookDocument Parse(string text, string source)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(text);
        }
        catch (JsonException problem)
        {
            throw new NotebookException($"{source}, line {problem.LineNumber + 1}: this is no JSON; expected a Jupyter notebook");
        }

        if (root is not JsonObject notebook || notebook["cells"] is not JsonArray cells)
        {
            throw new NotebookException($"{source}: there is no list \"cells\"; expected a Jupyter notebook of format 4");
        }

        var usual = DefaultLanguage(notebook);
        return new([.. cells.Select((cell, index) => ReadCell(cell, usual, $"{source}, cell {index + 1}"))]);
    }

    /// <summary>Writes a notebook for our kernel.</summary>
    /// <param name="notebook">The notebook.</param>
    public static string Format(NotebookDocument notebook)
    {
        var root = new JsonObject
        {
            ["cells"] = new JsonArray([.. notebook.Cells.Select(WriteCell)]),
            ["metadata"] = Kernel,
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return root.ToJsonString(Writing) + "\n";
    }

    private static string DefaultLanguage(JsonObject notebook)
    {
        var metadata = notebook["metadata"] as JsonObject;
        var name = Text(metadata?["polyglot_notebook"]?["kernelInfo"]?["defaultKernelName"])
            ?? Text(metadata?["dotnet_interactive"]?["defaultKernelName"])
            ?? Text(metadata?["kernelspec"]?["language"])
            ?? Text(metadata?["language_info"]?["name"])
            ?? CellLanguage.CSharp;
        return name.Equals("polyglot-notebook", StringComparison.OrdinalIgnoreCase) ? CellLanguage.CSharp : CellLanguage.Of(name) ?? name;
    }

    private static NotebookCell ReadCell(JsonNode? node, string usual, string place)
    {
        if (node is not JsonObject cell || Text(cell["cell_type"]) is not { } type)
        {
            throw new NotebookException($"{place}: it has no \"cell_type\"; expected code, markdown or raw");
        }

        var metadata = cell["metadata"] as JsonObject;
        var language = type switch
        {
            "markdown" => CellLanguage.Markdown,
            "raw" => CellLanguage.Raw,
            "code" => Text(metadata?["polyglot_notebook"]?["kernelName"]) ?? Text(metadata?["dotnet_interactive"]?["language"]) ?? usual,
            _ => throw new NotebookException($"{place}: its \"cell_type\" is '{type}'; expected code, markdown or raw"),
        };
        var text = Lines(cell["source"], place);
        var (first, rest) = FirstLine(text);
        if (type == "code" && CellLanguage.ChosenBy(first) is { } chosen)
        {
            (language, text) = (chosen, rest);
        }

        return new(CellLanguage.Of(language) ?? language, text)
        {
            Id = Text(cell["id"]),
            ExecutionCount = cell["execution_count"] is JsonValue count && count.TryGetValue(out int number) ? number : null,
            Outputs = (cell["outputs"] as JsonArray)?.DeepClone() as JsonArray,
            Attachments = (cell["attachments"] as JsonObject)?.DeepClone() as JsonObject,
            Metadata = Foreign(metadata),
        };
    }

    private static JsonNode WriteCell(NotebookCell cell, int index)
    {
        var type = cell.Language is CellLanguage.Markdown or CellLanguage.Raw ? cell.Language : "code";
        var text = type != "code" || cell.Language == CellLanguage.CSharp ? cell.Source : $"#!{cell.Language}\n{cell.Source}";
        var written = new JsonObject { ["cell_type"] = type };
        if (type == "code")
        {
            written["execution_count"] = cell.ExecutionCount;
        }

        written["id"] = cell.Id ?? IdOf(text, index);
        written["metadata"] = cell.Metadata?.DeepClone() ?? new JsonObject();
        if (type == "code")
        {
            written["outputs"] = cell.Outputs?.DeepClone() ?? new JsonArray();
        }
        else if (cell.Attachments is { } attachments)
        {
            written["attachments"] = attachments.DeepClone();
        }

        var lines = text.Split('\n');
        written["source"] = new JsonArray([.. lines.Select((line, i) => (JsonNode)(i < lines.Length - 1 ? line + "\n" : line)).Where(line => line.GetValue<string>().Length > 0)]);
        return written;
    }

    /// <summary>An id that follows from what stands where: the same notebook is written the same way again.</summary>
    private static string IdOf(string text, int index) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{index}\n{text}")))[..8];

    /// <summary>What is left of a cell's metadata without the words of other kernels and of VS Code.</summary>
    private static JsonObject? Foreign(JsonObject? metadata)
    {
        string[] kernels = ["polyglot_notebook", "dotnet_interactive", "vscode", "dotnet_repl_cellExecutionStartTime", "dotnet_repl_cellExecutionEndTime"];
        var kept = metadata?.Where(entry => !kernels.Contains(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value?.DeepClone());
        return kept is { Count: > 0 } ? new JsonObject(kept) : null;
    }

    /// <summary>A multi-line text: a string, or a list of strings.</summary>
    private static string Lines(JsonNode? node, string place)
    {
        var text = node switch
        {
            null => "",
            JsonArray lines when lines.All(line => Text(line) is not null) => string.Concat(lines.Select(Text)),
            _ => Text(node) ?? throw new NotebookException($"{place}: its \"source\" is no text; expected a string or a list of strings"),
        };
        return text.ReplaceLineEndings("\n");
    }

    private static (string Head, string Tail) FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 1)..]);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
