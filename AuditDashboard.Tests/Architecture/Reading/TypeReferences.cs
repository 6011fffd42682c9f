using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace AuditDashboard.Tests.Architecture.Reading;

/// <summary>
/// Which types of one assembly mention which others: bases, interfaces, members, constraints, attributes, locals and method bodies.
/// A nested or compiler-made type counts as its outermost one, so async methods, lambdas and what Razor generates are seen.
/// Not seen: a constant of another type, because the compiler copies its value.
/// </summary>
internal sealed class TypeReferences : IDisposable
{
    private static readonly byte[] OurPrefix = [.. "AuditDashboard."u8];

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public TypeReferences(string assemblyPath)
    {
        _file = new PEReader(File.OpenRead(assemblyPath));
        _metadata = _file.GetMetadataReader();
    }

    public static IReadOnlySet<(string From, string To)> Of(System.Reflection.Assembly assembly)
    {
        using var references = new TypeReferences(assembly.Location);
        return references.All();
    }

    public HashSet<(string From, string To)> All()
    {
        var pairs = new HashSet<(string From, string To)>();
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var from = OutermostName(handle);
            pairs.UnionWith(MentionedBy(handle).Where(to => to != from).Select(to => (from, to)));
        }

        return pairs;
    }

    public void Dispose() => _file.Dispose();

    private IEnumerable<string> MentionedBy(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var found = new HashSet<TypeDefinitionHandle>();
        var signatures = new MentionedTypes(found);

        Visit(type.BaseType, found, signatures);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Visit(_metadata.GetInterfaceImplementation(implemented).Interface, found, signatures);
        }

        foreach (var field in type.GetFields())
        {
            _metadata.GetFieldDefinition(field).DecodeSignature(signatures, null);
        }

        VisitConstraints(type.GetGenericParameters(), found, signatures);
        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            VisitMethod(method, found, signatures);
        }

        return found.Select(OutermostName).Concat(Attributes(type).SelectMany(NamesIn));
    }

    private void VisitMethod(MethodDefinition method, HashSet<TypeDefinitionHandle> found, MentionedTypes signatures)
    {
        method.DecodeSignature(signatures, null);
        VisitConstraints(method.GetGenericParameters(), found, signatures);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(signatures, null);
        }

        foreach (var instruction in Instruction.Read(body).Where(instruction => instruction.HasToken))
        {
            Visit(MetadataTokens.EntityHandle(instruction.Operand), found, signatures);
        }
    }

    private void VisitConstraints(GenericParameterHandleCollection parameters, HashSet<TypeDefinitionHandle> found, MentionedTypes signatures)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _metadata.GetGenericParameter(parameter).GetConstraints()))
        {
            Visit(_metadata.GetGenericParameterConstraint(constraint).Type, found, signatures);
        }
    }

    private void Visit(EntityHandle target, HashSet<TypeDefinitionHandle> found, MentionedTypes signatures)
    {
        switch (target.Kind)
        {
            case HandleKind.TypeDefinition when !target.IsNil: // the base of an interface is nil
                found.Add((TypeDefinitionHandle)target);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)target).DecodeSignature(signatures, null);
                break;
            case HandleKind.FieldDefinition:
                found.Add(_metadata.GetFieldDefinition((FieldDefinitionHandle)target).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                found.Add(_metadata.GetMethodDefinition((MethodDefinitionHandle)target).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Visit(_metadata.GetMemberReference((MemberReferenceHandle)target).Parent, found, signatures);
                break;
            case HandleKind.MethodSpecification:
                var generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)target);
                Visit(generic.Method, found, signatures);
                generic.DecodeSignature(signatures, null);
                break;
        }
    }

    private IEnumerable<CustomAttributeHandle> Attributes(TypeDefinition type) =>
    [
        .. type.GetCustomAttributes(),
        .. type.GetMethods().SelectMany(method => _metadata.GetMethodDefinition(method).GetCustomAttributes()),
        .. type.GetProperties().SelectMany(property => _metadata.GetPropertyDefinition(property).GetCustomAttributes()),
    ];

    /// <summary>An attribute's own type, and every <c>typeof</c> among its arguments: those are kept as names in its value.</summary>
    private IEnumerable<string> NamesIn(CustomAttributeHandle handle)
    {
        var attribute = _metadata.GetCustomAttribute(handle);
        var found = new HashSet<TypeDefinitionHandle>();
        Visit(attribute.Constructor, found, new MentionedTypes(found));
        return found.Select(OutermostName).Concat(OurNamesIn(_metadata.GetBlobBytes(attribute.Value)));
    }

    /// <summary>A string stands in an attribute's value behind its length in one byte (ECMA-335, II.23.3).</summary>
    private static IEnumerable<string> OurNamesIn(byte[] value)
    {
        for (var at = value.AsSpan().IndexOf(OurPrefix); at > 0;)
        {
            yield return Encoding.UTF8.GetString(value, at, Math.Min(value[at - 1], value.Length - at)).Split('+', ',', '[')[0];
            var next = value.AsSpan(at + 1).IndexOf(OurPrefix);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private string OutermostName(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? OutermostName(outer)
            : $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}";
    }
}
