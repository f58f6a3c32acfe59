namespace EmotionNotebooks.Data;

/// <summary>An archive that is read in place. What it throws on damage is <see cref="InvalidDataException"/>.</summary>
internal interface IArchive : IDisposable
{
    /// <summary>The members in the archive's order, from the first. What one gives is valid until the next is asked for. Once all have been
    /// given, the archive is known to be complete.</summary>
    IEnumerable<IArchiveMember> Members();

    /// <summary>The content of a member: knows its length and position, and checks itself against the archive at its end.</summary>
    /// <param name="index">The member's number, from 0.</param>
    Stream Open(int index);
}
