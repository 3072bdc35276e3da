using Samverkan.Model;

namespace Samverkan.Runs.Execution;

/// <summary>Watches one run while it goes on, and keeps of it what it needs. Used by one thread at a time.</summary>
public interface IRunObserver
{
    void Observe(MonthResult month);

    /// <summary>The last month has been observed. Not called when the run was cancelled or failed.</summary>
    void Finish()
    {
    }
}

/// <summary>An observer that takes note when its run breaks off; other runs then go on.</summary>
public interface IToleratesFailure
{
    void Fail(Exception failure);
}
