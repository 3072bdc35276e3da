using System.Collections.Immutable;
using System.Globalization;
using NCalc;
using NCalc.Exceptions;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Own;

/// <summary>
/// Reads an expression such as <c>gini(byGroup([needs.unmetPerEligible]))</c>. NCalc parses the text. Its evaluator is not used,
/// so that nothing but what stands here can be asked for. Everything that is wrong is told at once.
/// </summary>
internal sealed class OwnFigureReading(ScalarNode node, string? group, ReadingContext context)
{
    private const int Longest = 1000;
    private const string WhereAbove = "whereAbove", WhereBelow = "whereBelow";

    private static readonly ImmutableSortedDictionary<string, Func<double[], double>> OfSeveral =
        ImmutableSortedDictionary.CreateRange<string, Func<double[], double>>(StringComparer.Ordinal,
        [
            new("mean", Several.Mean), new("total", Several.Total), new("first", Several.First), new("last", Several.Last),
            new("max", Several.Max), new("min", Several.Min), new("gini", Several.Gini),
        ]);

    private static readonly ImmutableSortedDictionary<string, Func<double[], double, double>> OfSeveralWith =
        ImmutableSortedDictionary.CreateRange<string, Func<double[], double, double>>(StringComparer.Ordinal,
            [new("quantile", Several.Quantile), new("shareAbove", Several.ShareAbove), new("recovery", Several.Recovery)]);

    private static readonly string[] Names =
        [.. OfSeveral.Keys, .. OfSeveralWith.Keys, "byGroup", "byMunicipality", "ofGroup", WhereAbove, WhereBelow];

    /// <param name="group">The target group that is meant where an indicator stands alone; null: all persons.</param>
    /// <returns>null: it cannot be used, and why was told.</returns>
    public static OwnNumber? Read(ScalarNode node, string? group, ReadingContext context) =>
        new OwnFigureReading(node, group, context).Read();

    private OwnNumber? Read()
    {
        if (node.Text.Length > Longest)
        {
            Wrong($"An expression has at most {Longest} characters.");
            return null;
        }
        LogicalExpression parsed;
        try
        {
            parsed = LogicalExpressionParser.Parse(node.Text, new(), CultureInfo.InvariantCulture, CancellationToken.None);
        }
        catch (NCalcException e)
        {
            Wrong($"This is no expression: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. "
                + "Indicators stand in brackets: mean([needs.unmetPerEligible]).");
            return null;
        }
        return Part(parsed) switch
        {
            null => null,
            OwnNumber { Needs.IsEmpty: true } => Told(
                "The expression reads no indicator and no person: it is the same for every run."),
            OwnNumber number => number,
            OwnSeries => Told("This is a number for each month. Say what is made of them, such as mean(...) or last(...)."),
            OwnList list => Told($"This is a number for each of the {list.Over}. Say what is made of them, such as gini(...)."),
            _ => null,
        };
    }

    private OwnPart? Part(LogicalExpression expression) => expression switch
    {
        ValueExpression { Type: NCalc.ValueType.Integer or NCalc.ValueType.Float } value =>
            Number(Convert.ToDouble(value.Value, CultureInfo.InvariantCulture)),
        Identifier name => PersonMeasure.IsName(name.Name) ? OfPersons(name.Name) : Indicator(name.Name),
        UnaryExpression { Type: UnaryExpressionType.Negate } minus =>
            Part(minus.Expression) is { } part ? Computed(BinaryExpressionType.Minus, Number(0), part) : null,
        UnaryExpression { Type: UnaryExpressionType.Positive } plus => Part(plus.Expression),
        BinaryExpression sum => Both(sum),
        Function call => Call(call.Identifier.Name, [.. call.Parameters]),
        _ => Nothing(
            $"An expression is made of indicators in brackets, numbers, + - * / and the functions {string.Join(", ", Names)}."),
    };

    private OwnPart? Both(BinaryExpression sum)
    {
        var (left, right) = (Part(sum.LeftExpression), Part(sum.RightExpression));
        if (sum.Type is not (BinaryExpressionType.Plus or BinaryExpressionType.Minus)
            and not (BinaryExpressionType.Times or BinaryExpressionType.Div))
            return Nothing("Numbers are put together by + - * / alone.");
        return left is null || right is null ? null : Computed(sum.Type, left, right);
    }

    private OwnPart? Computed(BinaryExpressionType type, OwnPart left, OwnPart right)
    {
        var (isRight, unit) = UnitOf(type, left.Unit, right.Unit);
        if (!isRight)
            return Nothing(
                $"{left.Unit} and {right.Unit} cannot be {(type == BinaryExpressionType.Plus ? "added" : "subtracted")}.");
        var needs = left.Needs.Union(right.Needs).ToImmutableArray();
        Func<double, double, double> of = type switch
        {
            BinaryExpressionType.Plus => (a, b) => a + b,
            BinaryExpressionType.Minus => (a, b) => a - b,
            BinaryExpressionType.Times => (a, b) => a * b,
            // By nothing: not defined.
            _ => (a, b) => b == 0 ? double.NaN : a / b,
        };
        return (left, right) switch
        {
            (OwnNumber a, OwnNumber b) => new OwnNumber(unit, needs, run => of(a.Of(run), b.Of(run))),
            (OwnSeries a, OwnSeries b) => new OwnSeries(unit, needs, run => [.. a.Of(run).Zip(b.Of(run), of)]),
            (OwnSeries a, OwnNumber b) => new OwnSeries(unit, needs, run => Each(a.Of(run), b.Of(run), of)),
            (OwnNumber a, OwnSeries b) => new OwnSeries(unit, needs, run => Each(b.Of(run), a.Of(run), (y, x) => of(x, y))),
            (OwnList a, OwnList b) when a.Over == b.Over =>
                new OwnList(unit, needs, a.Over, run => [.. a.Of(run).Zip(b.Of(run), of)]),
            (OwnList a, OwnNumber b) => new OwnList(unit, needs, a.Over, run => Each(a.Of(run), b.Of(run), of)),
            (OwnNumber a, OwnList b) => new OwnList(unit, needs, b.Over, run => Each(b.Of(run), a.Of(run), (y, x) => of(x, y))),
            _ => Nothing(
                "Numbers of months, of groups, of municipalities and of persons cannot be put together: "
                + "make one number of them first, such as by mean(...)."),
        };
    }

    private static double[] Each(double[] values, double other, Func<double, double, double> of) =>
        [.. values.Select(value => of(value, other))];

    private static (bool IsRight, string? Unit) UnitOf(BinaryExpressionType type, string? left, string? right) => type switch
    {
        BinaryExpressionType.Plus or BinaryExpressionType.Minus =>
            (left is null || right is null || left == right, left ?? right),
        BinaryExpressionType.Times => (true, left is null ? right : right is null ? left : $"{left} x {right}"),
        _ => (true, right is null ? left : left == right ? "ratio" : left is null ? $"per {right}" : $"{left} per {right}"),
    };

    private OwnPart? Call(string name, LogicalExpression[] arguments)
    {
        if (OfSeveral.TryGetValue(name, out var of))
            return Arguments(name, arguments, 1) && SeveralOf(name, arguments[0]) is var (unit, needs, values)
                ? new OwnNumber(name == "gini" ? "index" : unit, needs, run => of(values(run))) : null;
        if (OfSeveralWith.TryGetValue(name, out var with))
            return Arguments(name, arguments, 2) && SeveralOf(name, arguments[0]) is var (unit, needs, values)
                && Constant(name, arguments[1]) is { } number
                ? new OwnNumber(
                    name switch { "quantile" => unit, "recovery" => "months", _ => "share" }, needs,
                    run => with(values(run), number))
                : null;
        if (name is WhereAbove or WhereBelow)
            return Arguments(name, arguments, 3) ? Where(name, arguments) : null;
        if (name is not ("byGroup" or "byMunicipality" or "ofGroup"))
            return Nothing($"There is no function '{name}'.{DidYouMean.Of(name, Names)} There are {string.Join(", ", Names)}.");
        return Arguments(name, arguments, name == "ofGroup" ? 2 : 1) ? Part(arguments[0]) switch
        {
            OwnSeries { Plain: { } what } => name switch
            {
                "byGroup" => IsByGroup(what.Indicator) ? Measuring.ByGroup(what.Indicator) : null,
                "byMunicipality" => Measuring.ByMunicipality(what),
                _ => OfGroup(what.Indicator, arguments[1]),
            },
            OwnList persons when Measuring.IsOfAllPersons(persons) => name switch
            {
                "byGroup" => Measuring.ByGroup(persons),
                "byMunicipality" => Measuring.ByMunicipality(persons),
                _ => GroupIn(arguments[1]) is { } id ? Measuring.OfGroup(persons, id) : null,
            },
            null => null,
            _ => NotPlain(name),
        } : null;
    }

    // A group of one's own: those of whom another number is above a bound, or is not. The others do not count.
    private OwnPart? Where(string name, LogicalExpression[] arguments)
    {
        var (values, by, bound) = (Part(arguments[0]), Part(arguments[1]), Part(arguments[2]));
        if (values is null || by is null || bound is null) return null;
        if (values is not OwnList what || by is not OwnList other || what.Over != other.Over
            || bound is not OwnNumber { Needs.IsEmpty: true } number)
            return Nothing(
                $"{name}(...) takes two numbers of each person, group or municipality, and a plain number: "
                + $"{name}([person.unmetNeeds], [person.age], 65).");
        var (least, isAbove) = (number.Of(null!), name == WhereAbove);
        return what with
        {
            Needs = [.. what.Needs.Union(other.Needs)],
            Of = run => [.. what.Of(run).Zip(other.Of(run), (value, of) =>
                double.IsNaN(of) || of > least != isAbove ? double.NaN : value)],
        };
    }

    private OwnPart? NotPlain(string name)
    {
        var more = name == "ofGroup" ? ", 'psychosis'" : "";
        return Nothing($"{name}(...) takes an indicator as it is, {name}([needs.unmetPerEligible]{more}), "
            + $"or numbers of all persons: {name}([person.unmetNeeds]{more}).");
    }

    private bool Arguments(string name, LogicalExpression[] given, int wanted)
    {
        if (given.Length == wanted) return true;
        Wrong($"{name}(...) takes {(wanted == 1 ? "one thing" : wanted == 2 ? "two things" : "three things")}, and "
            + $"{given.Length} are given.");
        return false;
    }

    private (string? Unit, ImmutableArray<Need> Needs, Func<IRunMonths, double[]> Values)? SeveralOf(
        string name, LogicalExpression argument)
    {
        switch (Part(argument))
        {
            case OwnSeries when name == "gini":
                Wrong("gini(...) is of groups, municipalities or persons: gini(byGroup([needs.unmetPerEligible])).");
                return null;
            case OwnSeries series: return (series.Unit, series.Needs, series.Of);
            case OwnList list when name is not ("recovery" or "first" or "last"): return (list.Unit, list.Needs, list.Of);
            case OwnList list:
                Wrong($"{name}(...) is of months, and the {list.Over} have no order.");
                return null;
            case OwnNumber:
                Wrong($"{name}(...) is of several numbers, such as an indicator's months, and this is one.");
                return null;
            default: return null;
        }
    }

    private double? Constant(string name, LogicalExpression argument)
    {
        if (Part(argument) is not { } part) return null;
        if (part is not OwnNumber { Needs.IsEmpty: true } number)
        {
            Wrong($"The second thing in {name}(...) is a plain number.");
            return null;
        }
        var value = number.Of(null!);
        if (name == "shareAbove" || value is >= 0 and <= 1) return value;
        Wrong($"The second thing in {name}(...) is a share from 0 to 1, such as 0.9.");
        return null;
    }

    private OwnSeries? OfGroup(Indicator indicator, LogicalExpression argument) =>
        GroupIn(argument) is { } id && IsByGroup(indicator) ? Measuring.Series(new(indicator, id)) : null;

    private string? GroupIn(LogicalExpression argument)
    {
        if (argument is not ValueExpression { Value: string id } || TargetGroups.Find(id) is null)
        {
            var said = (argument as ValueExpression)?.Value as string ?? (argument as Identifier)?.Name ?? "";
            Wrong($"'{said}' is not a target group in quotes.{DidYouMean.Of(said, TargetGroups.Ids)} "
                + $"There are {string.Join(", ", TargetGroups.Ids)}.");
            return null;
        }
        return id;
    }

    private bool IsByGroup(Indicator indicator)
    {
        if (indicator.Levels.HasFlag(Levels.Group)) return true;
        Wrong($"'{indicator.Id}' is not measured for target groups.");
        return false;
    }

    private OwnSeries? Indicator(string name)
    {
        var ids = IndicatorCatalogue.All.Where(one => one.Levels.HasFlag(Levels.Municipality)).Select(one => one.Id).ToList();
        if (!ids.Contains(name))
        {
            context.Findings.Error(
                node.Place, Codes.UnknownIndicator, $"'{name}' is not an indicator of municipalities.{DidYouMean.Of(name, ids)}");
            return null;
        }
        var indicator = IndicatorCatalogue.Find(name)!;
        return group is not null && !IsByGroup(indicator) ? null : Measuring.Series(new(indicator, group));
    }

    private OwnList? OfPersons(string name)
    {
        if (PersonMeasure.Find(name) is { } what)
            return group is null ? Measuring.Persons(what) : Measuring.OfGroup(Measuring.Persons(what), group);
        string[] ids = [.. PersonMeasure.All.Select(one => one.Id)];
        context.Findings.Error(
            node.Place, Codes.UnknownIndicator, $"'{name}' is nothing that is known of persons.{DidYouMean.Of(name, ids)}");
        return null;
    }

    private static OwnNumber Number(double value) => new(null, [], _ => value);

    private OwnNumber? Told(string why)
    {
        Wrong(why);
        return null;
    }

    private OwnPart? Nothing(string why)
    {
        Wrong(why);
        return null;
    }

    private void Wrong(string why) => context.Findings.Error(node.Place, Codes.BadExpression, why);
}
