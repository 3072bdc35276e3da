using System.Collections;
using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Studies;

/// <summary>The jobs of a part of a study, made when they are asked for: a study of many samples must not keep all its worlds.</summary>
internal sealed class StudyJobs(Design design, IReadOnlyList<RunKey> keys) : IReadOnlyList<Job>
{
    // More than can be under way at a time; what is asked for again is made again.
    private readonly Job?[] recent = new Job?[512];

    private readonly Detail detail = StudyFigures.NeedEverything(design.Study) ? Detail.All : Detail.Headline;

    public int Count => keys.Count;

    public RunKey KeyOf(Job job) => keys[job.Index];

    public Job this[int index]
    {
        get
        {
            if (Volatile.Read(ref recent[index % recent.Length]) is { } known && known.Index == index)
                return known;
            var key = keys[index];
            var job = new Job(index, key.Policy, design.BlueprintOf(key.Policy, key.Point, key.Sample), design.Study.Seed, key.Replication, detail);
            Volatile.Write(ref recent[index % recent.Length], job);
            return job;
        }
    }

    public IEnumerator<Job> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
