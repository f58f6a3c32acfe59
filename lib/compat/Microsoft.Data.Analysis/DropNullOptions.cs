namespace Microsoft.Data.Analysis;

public enum DropNullOptions
{
    Any,
    All,
}
