using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Studies;

/// <summary>The JSON schema by which editors complete study files. Made from the grammar and the catalogue.</summary>
public static class StudySchema
{
    /// <summary>Relative to the folder of scenarios.</summary>
    public const string File = "schema/study.schema.json";

    public static string Generate() => ScenarioSchema.Generate(StudyGrammar.Study, "Samverkan study");
}
