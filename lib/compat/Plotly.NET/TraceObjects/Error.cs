namespace Plotly.NET.TraceObjects;

public sealed class Error : DynamicObj.DynamicObj;
