using Samverkan.Model;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Runs.Execution;

/// <summary>Watches one run while it goes on, and keeps of it what it needs. Used by one thread at a time.</summary>
public interface IRunObserver
{
    void Observe(MonthResult month);

    /// <summary>Whether persons are shown to it, which costs time.</summary>
    bool SeesPersons => false;

    /// <summary>After <see cref="Observe"/>, where <see cref="SeesPersons"/>: every person as it stands at the month's
    /// end.</summary>
    /// <param name="persons">To be read at once: the run goes on.</param>
    void See(Month month, IEnumerable<KeptPerson> persons)
    {
    }

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
