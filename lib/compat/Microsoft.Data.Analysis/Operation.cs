namespace Microsoft.Data.Analysis;

/// <summary>What is done to two numbers.</summary>
internal enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
}
