namespace EmotionNotebooks.Data;

/// <summary>A member of an archive while its members are gone through.</summary>
internal interface IArchiveMember
{
    /// <summary>Its name in the archive, folders included.</summary>
    string Name { get; }

    /// <summary>Whether it is a file with content that can be read; false for folders and links.</summary>
    bool IsFile { get; }

    /// <summary>Why its content cannot be read, such as a password; null where it can.</summary>
    string? Fault { get; }

    /// <summary>The first bytes of its content.</summary>
    /// <param name="target">Takes the bytes.</param>
    /// <returns>How many there are: less than asked for only if the content is shorter.</returns>
    int ReadStart(Span<byte> target);
}
