namespace Plotly.NET;

public class Trace(string traceTypeName) : DynamicObj.DynamicObj
{
    public string type { get; set; } = traceTypeName;

    public override IEnumerable<KeyValuePair<string, object?>> GetProperties(bool includeInstanceProperties) =>
        includeInstanceProperties
            ? base.GetProperties(true).Prepend(new(nameof(type), type))
            : base.GetProperties(false);
}
