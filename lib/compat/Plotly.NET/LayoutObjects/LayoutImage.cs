namespace Plotly.NET.LayoutObjects;

public sealed class LayoutImage : DynamicObj.DynamicObj;
