using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>The values of FER-2013's and FER+'s column <c>Usage</c>.</summary>
internal static class FerUsage
{
    /// <summary>What to expect, for messages.</summary>
    public const string Expected = "Training, PublicTest or PrivateTest";

    /// <summary>The split that a field names, in any case.</summary>
    /// <param name="field">The field, without quotes and blanks around it.</param>
    /// <param name="split">The split; <see cref="Split.Training"/> where there is none of that name.</param>
    public static bool TryParse(ReadOnlySpan<byte> field, out Split split)
    {
        split = Split.Training;
        if (Ascii.EqualsIgnoreCase(field, "Training"u8))
            return true;
        split = Ascii.EqualsIgnoreCase(field, "PublicTest"u8) ? Split.PublicTest : Split.PrivateTest;
        if (split == Split.PublicTest || Ascii.EqualsIgnoreCase(field, "PrivateTest"u8))
            return true;
        split = Split.Training;
        return false;
    }
}
