using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Reports.Studies;
using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.App.Studying;
using Samverkan.App.Web.Api;
using Samverkan.Runs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Web.Studying;

/// <summary>
/// Studies: those that come with the program, and those that were begun here, by these pages or from the command line. Asked for
/// by name; no path comes from a request. One is carried on at a time; a study is never lost, as what is done of it is kept.
/// </summary>
public sealed class StudyService(StartRun start, ServeOptions options) : WorkQueue
{
    // No name of a scenario has a dot: studies that are saved beside them are not taken for any.
    private const string OwnEnding = ".study.yaml";

    private readonly Lock guard = new();
    private readonly Dictionary<string, StudyTicket> tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Stamp, StudyManifest? Manifest)> read = new(StringComparer.Ordinal);

    private readonly Lazy<IReadOnlyList<ShippedStudy>> shipped = new(() =>
    {
        var folder = Paths.Library is { } library ? Path.Combine(library, StudyReader.Folder) : null;
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(Read)] : [];
    });

    public IReadOnlyList<ShippedStudy> Shipped => shipped.Value;

    /// <summary>Those that were begun, the latest first.</summary>
    public IReadOnlyList<StudyEntry> All()
    {
        if (!Directory.Exists(options.Results)) return [];
        lock (guard)
            return [.. Directory.EnumerateDirectories(options.Results).Select(Entry).OfType<StudyEntry>()
                .OrderByDescending(entry => entry.Changed)];
    }

    public StudyEntry? Find(string? id) => All().FirstOrDefault(entry => entry.Id == id);

    /// <summary>Begins a shipped study; one that was begun already goes on.</summary>
    /// <exception cref="BadRequest">There is no such study.</exception>
    /// <exception cref="ResultFolderRefused">Something else has its place, or its inputs have changed since it began.</exception>
    public StudyEntry Start(string? name)
    {
        var known = Shipped.FirstOrDefault(study => study.Name == name) ?? throw new BadRequest($"There is no study '{name}'.");
        var id = StudyReader.Read(known.Path).Id;
        return Find(id) is null ? Start(new StudyOrder(name)) : Resume(id);
    }

    /// <summary>Begins a shipped study or one whose text is given; the same one that was begun already goes on.</summary>
    /// <exception cref="BadRequest">There is no such study, or the request contradicts itself.</exception>
    /// <exception cref="QuotaReached">Too many are kept.</exception>
    /// <exception cref="ScenarioErrors">The text is no study that can be used; everything that was found is told.</exception>
    /// <exception cref="ResultFolderRefused">Something else has its place, or another study of that name was begun
    /// here.</exception>
    public StudyEntry Start(StudyOrder order)
    {
        if (order.Study is null == order.Text is null)
            throw new BadRequest("Give 'study', a name, or 'text', a study of your own: one of the two.");
        if (order.Seed is < 0) throw new BadRequest("'seed' is 0 or more.");
        if (order.Replications is < 1 or > StudyReader.MostReplications)
            throw new BadRequest($"'replications' is 1 to {StudyReader.MostReplications}.");
        if (order.Tables is not { Count: > 0 } tables) return Checked(order);
        if (order.Text is null)
            throw new BadRequest("'tables' belong to a 'text': a study that comes with the program has its own.");
        // One after the other: nobody else writes a table of the same name meanwhile.
        lock (guard)
        {
            var kept = OrderedTables.Keep(tables, options.Own);
            try
            {
                return Checked(order);
            }
            catch
            {
                kept.Remove();
                throw;
            }
        }
    }

    private StudyEntry Checked(StudyOrder order)
    {
        var study = order.Text is { } text
            ? StudyReader.ReadText(text,
                Path.Combine(options.Own, StudyReader.ReadText(text, Path.Combine(options.Own, OwnEnding)).Id + OwnEnding))
            : StudyReader.Read(Shipped.FirstOrDefault(one => one.Name == order.Study)?.Path
                ?? throw new BadRequest($"There is no study '{order.Study}'."));
        study = study with { Seed = (ulong?)order.Seed ?? study.Seed, Replications = order.Replications ?? study.Replications };
        var place = Path.Combine(options.Results, study.Id);
        if (Find(study.Id) is not null)
        {
            using (var begun = StudyJob.Open(place, writes: false))
                if (!begun.IsOf(study)) throw new ResultFolderRefused(
                    $"Another study of the name '{study.Id}' was begun here, or with another seed or other replications: delete "
                        + "it, or give this one another id.");
            return Resume(study.Id);
        }
        // One after the other: two who start at once must not both get the last place.
        lock (guard)
        {
            if (All().Count >= options.Quotas.Studies)
                throw QuotaReached.Kept($"{options.Quotas.Studies} studies are kept here; delete some of them.");
            return FullDisk.Told(() => Ask(study.Id, () => Begun(study, place, order.Text)));
        }
    }

    private StudyJob Begun(Study study, string place, string? text)
    {
        var job = StudyJob.Start(study, place, until: null, force: false);
        if (text is null) return job;
        // Kept, so that the command that makes the study again finds it.
        Directory.CreateDirectory(options.Own);
        File.WriteAllText(Path.Combine(options.Own, study.Id + OwnEnding), text);
        return job;
    }

    /// <summary>Goes on where it was.</summary>
    /// <exception cref="BadRequest">There is no such study.</exception>
    /// <exception cref="ResultFolderRefused">Its inputs have changed since it began.</exception>
    public StudyEntry Resume(string id)
    {
        var entry = Get(id);
        return entry.IsOpen || entry.IsComplete ? entry : Ask(id, () => StudyJob.Open(entry.Path, writes: true));
    }

    /// <summary>Takes hands off it; what is done is kept.</summary>
    public void Stop(string id)
    {
        lock (guard) tickets.GetValueOrDefault(id)?.Cancel();
    }

    /// <summary>Deletes a study with all its results for good.</summary>
    /// <exception cref="BadRequest">There is no such study, or it is being carried on.</exception>
    public void Delete(string id)
    {
        var entry = Get(id);
        if (entry.IsOpen) throw new BadRequest($"The study '{id}' is being carried on: stop it first.");
        using (FolderLock.Take(entry.Path, id))
            Directory.Delete(entry.Path, recursive: true);
        lock (guard) tickets.Remove(id);
    }

    /// <summary>What it answers so far; empty before there is an answer.</summary>
    public static IReadOnlyList<StudySection> Answers(StudyEntry entry)
    {
        var facts = Path.Combine(entry.Path, StudyFacts.File);
        try
        {
            return File.Exists(facts) ? StudyFacts.Read(facts)?.Sections ?? [] : [];
        }
        catch (InvalidDataException)
        {
            // Another version wrote them; the files are there to be taken along.
            return [];
        }
    }

    private StudyEntry Get(string id) => Find(id) ?? throw new BadRequest($"There is no study '{id}' here.");

    private StudyEntry Ask(string id, Func<StudyJob> job)
    {
        lock (guard)
        {
            if (!tickets.TryGetValue(id, out var ticket) || !ticket.IsOpen)
            {
                tickets[id] = ticket = new(id, job(), Ending);
                Add(() => ticket.Run(start));
            }
        }
        return Get(id);
    }

    private StudyEntry? Entry(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, ResultFolder.ManifestName));
        if (!file.Exists) return null;
        var stamp = file.LastWriteTimeUtc.Ticks;
        if (!read.TryGetValue(folder, out var known) || known.Stamp != stamp)
            read[folder] = known = (stamp, StudyManifest.Read(file.FullName));
        if (known.Manifest is not { } manifest) return null;
        var id = Path.GetFileName(folder);
        var ticket = tickets.GetValueOrDefault(id);
        var isComplete = manifest.Status == StudyManifest.Complete;
        return new(
            id, manifest.Title, manifest.Question, ticket, isComplete, Math.Max(manifest.RunsDone, ticket?.RunsDone ?? 0),
            manifest.RunsAsked, manifest.RunsFailed, file.LastWriteTimeUtc,
            manifest.AsTyped, folder);
    }

    private static ShippedStudy Read(string path)
    {
        var study = StudyReader.Read(path);
        var design = new Design(study);
        return new(Path.GetFileNameWithoutExtension(path), study.Title, study.Question, StudyRounds.Of(design, null).MostRuns,
            StudyAnswers.InWords(design), path);
    }
}
