using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EmotionNotebooks.Web.Tests")]
