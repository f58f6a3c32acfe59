using EmotionNotebooks.Data;
using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Nothing")]
public sealed class AuditViewTests
{
    [Fact]
    public void Should_list_what_was_found_when_shown()
    {
        var faces = Shown.Faces(70).Part(Split.Training);
        var audit = FaceAudit.Of(faces.Select([0, 1, 2, 3, 0]));
        var text = Shown.Plain(audit);

        Assert.Matches("identical pictures +1 +2 +40.00%", text);
        Assert.Contains("… with different labels", text, StringComparison.Ordinal);
        Assert.Contains("5 faces", text, StringComparison.Ordinal);
        Assert.Contains("<td>40.00%</td>", Shown.Html(audit), StringComparison.Ordinal);
    }
}
