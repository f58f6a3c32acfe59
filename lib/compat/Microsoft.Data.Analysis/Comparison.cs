namespace Microsoft.Data.Analysis;

/// <summary>What two values are asked.</summary>
internal enum Comparison
{
    Equals,
    NotEquals,
    GreaterThanOrEqual,
    LessThanOrEqual,
    GreaterThan,
    LessThan,
}
