using System.Text.Json;
using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>A message with the ways to answer it. Everything that goes out through it names it as its parent.</summary>
/// <param name="message">The message.</param>
/// <param name="wire">Sends.</param>
/// <param name="format">Writes.</param>
/// <param name="number">Its number, in the order in which requests came in.</param>
/// <param name="lastNumber">The number of the last one that came in; called on the sockets' thread.</param>
internal sealed class Request(Message message, Wire wire, WireFormat format, long number, Func<long> lastNumber)
{
    private const string RequestEnding = "_request";

    // What a front end sends in one go arrives within so many milliseconds.
    private const int Burst = 50;

    /// <summary>The message.</summary>
    public Message Message => message;

    /// <summary>Its number, in the order in which requests came in.</summary>
    public long Number => number;

    /// <summary>When it came in, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long Arrived { get; } = Environment.TickCount64;

    /// <summary>Whether it wants a reply.</summary>
    public bool WantsReply => message.Type.EndsWith(RequestEnding, StringComparison.Ordinal);

    /// <summary>Whether it has one.</summary>
    public bool HasReply { get; private set; }

    /// <summary>What to do once it is answered and <c>idle</c> published; null where nothing.</summary>
    public Action? Afterwards { get; set; }

    /// <summary>Replies.</summary>
    /// <param name="content">Writes the members of the content, <c>status</c> first.</param>
    /// <param name="metadata">Writes the members of the metadata, where there are some.</param>
    public void Reply(Action<Utf8JsonWriter> content, Action<Utf8JsonWriter>? metadata = null)
    {
        var frames = format.Write(message.Identities, message.Type[..^RequestEnding.Length] + "_reply", message.Header, content, metadata);
        HasReply = true;
        wire.Post(new Outgoing.Whole(message.Channel, frames));
    }

    /// <summary>Replies that all went well.</summary>
    /// <param name="content">Writes further members of the content.</param>
    public void ReplyOk(Action<Utf8JsonWriter>? content = null) => Reply(writer =>
    {
        writer.WriteString("status"u8, "ok"u8);
        content?.Invoke(writer);
    });

    /// <summary>Replies that it went wrong.</summary>
    public void ReplyError(CellError error) => Reply(writer => WriteError(writer, error));

    /// <summary>Publishes on iopub.</summary>
    /// <param name="type">The kind of message.</param>
    /// <param name="content">Writes the members of its content.</param>
    public void Publish(string type, Action<Utf8JsonWriter> content) =>
        wire.Post(new Outgoing.Whole(Channel.Iopub, format.Write([wire.Topic(type)], type, message.Header, content)));

    /// <summary>Publishes whether the kernel is at it.</summary>
    /// <param name="state"><c>busy</c> or <c>idle</c>.</param>
    public void PublishState(string state) => Publish("status", writer => writer.WriteString("execution_state"u8, state));

    /// <summary>Publishes text of a stream, soon.</summary>
    public void PublishText(string stream, string text) => wire.Post(new Outgoing.Piece(message.Header, stream, text));

    /// <summary>Asks the sender, on stdin.</summary>
    /// <param name="id">The question's name, from <see cref="NextId"/>.</param>
    /// <param name="content">Writes the members of the question's content.</param>
    /// <param name="unheard">Called where the sender is not there.</param>
    public void Ask(string id, Action<Utf8JsonWriter> content, Action unheard) =>
        wire.Post(new Outgoing.Whole(Channel.Stdin, format.Write(message.Identities, "input_request", message.Header, content, id: id), unheard));

    /// <summary>A name for a message to come.</summary>
    public string NextId() => format.NextId();

    /// <summary>Waits until all that was sent together with this request is in its lane.</summary>
    /// <returns>The number of the last of them.</returns>
    public long WaitForBurst()
    {
        if (Burst - (Environment.TickCount64 - Arrived) is > 0 and var rest)
        {
            Thread.Sleep((int)rest);
        }

        var last = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        wire.Post(new Outgoing.Then(() => last.SetResult(lastNumber())));
        return last.Task.Wait(TimeSpan.FromSeconds(1)) ? last.Task.Result : number;
    }

    /// <summary>Writes an error as replies carry it.</summary>
    public static void WriteError(Utf8JsonWriter writer, CellError error)
    {
        writer.WriteString("status"u8, "error"u8);
        WriteErrorMembers(writer, error);
    }

    /// <summary>Writes an error as outputs carry it.</summary>
    public static void WriteErrorMembers(Utf8JsonWriter writer, CellError error)
    {
        writer.WriteString("ename"u8, error.Name);
        writer.WriteString("evalue"u8, error.Message);
        writer.WriteStartArray("traceback"u8);
        foreach (var line in error.Traceback)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }
}
