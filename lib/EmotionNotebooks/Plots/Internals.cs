using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EmotionNotebooks.Interactive")]
[assembly: InternalsVisibleTo("EmotionNotebooks.Tests")]
[assembly: InternalsVisibleTo("EmotionNotebooks.Web")]
[assembly: InternalsVisibleTo("EmotionNotebooks.Web.Tests")]
