using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Rules;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Runs.Studies;

/// <summary>How much of every run a study keeps beside its figures.</summary>
public enum Keep
{
    /// <summary>Figures of the period alone.</summary>
    Figures,
    /// <summary>Every headline indicator year by year, too.</summary>
    Years,
}

/// <summary>A study that was read and found to be without error: many runs, and what is asked of them. Immutable.</summary>
public sealed record Study
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Question { get; init; }

    /// <summary>The file that was asked for, as the user would type it.</summary>
    public required string Path { get; init; }

    /// <summary>The text of the file.</summary>
    public required string Text { get; init; }

    /// <summary>The scenarios that are set beside each other; the first is the base.</summary>
    public required ImmutableArray<Policy> Policies { get; init; }

    /// <summary>Replications of every cell; the most, where a study stops when its intervals are narrow enough.</summary>
    public required int Replications { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>First month that counts in the figures.</summary>
    public required Month Since { get; init; }

    /// <summary>Last month that counts in the figures.</summary>
    public required Month To { get; init; }

    /// <summary>What is asked; at least one.</summary>
    public required ImmutableArray<Outcome> Outcomes { get; init; }

    /// <summary>What is not known well, and how it may be; empty: everything is as the scenarios say.</summary>
    public required ImmutableArray<UncertainFactor> Uncertain { get; init; }

    /// <summary>How the uncertain is varied; null without anything uncertain, and in calibrations.</summary>
    public Sampling? Sampling { get; init; }

    /// <summary>What is tried in every scenario; empty: the scenarios as they are.</summary>
    public required ImmutableArray<LeverGrid> Levers { get; init; }

    public required ImmutableArray<Discovery> Discoveries { get; init; }

    public Calibration? Calibration { get; init; }

    public required Keep Keep { get; init; }

    /// <summary>Hash of each file that the study is made from, by what it is called in messages.</summary>
    public required ImmutableArray<StudyInput> Inputs { get; init; }

    /// <summary>The files that it was made from; first its own.</summary>
    public required ImmutableArray<SourceFile> Sources { get; init; }

    /// <summary>Warnings and notes.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Rules of one's own that it was told to use; null: none.</summary>
    public RulesEntry? Rules { get; init; }

    /// <summary>Whether it crosses the usual rules with rules of one's own.</summary>
    public bool CrossesRules =>
        Policies.Any(policy => policy.Rules is not null)
            || Levers.Any(lever => lever.Options.Any(option => option.Rules is not null));

    /// <summary>The same study with the rules that it calls <c>own</c>.</summary>
    public Study Under(OwnRules rules) => this with
    {
        Rules = rules.Entry,
        Policies = [.. Policies.Select(policy => policy.Rules is null ? policy : policy with { Rules = rules.Rules })],
        Levers =
        [
            .. Levers.Select(lever => lever with
            {
                Options =
                [
                    .. lever.Options.Select(option => option.Rules is null ? option : option with { Rules = rules.Rules }),
                ],
            }),
        ],
    };
}

/// <summary>Something that a study is made from, and its hash: a resumed study names what changed.</summary>
public sealed record StudyInput(string Name, string Hash);

/// <summary>One of the scenarios of a study.</summary>
/// <param name="Id">Its name in results: the scenario's own id, unless the study gives it another.</param>
/// <param name="Sets">What the study changes in it, as <c>id=value</c>.</param>
public sealed record Policy(string Id, string Title, Scenario Scenario, ImmutableArray<string> Sets)
{
    public Blueprint Blueprint => Rules is { } own ? Scenario.Blueprint with { Rules = own } : Scenario.Blueprint;

    /// <summary>Rules of one's own; null: those of the scenario.</summary>
    public Ruleset? Rules { get; init; }
}

/// <summary>A number that every run gives.</summary>
/// <param name="Id">Its name in results.</param>
/// <param name="Indicator">What is measured; null for what became of the cooperation, and for an expression.</param>
/// <param name="Fate">What is asked of the cooperation; null where an indicator is measured.</param>
/// <param name="Group">The target group that alone counts; null: all.</param>
/// <param name="Municipalities">Codes of those that alone count; empty: all.</param>
public sealed record Outcome(
    string Id, string Title, string Unit, Better Better, Indicator? Indicator, FateQuestion? Fate, Month From, Month To,
    string? Group,
    ImmutableArray<string> Municipalities)
{
    /// <summary>What is made of indicators by an expression; null where an indicator is measured as it is, or the cooperation's
    /// fate.</summary>
    public OwnOutcome? Own { get; init; }
}

/// <summary>What can be asked of the cooperation as a whole.</summary>
public enum FateQuestion
{
    /// <summary>The share of the cooperations that began and are neither dissolved nor ever hollow. For one more
    /// edition.</summary>
    Sustained,
    /// <summary>Years from the start until the cooperation is dissolved or hollow, or to the end; 0 if it never began.</summary>
    YearsSustained,
    /// <summary>The share of the cooperations whose last joint unit or agreement was given up.</summary>
    Dissolved,
    /// <summary>The share of the cooperations that were hollow for two years: trust or joint care below three quarters of its
    /// peak.</summary>
    Hollow,
    /// <summary>The share of the cooperations that began and kept three quarters of their benefit at its peak.</summary>
    BenefitKept,
}

/// <summary>What is not known well: one parameter, or several that are moved together.</summary>
/// <param name="Id">The parameter's id, or the name of the family.</param>
public sealed record UncertainFactor(string Id, ImmutableArray<UncertainParameter> Parameters)
{
    /// <summary>The weakest grade of evidence among the parameters.</summary>
    public Evidence Evidence => Parameters.Max(p => p.Evidence);
}

/// <summary>A parameter with what is believed of its value.</summary>
/// <param name="Source">Where the belief comes from; null: the catalogue's source.</param>
public sealed record UncertainParameter(ParameterInfo Parameter, Belief Belief, Evidence Evidence, string? Source)
{
    /// <summary>A parameter of which nothing is believed but what its evidence allows, around its default.</summary>
    public static UncertainParameter ByEvidence(ParameterInfo parameter) =>
        new(parameter, BeliefReading.OfEvidence(parameter, parameter.Default), parameter.Evidence, null);
}

public enum BeliefKind { Uniform, LogUniform, Triangular, Normal, LogNormal, Listed, Either }

/// <summary>
/// A distribution over a parameter's value, in the parameter's own unit, cut at its range. Uniform, log-uniform: A and B
/// are the ends. Triangular: from A over the most likely C to B. Normal: mean A, standard deviation B. Lognormal: median A,
/// standard deviation B of the logarithm. These two have no ends, and are cut at two of their quantiles. Listed: the values in
/// the order of the draws, which all parameters share; no order of size. Either: of a switch, off or on, both as likely.
/// </summary>
/// <param name="Low">Least possible value.</param>
/// <param name="High">Largest possible value.</param>
public sealed record Belief(BeliefKind Kind, double A, double B, double C, double Low, double High)
{
    /// <summary>The quantile below which a distribution without ends is cut.</summary>
    public double CutBelow { get; init; } = 0.05;

    /// <summary>The quantile above which it is cut.</summary>
    public double CutAbove { get; init; } = 0.95;

    /// <summary>Of <see cref="BeliefKind.Listed"/>: one for each draw.</summary>
    public ImmutableArray<double> Values { get; init; } = [];
}

public enum SamplingMethod
{
    MonteCarlo, LatinHypercube, SobolSequence, OneAtATime, Morris, SobolIndices,
    /// <summary>Draws of all parameters together, from a file.</summary>
    File,
}

/// <summary>Words for methods of sampling.</summary>
public static class SamplingMethods
{
    /// <summary>As a study file names it.</summary>
    public static string InWords(this SamplingMethod method) =>
        method == SamplingMethod.File ? "draws of a file" : StudyGrammar.Methods.First(named => named.Method == method).Word;
}

/// <summary>How the uncertain factors are varied.</summary>
/// <param name="Size">Samples; of the base design for Sobol indices; trajectories for Morris; not used one at a time.</param>
/// <param name="Levels">Levels of the grid of Morris.</param>
public sealed record Sampling(SamplingMethod Method, int Size, int Levels);

/// <summary>One thing that is tried at several values.</summary>
/// <param name="Title">As a planner calls it.</param>
public sealed record LeverGrid(string Id, string Title, ImmutableArray<LeverOption> Options);

/// <summary>One of the values.</summary>
/// <param name="Id">What it is called: the value as written, or a name.</param>
/// <param name="Value">As a number, for a curve; not a number for a named option.</param>
/// <param name="Start">Values from the start.</param>
/// <param name="Later">Changes at a date.</param>
public sealed record LeverOption(
    string Id, double Value, string Unit, ImmutableArray<(ParameterInfo Parameter, Operation Operation, double Value)> Start,
    ImmutableArray<Intervention> Later)
{
    /// <summary>Rules of one's own; null: those of the scenario.</summary>
    public Ruleset? Rules { get; init; }

    /// <summary>What the option makes of a scenario.</summary>
    public Blueprint On(Blueprint blueprint) => blueprint with
    {
        Rules = Rules ?? blueprint.Rules,
        Parameters =
            blueprint.Parameters.With(Start.Select(s =>
                KeyValuePair.Create(s.Parameter, s.Operation == Operation.Set ? s.Value
                    : s.Value * s.Parameter.Get(blueprint.Parameters)))),
        Interventions = blueprint.Interventions.AddRange(Later),
    };
}

/// <summary>A question for the discovery of scenarios: under which conditions does this happen?</summary>
/// <param name="Versus">Id of the policy whose figure is taken off; null: the policy's own figure is judged.</param>
/// <param name="Policy">Whose figure.</param>
/// <param name="Above">True: it happens above the threshold; false: below.</param>
/// <param name="Coverage">Share of all cases that the box holds at least; null: the box of the best score is taken.</param>
public sealed record Discovery(Outcome Outcome, string Policy, string? Versus, bool Above, double Threshold,
    double? Coverage = null);

/// <summary>What the model is to be brought into line with.</summary>
/// <param name="Waves">Waves of history matching.</param>
/// <param name="Size">Samples of each wave.</param>
/// <param name="Cutoff">Implausibility above which a value is ruled out; 3 by Pukelsheim's rule.</param>
/// <param name="Accepted">Samples of the region that is kept.</param>
/// <param name="Draws">Of these, those wanted that were run and met every target; 0: what is kept need not be run.</param>
public sealed record Calibration(int Waves, int Size, double Cutoff, int Accepted, ImmutableArray<Target> Targets, int Draws = 0);

/// <summary>What was observed.</summary>
/// <param name="Tolerance">One standard deviation of what was observed and of what the model may miss, together.</param>
public sealed record Target(Outcome Outcome, double Value, double Tolerance, string? Source)
{
    /// <summary>A normal distribution has 95 % within so many standard deviations of its mean.</summary>
    public const double Within95 = 1.96;

    /// <summary>Whether a figure lies in the range that holds 95 % of what was believed.</summary>
    public bool IsMetBy(double figure) => Math.Abs(figure - Value) <= Within95 * Tolerance;
}
