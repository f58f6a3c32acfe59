using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EmotionNotebooks.Compat.Plotly.NET.CSharp")]
