using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EmotionNotebooks.Kernel.Tests")]
