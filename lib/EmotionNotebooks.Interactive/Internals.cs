using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EmotionNotebooks.Interactive.Tests")]
