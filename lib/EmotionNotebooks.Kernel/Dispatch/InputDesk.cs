using System.Text.Json;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Where the answers to the kernel's questions arrive. There is one question at a time.</summary>
#pragma warning disable CA1001 // a semaphore without a wait handle holds nothing
internal sealed class InputDesk
#pragma warning restore CA1001
{
    // A client connects its channels one after the other: stdin may come a little after the first cell.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Question? _open;

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="request">The request during which it is asked; its sender is asked.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="password">Whether the answer is hidden.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="InvalidOperationException">The sender is not there.</exception>
    public string Ask(Request request, string prompt, bool password, CancellationToken cancellation)
    {
        _turn.Wait(cancellation);
        try
        {
            var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
            while (true)
            {
                var question = new Question(request.NextId());
                _open = question;
                request.Ask(
                    question.Id,
                    writer =>
                    {
                        writer.WriteString("prompt"u8, prompt);
                        writer.WriteBoolean("password"u8, password);
                    },
                    () => question.Answer.TrySetResult(null));
                question.Answer.Task.Wait(cancellation);
                if (question.Answer.Task.Result is { } answer)
                {
                    return answer;
                }

                if (Environment.TickCount64 > until)
                {
                    throw new InvalidOperationException("the front end takes no questions: it has not connected to stdin");
                }

                Task.Delay(Pause, CancellationToken.None).Wait(cancellation);
            }
        }
        finally
        {
            _open = null;
            _turn.Release();
        }
    }

    /// <summary>Takes a message that came in on stdin. One that answers nothing is dropped.</summary>
    public void Accept(Message message)
    {
        // Some clients name what they answer: an answer to a question that was given up isn't one to the next.
        if (_open is { } question && message.Type == "input_reply" && (message.ParentId is null || message.ParentId == question.Id)
            && message.Fault is null && message.Content.TryGetProperty("value", out var value)
            && value.ValueKind == JsonValueKind.String && Text.TryGet(value, out var answer))
        {
            question.Answer.TrySetResult(answer);
        }
    }

    private sealed record Question(string Id)
    {
        // Whoever waits goes on on its own thread, never on the sockets'.
        public TaskCompletionSource<string?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
