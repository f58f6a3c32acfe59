namespace Plotly.NET.TraceObjects;

public sealed class Marker : DynamicObj.DynamicObj;
