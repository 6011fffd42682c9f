using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AuditDashboard.Tests.Architecture.Reading;

/// <summary>A literal that a component hands to the render tree: the method, the attribute's name if any, and the element around it.</summary>
internal sealed record RenderCall(string Component, string Method, string Name, string Value, string Element);

/// <summary>Reads what Razor made of the markup out of the compiled assembly, child content and loops included.</summary>
internal static class RenderCalls
{
    public static IReadOnlyList<RenderCall> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MethodDefinitions
               let method = metadata.GetMethodDefinition(handle)
               where method.RelativeVirtualAddress != 0
               from call in InMethod(metadata, method, file.GetMethodBody(method.RelativeVirtualAddress))
               select call,
        ];
    }

    private static IEnumerable<RenderCall> InMethod(MetadataReader metadata, MethodDefinition method, MethodBodyBlock body)
    {
        var component = Outermost(metadata, method.GetDeclaringType());
        var elements = new Stack<string>();
        var before = new List<Instruction>();
        foreach (var instruction in Instruction.Read(body).Where(instruction => instruction.Code != OpCodes.Nop))
        {
            if (RenderMethod(metadata, instruction) is not { } called)
            {
                if (!IsCheck(metadata, instruction)) // TypeCheck<string>("…") passes its argument through
                {
                    before.Add(instruction);
                }

                continue;
            }

            if (called == "OpenElement")
            {
                elements.Push(Literal(metadata, before, 1));
            }
            else if (called == "CloseElement")
            {
                elements.TryPop(out _);
            }
            else if (Literal(metadata, before, 1) is { Length: > 0 } value)
            {
                yield return new RenderCall(component, called, Literal(metadata, before, 2), value, elements.TryPeek(out var around) ? around : "");
            }

            before.Clear();
        }
    }

    private static string Literal(MetadataReader metadata, List<Instruction> before, int fromEnd) =>
        before.Count >= fromEnd && before[^fromEnd] is var instruction && instruction.Code == OpCodes.Ldstr
            ? metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(instruction.Operand))
            : "";

    private static string? RenderMethod(MetadataReader metadata, Instruction instruction) =>
        Called(metadata, instruction) is { } member && member.Parent.Kind == HandleKind.TypeReference
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "RenderTreeBuilder"
            ? metadata.GetString(member.Name)
            : null;

    private static bool IsCheck(MetadataReader metadata, Instruction instruction) =>
        Called(metadata, instruction) is { } member && metadata.GetString(member.Name) == "TypeCheck";

    private static MemberReference? Called(MetadataReader metadata, Instruction instruction)
    {
        if (instruction.Code.OperandType != OperandType.InlineMethod)
        {
            return null;
        }

        var handle = MetadataTokens.EntityHandle(instruction.Operand);
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        }

        return handle.Kind == HandleKind.MemberReference ? metadata.GetMemberReference((MemberReferenceHandle)handle) : null;
    }

    private static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Outermost(metadata, outer)
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
