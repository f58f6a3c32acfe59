namespace Plotly.NET;

public sealed class Trace2D(string traceTypeName) : Trace(traceTypeName);
