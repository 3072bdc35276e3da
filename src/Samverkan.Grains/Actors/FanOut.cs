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
        var calls = new Task<Letter>[count];
        var asked = 0;
        var since = Machine.BarrierWait.Enabled ? Stopwatch.GetTimestamp() : 0;
        for (var i = 0; i < count; i++)
        {
            while (asked < count && asked < i + MostUnderWay)
                calls[asked] = Insist(ask, asked++);
            place(i, await calls[i]);
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
    private static Task<Letter> Insist(Func<int, Task<Letter>> ask, int i)
    {
        var call = ask(i);
        return call.IsCompletedSuccessfully ? call : Again(call, ask, i);
    }

    private static async Task<Letter> Again(Task<Letter> call, Func<int, Task<Letter>> ask, int i)
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
