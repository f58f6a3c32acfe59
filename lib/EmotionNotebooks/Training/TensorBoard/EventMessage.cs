using Google.Protobuf;

namespace EmotionNotebooks.Training.TensorBoard;

/// <summary>The few messages of tensorflow/core/util/event.proto and framework/summary.proto that scalars need, in protobuf's wire form.</summary>
/// <remarks>
/// <code>
/// message Event {
///   double wall_time = 1;
///   int64 step = 2;
///   oneof what { string file_version = 3; Summary summary = 5; SessionLog session_log = 7; }
/// }
/// message Summary { repeated Value value = 1; message Value { string tag = 1; float simple_value = 2; } }
/// message SessionLog { SessionStatus status = 1; }  // START = 1
/// </code>
/// </remarks>
internal static class EventMessage
{
    private const int SessionStart = 1;

    /// <summary>The event that every file begins with.</summary>
    /// <param name="wallTime">Seconds since 1970.</param>
    public static byte[] FileVersion(double wallTime) => Message(output =>
    {
        WallTime(output, wallTime);
        output.WriteTag(3, WireFormat.WireType.LengthDelimited);
        output.WriteString("brain.Event:2");
    });

    /// <summary>Says that a training was resumed: readers drop what an earlier file has of this step and later ones.</summary>
    /// <param name="wallTime">Seconds since 1970.</param>
    /// <param name="step">The first step that follows.</param>
    public static byte[] Resumed(double wallTime, long step) => Message(output =>
    {
        WallTime(output, wallTime);
        Step(output, step);
        Nested(output, 7, log =>
        {
            log.WriteTag(1, WireFormat.WireType.Varint);
            log.WriteEnum(SessionStart);
        });
    });

    /// <summary>Values of one step.</summary>
    /// <param name="wallTime">Seconds since 1970.</param>
    /// <param name="step">The step.</param>
    /// <param name="values">Each value's name and the value.</param>
    public static byte[] Scalars(double wallTime, long step, IReadOnlyList<(string Tag, double Value)> values) => Message(output =>
    {
        WallTime(output, wallTime);
        Step(output, step);
        Nested(output, 5, summary =>
        {
            foreach (var (tag, value) in values)
            {
                Nested(summary, 1, one =>
                {
                    one.WriteTag(1, WireFormat.WireType.LengthDelimited);
                    one.WriteString(tag);
                    one.WriteTag(2, WireFormat.WireType.Fixed32);
                    one.WriteFloat((float)value);
                });
            }
        });
    });

    private static void WallTime(CodedOutputStream output, double seconds)
    {
        output.WriteTag(1, WireFormat.WireType.Fixed64);
        output.WriteDouble(seconds);
    }

    private static void Step(CodedOutputStream output, long step)
    {
        output.WriteTag(2, WireFormat.WireType.Varint);
        output.WriteInt64(step);
    }

    private static void Nested(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(Message(write)));
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(output);
        }

        return bytes.ToArray();
    }
}
