namespace Plotly.NET.LayoutObjects;

public sealed class Hoverlabel : DynamicObj.DynamicObj;
