using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

/// <summary>A folder has one writer, with locks of the operating system and without.</summary>
public sealed class FolderLockTests : IDisposable
{
    private static readonly LeaseTimes Short =
        new(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(1500), TimeSpan.FromMilliseconds(100));

    private readonly TemporaryFolder place = new();

    private string Path => place["result"];

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_second_to_come_is_refused_and_told_who_writes()
    {
        using var first = Take("out/result");

        var refused = Assert.Throws<ResultFolderRefused>(() => Take("out/result"));

        Assert.Contains($"'out/result' is being written by another program: process {Environment.ProcessId} of ",
            refused.Message);
        Assert.Contains("name another folder with --out", refused.Message);
    }

    [Fact]
    public void A_folder_that_is_given_back_can_be_taken_again_and_keeps_nothing_of_the_lock()
    {
        Take("result").Dispose();

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path));
        Take("result").Dispose();
    }

    [Fact]
    public void What_a_dead_program_left_keeps_nobody_away_and_says_who_it_was()
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, FolderLock.LockName), "");
        File.WriteAllText(System.IO.Path.Combine(Path, Lease.Name), "0123\nlock\n7\nprocess 1 of somebody on elsewhere\n");

        using var taken = Take("result");

        Assert.Equal("process 1 of somebody on elsewhere", taken.LeftBy);
    }

    [Fact]
    public void Of_many_who_come_at_once_one_gets_the_folder()
    {
        for (var round = 0; round < 20; round++)
        {
            var got = 0;
            using var all = new Barrier(8);
            var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
            {
                all.SignalAndWait();
                try
                {
                    using var taken = Take("result");
                    Interlocked.Increment(ref got);
                    all.SignalAndWait();
                }
                catch (ResultFolderRefused)
                {
                    all.SignalAndWait();
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            Assert.Equal(1, got);
        }
    }

    [Fact]
    public void A_lease_that_is_renewed_keeps_others_away()
    {
        Directory.CreateDirectory(Path);
        using var first = new Lease(Path, Short);
        Assert.True(first.Take(waits: true, isLease: true, TestContext.Current.CancellationToken));

        using var second = new Lease(Path, Short);

        Assert.False(second.Take(waits: true, isLease: true, TestContext.Current.CancellationToken));
        Assert.True(first.IsHeld());
    }

    [Fact]
    public void A_lease_that_is_not_renewed_is_taken_over_and_its_holder_writes_no_more()
    {
        Directory.CreateDirectory(Path);
        // A program that stands still: nothing renews this one.
        using var first = new Lease(Path, Short with { Renewed = TimeSpan.FromMinutes(5) });
        Assert.True(first.Take(waits: true, isLease: true, TestContext.Current.CancellationToken));
        using var second = new Lease(Path, Short);

        Assert.True(second.Take(waits: true, isLease: true, TestContext.Current.CancellationToken));

        Assert.True(second.IsHeld());
        first.Dispose();
        Assert.NotNull(second.Read());
    }

    [Fact]
    public void Who_stood_still_finds_out_before_it_writes()
    {
        Directory.CreateDirectory(Path);
        using var first = new Lease(Path, Short);
        Assert.True(first.Take(waits: true, isLease: true, TestContext.Current.CancellationToken));

        File.WriteAllText(System.IO.Path.Combine(Path, Lease.Name), "another\nlease\n0\nprocess 1 of somebody on elsewhere\n");

        Assert.True(SpinWait.SpinUntil(() => !first.IsHeld(), TimeSpan.FromSeconds(30)));
        first.Dispose();
        Assert.Equal("another", new Lease(Path, Short).Read()!.Holder);
    }

    [Fact]
    public void The_lease_of_a_writer_without_locks_is_waited_for_by_one_who_has_them()
    {
        Directory.CreateDirectory(Path);
        using var without = new Lease(Path, Short);
        Assert.True(without.Take(waits: true, isLease: true, TestContext.Current.CancellationToken));

        Assert.Throws<ResultFolderRefused>(() => FolderLock.Take(Path, "result", Short, TestContext.Current.CancellationToken));
    }

    private FolderLock Take(string shown) => FolderLock.Take(Path, shown, TestContext.Current.CancellationToken);
}
