using System.Buffers;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.Serializers;
using Orleans.Serialization.WireProtocol;
using Samverkan.Grains.Clusters;
using Samverkan.Model;

namespace Samverkan.Grains.Envelopes;

/// <summary>Letters as bytes, marked with the build that wrote them: another build must not guess at them.</summary>
[RegisterSerializer]
internal sealed class EnvelopeCodec : IFieldCodec<Envelope>
{
    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType,
        Envelope? value)
        where TBufferWriter : IBufferWriter<byte>
    {
        if (ReferenceCodec.TryWriteReferenceField(ref writer, fieldIdDelta, expectedType!, value)) return;
        var number = EnvelopeKind.NumberOf(value.Body);
        var body = EnvelopeKind.Numbered(number).Write(value.Body);
        writer.WriteFieldHeader(fieldIdDelta, expectedType!, typeof(Envelope), WireType.LengthPrefixed);
        writer.WriteVarUInt32((uint)(Head + body.Length));
        writer.WriteUInt64(ProgramBuild.Id);
        writer.WriteInt32(value.Month.Index);
        writer.WriteByte(value.Founds ? (byte)1 : (byte)0);
        writer.WriteByte((byte)number);
        writer.WriteInt32(value.Below);
        writer.Write(body);
    }

    private const int Head = sizeof(ulong) + 2 * sizeof(int) + 2;

    public Envelope ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (field.WireType == WireType.Reference) return ReferenceCodec.ReadReference<Envelope, TInput>(ref reader, field)!;
        field.EnsureWireType(WireType.LengthPrefixed);
        var placeholder = ReferenceCodec.CreateRecordPlaceholder(reader.Session);
        var length = reader.ReadVarUInt32();
        var build = reader.ReadUInt64();
        if (build != ProgramBuild.Id) throw new OtherBuild(
            "A silo of this cluster is of another build of the program: all its silos and clients must be of one.");
        var month = new Month(reader.ReadInt32());
        var founds = reader.ReadByte() != 0;
        var kind = EnvelopeKind.Numbered(reader.ReadByte());
        var below = reader.ReadInt32();
        var envelope = new Envelope(month, founds, kind.Read(reader.ReadBytes(length - Head)), below);
        ReferenceCodec.RecordObject(reader.Session, envelope, placeholder);
        return envelope;
    }
}

/// <summary>Nobody changes a letter: within a silo it is its own copy.</summary>
[RegisterCopier]
internal sealed class EnvelopeCopier : IDeepCopier<Envelope>
{
    public Envelope? DeepCopy(Envelope? input, CopyContext context) => input;
}
