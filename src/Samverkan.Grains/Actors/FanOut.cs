using System.Diagnostics;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Envelopes;

namespace Samverkan.Grains.Actors;

/// <summary>
/// Asks many grains at once and places their answers by position, never by arrival. Mailboxes have no bound of their own,
/// so that at most so many calls are under way from one caller.
/// </summary>
internal sealed class FanOut
{
    private const int MostUnderWay = 1000;

    private int answered;

    public async ValueTask Ask(int count, Func<int, Task<Envelope>> ask, Action<int, Envelope> place)
    {
        var since = Machine.BarrierWait.Enabled ? Stopwatch.GetTimestamp() : 0;
        var calls = new Task<Envelope>[Math.Min(count, MostUnderWay)];
        for (var first = 0; first < count; first += MostUnderWay)
        {
            var under = Math.Min(count - first, MostUnderWay);
            for (var i = 0; i < under; i++)
                calls[i] = ask(first + i);
            await Settled(calls.AsSpan(0, under));
            for (var i = 0; i < under; i++)
            {
                var answer = calls[i].IsCompletedSuccessfully ? calls[i].Result : await Insist(calls[i], first + i, ask);
                answered += 1 + answer.Below;
                place(first + i, answer);
            }
        }
        Machine.Messages.Add(count);
        if (since > 0) Machine.BarrierWait.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    public async ValueTask<Envelope[]> Ask(int count, Func<int, Task<Envelope>> ask)
    {
        var answers = new Envelope[count];
        await Ask(count, ask, (i, answer) => answers[i] = answer);
        return answers;
    }

    /// <summary>How many letters were answered, to those who were asked and to those below them, since this was asked
    /// last.</summary>
    public int Answered() => Interlocked.Exchange(ref answered, 0);

    public static Task All<T>(IEnumerable<T> grains, Func<T, Task> tell) => Task.WhenAll(grains.Select(tell));

    // Whoever asks is woken once, when all have answered or failed, instead of for each.
    private static System.Runtime.CompilerServices.ConfiguredTaskAwaitable Settled(ReadOnlySpan<Task> calls) =>
        (calls.Length == 1 ? calls[0] : Task.WhenAll(calls))
        .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);

    // A request or an answer can be lost. Asking again is safe: who has lived the month gives the remembered answer.
    private static ValueTask<Envelope> Insist(Task<Envelope> call, int i, Func<int, Task<Envelope>> ask)
    {
        Task<Envelope>? asked = call;
        return RetryPolicy.Message.InGrain(() =>
        {
            var next = asked ?? ask(i);
            asked = null;
            return next;
        });
    }
}
