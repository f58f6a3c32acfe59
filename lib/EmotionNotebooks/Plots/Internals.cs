using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EmotionNotebooks.Tests")]
