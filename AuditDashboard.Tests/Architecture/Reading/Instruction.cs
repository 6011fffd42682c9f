using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace AuditDashboard.Tests.Architecture.Reading;

/// <summary>A method body as instructions (ECMA-335, partition III). The operand is a token where the instruction has one, else 0.</summary>
internal readonly record struct Instruction(OpCode Code, int Operand)
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    public bool HasToken => Code.OperandType is OperandType.InlineTok or OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField;

    public static List<Instruction> Read(MethodBodyBlock body)
    {
        var found = new List<Instruction>();
        var bytes = body.GetILReader();
        while (bytes.RemainingBytes > 0)
        {
            int value = bytes.ReadByte();
            var code = Codes[value == 0xFE ? 0xFE00 | bytes.ReadByte() : value];
            found.Add(new Instruction(code, ReadOperand(ref bytes, code.OperandType)));
        }

        return found;
    }

    private static int ReadOperand(ref BlobReader bytes, OperandType type)
    {
        switch (type)
        {
            case OperandType.InlineNone:
                return 0;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                return bytes.ReadByte();
            case OperandType.InlineVar:
                return bytes.ReadUInt16();
            case OperandType.InlineI8 or OperandType.InlineR:
                bytes.Offset += 8;
                return 0;
            case OperandType.InlineSwitch:
                var targets = bytes.ReadInt32();
                bytes.Offset += targets * 4;
                return 0;
            default:
                return bytes.ReadInt32();
        }
    }
}
