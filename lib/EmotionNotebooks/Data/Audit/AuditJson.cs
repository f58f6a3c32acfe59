using System.Text.Json;

namespace EmotionNotebooks.Data.Audit;

/// <summary>An audit for programs. <see cref="AuditReport"/> describes the form.</summary>
internal static class AuditJson
{
    private const int Version = 1;

    public static void Write(FaceAudit audit, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        var faces = audit.Faces;
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("source", faces.Source);
        json.WriteString("sha256", faces.Sha256);
        json.WriteNumber("faces", faces.Count);
        json.WriteNumber("withheld", faces.Withheld);
        WriteThresholds(json, audit);
        WriteSplits(json, faces);
        WriteGroups(json, "identical", audit, audit.Identical.Repeated);
        WriteGroups(json, "nearlyIdentical", audit, audit.NearlyIdentical);
        WritePairs(json, audit);
        WriteFaces(json, "blank", audit, audit.Blank);
        if (audit.NoFaces is { } noFaces)
            WriteFaces(json, "noFaces", audit, noFaces);
        if (audit.Contradicted is { } contradicted)
            WriteContradicted(json, audit, contradicted);
        json.WriteEndObject();
    }

    private static void WriteThresholds(Utf8JsonWriter json, FaceAudit audit)
    {
        json.WriteStartObject("thresholds");
        json.WriteNumber("similarity", Math.Round(audit.Threshold, 4));
        json.WriteNumber("leastContrast", FaceAudit.LeastContrast);
        json.WriteNumber("largestFlatShare", FaceAudit.LargestFlatShare);
        json.WriteNumber("contradictingShare", FaceAudit.ContradictingShare);
        json.WriteEndObject();
    }

    private static void WriteSplits(Utf8JsonWriter json, FaceSet faces)
    {
        json.WriteStartObject("splits");
        foreach (var (split, counts) in SplitCounts.Of(faces))
        {
            json.WriteStartObject(split.ToString());
            for (var label = 0; label < counts.Length; label++)
                json.WriteNumber(faces.ClassNames[label], counts[label]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, FaceAudit audit, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        json.WriteStartArray(name);
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteBoolean("conflict", audit.IsConflict(group));
            json.WriteBoolean("across", audit.IsAcross(group));
            WriteFaces(json, "faces", audit, group);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, FaceAudit audit)
    {
        json.WriteStartArray("pairs");
        foreach (var pair in audit.Pairs)
        {
            json.WriteStartObject();
            json.WriteNumber("first", pair.First);
            json.WriteNumber("second", pair.Second);
            json.WriteNumber("score", Math.Round(pair.Score, 4));
            json.WriteBoolean("mirrored", pair.IsMirrored);
            json.WriteNumber("shiftX", pair.ShiftX);
            json.WriteNumber("shiftY", pair.ShiftY);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFaces(Utf8JsonWriter json, string name, FaceAudit audit, IEnumerable<int> faces)
    {
        json.WriteStartArray(name);
        foreach (var face in faces)
        {
            json.WriteStartObject();
            WriteFace(json, audit.Faces, face);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteContradicted(Utf8JsonWriter json, FaceAudit audit, IEnumerable<Contradiction> contradicted)
    {
        json.WriteStartArray("contradicted");
        foreach (var it in contradicted)
        {
            json.WriteStartObject();
            WriteFace(json, audit.Faces, it.Face);
            json.WriteString("crowd", FaceVotes.Names[it.Choice]);
            json.WriteNumber("votes", it.Votes);
            json.WriteNumber("asked", it.Asked);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFace(Utf8JsonWriter json, FaceSet faces, int face)
    {
        json.WriteNumber("index", face);
        json.WriteString("origin", faces.Origins[face]);
        json.WriteString("split", faces.Splits[face].ToString());
        json.WriteString("label", faces.ClassNames[faces.Labels[face]]);
    }
}
