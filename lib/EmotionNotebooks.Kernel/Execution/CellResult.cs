using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution;

/// <summary>How a cell ended.</summary>
/// <param name="Value">The value of its trailing expression, formatted; null where there is none.</param>
/// <param name="Error">What stopped it; null where nothing did.</param>
/// <param name="Pager">What the front end shows in its pager, such as the answer to <c>x?</c>; null where nothing.</param>
public sealed record CellResult(MimeBundle? Value, CellError? Error = null, MimeBundle? Pager = null);
