using Parquet;
using Parquet.Schema;

namespace Samverkan.Runs.Results;

/// <summary>How tables are encoded: texts, which repeat often, become numbers of a dictionary.</summary>
internal static class ParquetEncoding
{
    public static ParquetOptions Of(ParquetSchema schema)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        foreach (var field in schema.DataFields.Where(field => field.ClrType == typeof(ReadOnlyMemory<char>)))
            options.ColumnEncodingHints[field.Path.ToString()] = EncodingHint.Dictionary;
        return options;
    }
}
