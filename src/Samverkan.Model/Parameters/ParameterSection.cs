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
        var values = new double[Catalogue.NamesOf(declared.By).Count];
        var positions = declared.Positions;
        if (declared.Defaults is { } many && many.Length != positions.Count)
            throw new InvalidOperationException($"'{declared.Meaning}' needs {positions.Count} defaults.");
        for (var i = 0; i < positions.Count; i++)
            values[positions[i]] = declared.Defaults?[i] ?? declared.Default;
        return new(values);
    }
}
