namespace EmotionNotebooks.Data;

/// <summary>The names of archive members. Nothing is ever unpacked here, but an archive with a name that leads out of the folder it would be
/// unpacked to is not what it pretends to be.</summary>
internal static class MemberName
{
    /// <summary>Refuses a name that leads out of its folder on any system: <c>../x</c>, <c>/x</c>, <c>C:x</c>, <c>..\x</c>.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="path">The archive's file, for the message.</param>
    /// <exception cref="FaceDataException">The name leads out.</exception>
    public static void Check(string name, string path)
    {
        // Windows takes either slash, and ignores blanks behind a name.
        var isRooted = name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]));
        if (isRooted || name.Split('/', '\\').Any(part => part.TrimEnd(' ') == ".."))
            throw new FaceDataException($"{path}: the name of member '{Excerpt.Of(name)}' leads out of the archive; expected names inside it");
    }
}
