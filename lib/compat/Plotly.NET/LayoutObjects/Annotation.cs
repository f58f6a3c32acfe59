namespace Plotly.NET.LayoutObjects;

public sealed class Annotation : DynamicObj.DynamicObj;
