namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>What a value is made of.</summary>
internal enum Kind
{
    /// <summary>One piece: a number, a text, a date, a type.</summary>
    Scalar,

    /// <summary>HTML already.</summary>
    Html,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Keys with values.</summary>
    Dictionary,

    /// <summary>Items in an order.</summary>
    Sequence,

    /// <summary>A rectangular array.</summary>
    Grid,

    /// <summary>A few values without names.</summary>
    Tuple,

    /// <summary>Members with names.</summary>
    Members,
}
