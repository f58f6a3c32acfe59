using Google.Protobuf;
using static EmotionNotebooks.WireMessage;

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
    public static byte[] FileVersion(double wallTime) => Bytes(output =>
    {
        WallTime(output, wallTime);
        Text(output, 3, "brain.Event:2");
    });

    /// <summary>Says that a training was resumed: readers drop what an earlier file has of this step and later ones.</summary>
    /// <param name="wallTime">Seconds since 1970.</param>
    /// <param name="step">The first step that follows.</param>
    public static byte[] Resumed(double wallTime, long step) => Bytes(output =>
    {
        WallTime(output, wallTime);
        Integer(output, 2, step);
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
    public static byte[] Scalars(double wallTime, long step, IReadOnlyList<(string Tag, double Value)> values) => Bytes(output =>
    {
        WallTime(output, wallTime);
        Integer(output, 2, step);
        Nested(output, 5, summary =>
        {
            foreach (var (tag, value) in values)
            {
                Nested(summary, 1, one =>
                {
                    Text(one, 1, tag);
                    Single(one, 2, (float)value);
                });
            }
        });
    });

    private static void WallTime(CodedOutputStream output, double seconds)
    {
        output.WriteTag(1, WireFormat.WireType.Fixed64);
        output.WriteDouble(seconds);
    }
}
