using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using Samverkan.Model.Rules;

namespace Samverkan.Runs.Rules;

/// <summary>Reads an assembly of rules of one's own: every public class in it that implements the interface of a rule.</summary>
public static class RulesFile
{
    /// <exception cref="RulesRefused">It cannot be used: one sentence says why.</exception>
    public static OwnRules Read(string path)
    {
        var bytes = Bytes(path);
        Type[] types;
        try
        {
            types = [.. new Context(path).LoadFromStream(new MemoryStream(bytes)).GetExportedTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IRule).IsAssignableFrom(type))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)];
        }
        catch (BadImageFormatException)
        {
            throw new RulesRefused($"--rules '{path}' is no .NET assembly. Build a class library: samples/OwnRules shows how.");
        }
        catch (Exception e) when (e is IOException or TypeLoadException or ReflectionTypeLoadException or MissingMemberException)
        {
            throw new RulesRefused(
                $"--rules '{path}' cannot be loaded: {FirstReason(e)} Is it built for this version of the program, "
                    + "and is what it needs beside it?", e);
        }
        return Made(path, bytes, types);
    }

    private static OwnRules Made(string path, byte[] bytes, Type[] types)
    {
        var (rules, replaced) = (Ruleset.Usual, new List<ReplacedRule>());
        foreach (var (name, wanted, put) in GuardedRules.All)
        {
            Type[] own = [.. types.Where(wanted.IsAssignableFrom)];
            if (own.Length > 1)
                throw new RulesRefused(
                    $"--rules '{path}' has {own.Length} rules of {name}: {string.Join(", ", own.Select(type => type.Name))}. "
                    + "Keep one public.");
            if (own is not [var one]) continue;
            rules = put(rules, Instance(path, one));
            replaced.Add(new(name, one.FullName!));
        }
        if (replaced.Count == 0)
            throw new RulesRefused(
                $"--rules '{path}' has no rule: no public class implements one of "
                + $"{string.Join(", ", GuardedRules.All.Select(rule => rule.Interface.Name))}.");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new(path, hash, replaced, rules with { Hash = hash });
    }

    private static IRule Instance(string path, Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
            throw new RulesRefused($"--rules '{path}': '{type.Name}' needs a public constructor without arguments.");
        try
        {
            return (IRule)Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException e)
        {
            throw new RulesRefused($"--rules '{path}': '{type.Name}' cannot be made: {FirstReason(e.InnerException ?? e)}", e);
        }
        catch (Exception e) when (e is TypeLoadException or MissingMemberException or IOException)
        {
            throw new RulesRefused($"--rules '{path}': '{type.Name}' cannot be made: {FirstReason(e)}", e);
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RulesRefused($"--rules '{path}' cannot be read: {e.Message}", e);
        }
    }

    private static string FirstReason(Exception e) =>
        ((e as ReflectionTypeLoadException)?.LoaderExceptions.FirstOrDefault() ?? e)
            .Message.ReplaceLineEndings(" ").TrimEnd('.') + ".";

    // What the program has is the program's, so that interfaces are the same; the rest is looked for beside the assembly.
    private sealed class Context(string path) : AssemblyLoadContext("rules")
    {
        private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

        protected override Assembly? Load(AssemblyName name)
        {
            if (Default.Assemblies.Any(known => known.GetName().Name == name.Name)) return null;
            var beside = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(beside) ? LoadFromAssemblyPath(beside) : null;
        }
    }
}
