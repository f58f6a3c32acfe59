namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How tables look: in the colours of whatever they stand in, so that dark and light both work.</summary>
internal static class Styles
{
    public const string Element =
        """
        <style>
        .dni-table, .dni-treeview table { border-collapse: collapse; margin: 0.3em 0; color: inherit; font-size: inherit; }
        .dni-table th, .dni-table td, .dni-treeview th, .dni-treeview td { text-align: start; vertical-align: top; white-space: nowrap; padding: 0.15em 0.7em; border: none; border-bottom: 1px solid rgba(128,128,128,0.3); background: transparent; color: inherit; }
        .dni-table th { font-weight: 600; border-bottom: 1px solid rgba(128,128,128,0.7); }
        .dni-table tbody tr:nth-child(even), .dni-treeview tbody tr:nth-child(even) { background: rgba(128,128,128,0.08); }
        .dni-table .n { text-align: end; font-variant-numeric: tabular-nums; }
        .dni-table .i, .dni-table .dni-more { opacity: 0.65; }
        .dni-text { white-space: pre-wrap; width: max-content; max-width: 60ch; }
        .dni-plaintext pre { margin: 0; padding: 0; background: transparent; color: inherit; }
        .dni-treeview summary { cursor: pointer; }
        .dni-code-hint, .dni-code-hint code { font-style: italic; background: transparent; color: inherit; }
        </style>
        """;
}
