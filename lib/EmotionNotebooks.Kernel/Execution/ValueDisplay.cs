using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution;

internal static class ValueDisplay
{
    public static MimeBundle Format(object? value) => MimeBundle.Plain(value?.ToString() ?? "<null>");
}
