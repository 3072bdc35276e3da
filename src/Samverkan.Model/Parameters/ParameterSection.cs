using System.Reflection;

namespace Samverkan.Model.Parameters;

/// <summary>The parameters of one part of the model, declared beside the rules that use them.</summary>
public abstract class ParameterSection
{
    protected ParameterSection()
    {
        foreach (var property in GetType().GetProperties())
            if (property.GetCustomAttribute<ParameterAttribute>() is { } declared)
                property.SetValue(this, declared.By == Keys.None ? declared.Default : TableOf(declared));
    }

    internal ParameterSection Copy()
    {
        var copy = (ParameterSection)MemberwiseClone();
        foreach (var property in GetType().GetProperties())
            if (property.GetValue(copy) is Table table)
                property.SetValue(copy, table.Copy());
        return copy;
    }

    private static Table TableOf(ParameterAttribute declared)
    {
        var count = Catalogue.NamesOf(declared.By).Count;
        return new Table(declared.Defaults is { } many
            ? many.Length == count ? (double[])many.Clone() : throw new InvalidOperationException($"'{declared.Meaning}' needs {count} defaults.")
            : [.. Enumerable.Repeat(declared.Default, count)]);
    }
}
