using System.Diagnostics;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Letters;

namespace Samverkan.Grains.Actors;

/// <summary>
/// Asks many grains at once and places their answers by position, never by arrival. Mailboxes have no bound of their own,
/// so that at most so many calls are under way from one caller.
/// </summary>
internal static class FanOut
{
    private const int MostUnderWay = 1000;
    private const int Tries = 3;

    public static async ValueTask Ask(int count, Func<int, Task<Letter>> ask, Action<int, Letter> place)
    {
        var since = Machine.BarrierWait.Enabled ? Stopwatch.GetTimestamp() : 0;
        var calls = new Task<Letter>[Math.Min(count, MostUnderWay)];
        for (var first = 0; first < count; first += MostUnderWay)
        {
            var under = Math.Min(count - first, MostUnderWay);
            for (var i = 0; i < under; i++)
                calls[i] = ask(first + i);
            // The last one first: when it has answered, most others have, and the caller is woken once instead of for each.
            for (var i = under - 1; i >= 0; i--)
                place(first + i, await Answer(calls[i], first + i, ask));
        }
        Machine.Messages.Add(count);
        if (since > 0) Machine.BarrierWait.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    public static async ValueTask<Letter[]> Ask(int count, Func<int, Task<Letter>> ask)
    {
        var answers = new Letter[count];
        await Ask(count, ask, (i, answer) => answers[i] = answer);
        return answers;
    }

    public static Task All<T>(IEnumerable<T> grains, Func<T, Task> tell) => Task.WhenAll(grains.Select(tell));

    // A request or an answer can be lost. Asking again is safe: who has lived the month gives the remembered answer.
    private static ValueTask<Letter> Answer(Task<Letter> call, int i, Func<int, Task<Letter>> ask) =>
        call.IsCompletedSuccessfully ? new(call.Result) : Insist(call, i, ask);

    private static async ValueTask<Letter> Insist(Task<Letter> call, int i, Func<int, Task<Letter>> ask)
    {
        for (var tried = 1; ; tried++)
            try
            {
                return await call;
            }
            catch (TimeoutException) when (tried < Tries)
            {
                call = ask(i);
            }
    }
}
