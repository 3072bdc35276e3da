using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.App.Deciding;

/// <summary>
/// Carries out a decision into its folder, which appears when all is done. The futures that are lived so far stay there in a
/// journal:
/// asked again, it goes on where it was interrupted.
/// </summary>
public sealed class DecisionJob : IDisposable
{
    private readonly DecisionRequest request;
    private readonly IDecisionMaker maker;
    private readonly ResultFolder folder;
    private readonly FutureJournal journal;

    /// <exception cref="BadRequest">The scenarios cannot be set beside each other.</exception>
    /// <exception cref="ResultFolderRefused">Something else is in the folder.</exception>
    public DecisionJob(DecisionRequest request, IDecisionMaker maker, string path, bool force)
    {
        (this.request, this.maker, Folder) = (request, maker, path);
        folder = ResultFolder.Open(path, request.Inputs, force);
        journal = FutureJournal.Open(folder.Final, request.Inputs);
        Progress = Futures.ProgressOf(request.Scenarios[0].Blueprint, request.Futures, maker.MostChoices);
    }

    public string Folder { get; }

    public ResultFolder Result => folder;

    public EnsembleProgress Progress { get; }

    /// <summary>Futures that an earlier start left.</summary>
    public int Left => journal.Left;

    /// <summary>Futures that are kept now.</summary>
    public int Kept => journal.Count;

    public int Asked => maker.MostChoices * request.Futures.Each;

    /// <param name="again">What runs in this process once more a pair that came apart without a reason.</param>
    /// <exception cref="ModelCheckFailed">There is no result to trust.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: what is lived is kept.</exception>
    public DecisionResult Run(StartRun start, StartRun again, int threads, CancellationToken cancel)
    {
        var futures = new Futures(maker.Base, request.Futures, new Ensemble(start, threads), again, journal, Progress, cancel);
        var result = maker.Decide(futures, HeadOf);
        result.Write(folder[""]);
        File.WriteAllText(folder["decision.md"], DecisionText.Markdown(result));
        WriteFutures(futures);
        DecisionPage.Of(result).Write(folder[""]);
        var recipe = KeptInputs.Write(
            folder[""], request.Scenarios.Select(scenario => scenario.Sources[0]),
            request.Scenarios.SelectMany(scenario => scenario.Sources)
                .Concat(request.Region is { } region ? [region.Source] : []),
            new([], request.Changes, [], Since: request.SinceAsked?.ToString()) { Region = request.Region?.Source.Path });
        ManifestOf(result, futures, recipe).Write(folder[ResultFolder.ManifestName]);
        journal.Remove();
        folder.Complete();
        return result;
    }

    public void Dispose() => folder.Dispose();

    private DecisionHead HeadOf(Futures futures)
    {
        var (@base, asked) = (request.Scenarios[0], request.Futures);
        return new(
            DecisionResult.Current, ProgramVersion.Text, request.Command, request.Inputs, Fold.InGroups(futures.Hash),
                asked.Seed, asked.Replications,
            asked.Region is not { } region ? null
                : new(region.Id, region.Hash, asked.Draws, Fold.InGroups(futures.All.SelectMany(choice => choice.Drawn)
                    .Select(future => future.Hash).Aggregate(Fold.Start, Fold.Into)), region.Missing),
            @base.Blueprint.From.ToString(), @base.Blueprint.To.ToString(), asked.Since.ToString(),
            @base.Blueprint.Counties.Sum(county => county.Municipalities.Length), futures.All.Count * asked.Each,
            new(@base.Id, @base.Title, @base.Name, @base.InputHash, []))
        {
            Asked = [request.Kind, .. request.Asked],
            PriceYear = PriceIndex.YearOf(@base.Blueprint.Parameters.Cost.PriceLevel),
        };
    }

    /// <summary>Every figure of every future, a row for each.</summary>
    private void WriteFutures(Futures futures)
    {
        using var table = new TidyTable(folder["futures"],
        [
            Column.Text("choice"), Column.Text("title"), Column.Whole("replication"), Column.Whole("draw"),
            .. DecisionOutcome.All.Select(outcome => Column.Real(outcome.Id)),
        ]);
        foreach (var choice in futures.All)
            foreach (var (future, place) in choice.All.Select((future, place) => (future, place)))
            {
                var number = place < request.Futures.Replications ? place + 1 : place - request.Futures.Replications + 1;
                var draw = place < request.Futures.Replications ? 0 : request.Region!.DrawOf(request.Seed, number) + 1;
                table.Write([choice.Choice.Id, choice.Choice.Title, number, draw,
                    .. future.Figures.Select(figure => (Cell)figure)]);
            }
    }

    private Manifest ManifestOf(DecisionResult result, Futures futures, Recipe recipe) => new(
        Manifest.ProgramName, ProgramVersion.Text, "decide", request.Inputs, result.Head.ResultHash, request.Seed,
        [.. Enumerable.Range(1, request.Replications)], [.. request.Scenarios.Select(scenario =>
            ScenarioEntry.Of(scenario, scenario.Blueprint))],
        [
            .. from choice in futures.All
               from replication in Enumerable.Range(0, choice.Known.Count)
               select new RunEntry(choice.Choice.Id, replication + 1, Fold.InGroups(choice.Known[replication].Hash)),
        ], recipe)
    {
        Draws = request.Region is not { } region ? null
            : new(region.Id, region.Hash, [.. Enumerable.Range(1, request.Draws)
                .Select(number => region.DrawOf(request.Seed, number) + 1)], result.Head.Draws!.ResultHash),
    };
}
