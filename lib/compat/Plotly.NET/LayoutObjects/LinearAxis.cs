namespace Plotly.NET.LayoutObjects;

public sealed class LinearAxis : DynamicObj.DynamicObj;
