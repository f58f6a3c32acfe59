namespace Plotly.NET;

public sealed class Line : DynamicObj.DynamicObj;
