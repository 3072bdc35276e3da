using Orleans.Concurrency;
using Samverkan.Model;

namespace Samverkan.Grains.Envelopes;

/// <summary>
/// A message of the model on its way between grains. Within a silo the reference itself is handed over, since nobody ever
/// changes a message; between silos the body travels in the model's own bytes.
/// </summary>
/// <param name="Founds">Whether the receiver comes into being with this letter. One that should know its past and does not
/// refuses.</param>
/// <param name="Below">Of an answer: how many letters were answered below whoever answers.</param>
[Immutable]
public sealed record Envelope(Month Month, bool Founds, object Body, int Below = 0)
{
    public T Of<T>() => (T)Body;
}
