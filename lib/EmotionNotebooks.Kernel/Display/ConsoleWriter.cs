using System.Globalization;
using System.Text;

namespace EmotionNotebooks.Kernel.Display;

/// <summary>
/// A stream of the console. Each call is one piece for the front end, a line with its end, so that lines of several threads never mix.
/// </summary>
/// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="outside">Where text goes that no cell has written.</param>
internal sealed class ConsoleWriter(string name, TextWriter outside) : TextWriter(CultureInfo.CurrentCulture)
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Send(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Send(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Send(buffer.ToString());

    public override void Write(string? value) => Send(value);

    public override void Write(StringBuilder? value) => Send(value?.ToString());

    public override void WriteLine() => Send("\n");

    public override void WriteLine(string? value) => Send(value + "\n");

    public override void WriteLine(bool value) => Send(value.ToString() + "\n");

    public override void WriteLine(int value) => Send(value.ToString(FormatProvider) + "\n");

    public override void WriteLine(uint value) => Send(value.ToString(FormatProvider) + "\n");

    public override void WriteLine(long value) => Send(value.ToString(FormatProvider) + "\n");

    public override void WriteLine(ulong value) => Send(value.ToString(FormatProvider) + "\n");

    public override void WriteLine(float value) => Send(value.ToString(FormatProvider) + "\n");

    public override void WriteLine(double value) => Send(value.ToString(FormatProvider) + "\n");

    public override void WriteLine(decimal value) => Send(value.ToString(FormatProvider) + "\n");

    public override void WriteLine(char value) => Send($"{value}\n");

    public override void WriteLine(char[] buffer, int index, int count) => Send(string.Concat(buffer.AsSpan(index, count), "\n"));

    public override void WriteLine(ReadOnlySpan<char> buffer) => Send(string.Concat(buffer, "\n"));

    public override void WriteLine(StringBuilder? value) => Send(value + "\n");

    public override Task WriteAsync(char value) => Done(() => Write(value));

    public override Task WriteAsync(string? value) => Done(() => Write(value));

    public override Task WriteAsync(char[] buffer, int index, int count) => Done(() => Write(buffer, index, count));

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => Done(() => Write(buffer.Span));

    public override Task WriteLineAsync() => Done(WriteLine);

    public override Task WriteLineAsync(char value) => Done(() => WriteLine(value));

    public override Task WriteLineAsync(string? value) => Done(() => WriteLine(value));

    public override Task WriteLineAsync(char[] buffer, int index, int count) => Done(() => WriteLine(buffer, index, count));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => Done(() => WriteLine(buffer.Span));

    public override void Flush()
    {
        if (FrontEnd.Current is null)
            outside.Flush();
    }

    private static Task Done(Action write)
    {
        write();
        return Task.CompletedTask;
    }

    private void Send(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        if (FrontEnd.Current is { } frontEnd)
            frontEnd.Write(name, text);
        else
            outside.Write(text);
    }
}
