namespace Microsoft.DotNet.Interactive;

/// <summary>A password that does not show itself.</summary>
public class PasswordString(string clearTextPassword)
{
    private readonly string _clearTextPassword = clearTextPassword;

    /// <summary>The password.</summary>
    public string GetClearTextPassword() => _clearTextPassword;

    /// <summary>Stars.</summary>
    public override string ToString() => "************";
}
