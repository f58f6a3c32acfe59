namespace Plotly.NET;

/// <summary>plotly.js values by name; the classes inside are one file each.</summary>
public static partial class StyleParam;
