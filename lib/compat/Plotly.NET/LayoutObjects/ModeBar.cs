namespace Plotly.NET.LayoutObjects;

public sealed class ModeBar : DynamicObj.DynamicObj;
