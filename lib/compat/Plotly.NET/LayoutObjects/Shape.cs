namespace Plotly.NET.LayoutObjects;

public sealed class Shape : DynamicObj.DynamicObj;
