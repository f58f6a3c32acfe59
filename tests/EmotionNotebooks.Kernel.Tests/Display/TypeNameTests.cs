using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Tests.Display;

[Trait("Needs", "Nothing")]
public sealed class TypeNameTests
{
    [Theory]
    [InlineData(typeof(int), "int", "System.Int32")]
    [InlineData(typeof(float[,]), "float[,]", "System.Single[,]")]
    [InlineData(typeof(int?), "int?", "System.Nullable<System.Int32>")]
    [InlineData(typeof(Dictionary<string, List<int>>), "Dictionary<string, List<int>>", "System.Collections.Generic.Dictionary<System.String,System.Collections.Generic.List<System.Int32>>")]
    [InlineData(typeof(Dictionary<string, int>.KeyCollection), "KeyCollection", "System.Collections.Generic.Dictionary<System.String,System.Int32>.KeyCollection")]
    public void Should_write_a_type_as_code_does(Type type, string brief, string full)
    {
        Assert.Equal(brief, TypeName.Short(type));
        Assert.Equal(full, TypeName.Of(type));
    }

    [Fact]
    public void Should_say_what_has_no_name_in_code()
    {
        Assert.Equal("(anonymous)", TypeName.Short(new { Name = "sad" }.GetType()));
        Assert.Equal("ref int", TypeName.Short(typeof(int).MakeByRefType()));
    }
}
