namespace Plotly.NET.LayoutObjects;

public sealed class Margin : DynamicObj.DynamicObj;
