namespace Samverkan.Model.Parameters;

/// <summary>The values of a family of parameters, one per key, in the order of the keys; 0 for keys that have no value.</summary>
public sealed class Table(double[] values)
{
    internal double[] Values { get; } = values;

    public double this[int key] => Values[key];

    public int Count => Values.Length;

    internal Table Copy() => new((double[])Values.Clone());
}
