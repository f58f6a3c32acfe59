using System.Xml;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>The members of a documentation file.</summary>
internal sealed class XmlMembers(string path)
{
    private readonly Lazy<Dictionary<string, string>> _members = new(() => Read(path));

    /// <summary>What it says of a member; null where it says nothing.</summary>
    public string? Of(string id) => _members.Value.GetValueOrDefault(id);

    private static Dictionary<string, string> Read(string path)
    {
        var members = new Dictionary<string, string>();
        if (!File.Exists(path))
        {
            return members;
        }

        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.ReadToFollowing("member"))
            {
                if (reader.GetAttribute("name") is { } id)
                {
                    members[id] = reader.ReadInnerXml();
                }
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // What could be read is better than nothing: documentation is no reason to fail.
        }

        return members;
    }
}
