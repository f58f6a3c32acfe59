namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Tells what was run before: the last cells, those of a session, or those that look like a pattern.</summary>
/// <param name="history">Keeps them.</param>
internal sealed class HistoryHandler(History history) : IHandler
{
    /// <inheritdoc/>
    public string Type => "history_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Questions;

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        var all = history.Read(out var current);
        var access = request.GetText("hist_access_type", "tail");
        var entries = access switch
        {
            "tail" => Last(all, request.GetNumber("n", int.MaxValue)),
            "range" => Range(request, all, current),
            "search" => Search(request, all),
            _ => throw new RequestException($"history_request, hist_access_type: '{access}'; expected tail, range or search"),
        };
        var withOutput = request.GetFlag("output", false);
        request.ReplyOk(writer =>
        {
            writer.WriteStartArray("history"u8);
            foreach (var entry in entries)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(entry.Session);
                writer.WriteNumberValue(entry.Line);
                if (withOutput)
                {
                    writer.WriteStartArray();
                    writer.WriteStringValue(entry.Input);
                    writer.WriteStringValue(entry.Output);
                    writer.WriteEndArray();
                }
                else
                {
                    writer.WriteStringValue(entry.Input);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        });
    }

    // Sessions from 1; 0 is this one, -1 the one before. Cells from start to before stop; no stop, all that follow.
    private static IEnumerable<HistoryEntry> Range(Request request, IReadOnlyList<HistoryEntry> all, int current)
    {
        var session = request.GetNumber("session", 0);
        session = session > 0 ? session : current + session;
        var (start, stop) = (request.GetNumber("start", 1), request.GetNumber("stop", int.MaxValue));
        return all.Where(entry => entry.Session == session && entry.Line >= start && entry.Line < stop);
    }

    private static IEnumerable<HistoryEntry> Search(Request request, IReadOnlyList<HistoryEntry> all)
    {
        var pattern = request.GetText("pattern", "*");
        var found = all.Where(entry => Glob.Matches(pattern, entry.Input)).ToList();
        if (request.GetFlag("unique", false))
        {
            // Of equal ones the last.
            found = [.. found.Index().GroupBy(pair => pair.Item.Input).Select(same => same.Last()).OrderBy(pair => pair.Index).Select(pair => pair.Item)];
        }

        return Last(found, request.GetNumber("n", int.MaxValue));
    }

    private static IEnumerable<HistoryEntry> Last(IReadOnlyList<HistoryEntry> entries, int count) => entries.Skip(entries.Count - Math.Max(0, count));
}
