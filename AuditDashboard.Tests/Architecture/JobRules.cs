using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture;

/// <summary>A job knows when, its handler knows what: Execute is one call of HandleAsync or RunAsync, and there is nothing else.</summary>
internal static class JobRules
{
    public static IEnumerable<string> Broken(SourceFile file) =>
        from type in file.All<ClassDeclarationSyntax>()
        where type.BaseList?.Types.Any(parent => parent.Type.ToString() == "IJob") is true
        from complaint in Complaints(type)
        select $"{file.Path}: {type.Identifier.Text} {complaint}";

    private static IEnumerable<string> Complaints(ClassDeclarationSyntax job)
    {
        if (!job.Identifier.Text.EndsWith("Job", StringComparison.Ordinal))
        {
            yield return "is a job, so its name ends in Job";
        }

        if (!job.AttributeLists.ToString().Contains("DisallowConcurrentExecution", StringComparison.Ordinal))
        {
            yield return "may run twice at once: [DisallowConcurrentExecution]";
        }

        var methods = job.Members.OfType<MethodDeclarationSyntax>().ToList();
        if (methods.Count != 1 || methods[0].Identifier.Text != "Execute" || !IsOneCall(methods[0]))
        {
            yield return "contains logic; let it call a handler";
        }
    }

    private static bool IsOneCall(MethodDeclarationSyntax execute)
    {
        var body = execute.ExpressionBody?.Expression ?? (execute.Body?.Statements is [ExpressionStatementSyntax only] ? only.Expression : null);
        var calls = body?.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().ToList() ?? [];
        return calls.Count is 1 or 2 // the handler, and ConfigureAwait or AsTask perhaps
            && calls.Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "HandleAsync" or "RunAsync" })
            && !body!.DescendantNodesAndSelf().Any(node => node is ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax or LambdaExpressionSyntax);
    }
}
