namespace Plotly.NET.LayoutObjects;

public sealed class Legend : DynamicObj.DynamicObj;
