namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>Builds the projects that notebooks refer to.</summary>
internal sealed class ProjectBuild(InterpreterOptions options)
{
    /// <summary>Builds a project, in Release.</summary>
    /// <param name="path">The project's file.</param>
    /// <param name="call">Who asks.</param>
    /// <returns>The .dll that it became.</returns>
    /// <exception cref="DirectiveException">There is none, or it does not build; the compiler's words are in the message.</exception>
    public string Build(string path, DirectiveCall call)
    {
        if (!File.Exists(path))
        {
            throw new DirectiveException($"{path}: no such file; expected a project (.csproj, .fsproj)");
        }

        call.FrontEnd.Write("stdout", $"building {Path.GetFileName(path)} …\n");
        var folder = Path.GetDirectoryName(path)!;
        // A notebook finds packages beside the library alone.
        var (succeeded, output) = DotnetTool.Run(
            options, folder, call.Interrupted, "build", path, "-c", "Release", "--nologo", "-v:q", "-clp:NoSummary", "-p:CopyLocalLockFileAssemblies=true");
        if (!succeeded)
        {
            throw new DirectiveException($"{path} does not build:\n{DotnetTool.Errors(output)}");
        }

        (succeeded, output) = DotnetTool.Run(options, folder, call.Interrupted, "msbuild", path, "-nologo", "-p:Configuration=Release", "-getProperty:TargetPath");
        var target = output.Trim();
        return succeeded && File.Exists(target)
            ? target
            : throw new DirectiveException($"{path} was built, and there is no library at '{target}'; expected a project with one target framework");
    }
}
