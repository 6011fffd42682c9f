using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Shell;
using AuditDashboard.Storage;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddFoundation().AddStorage().AddEvents().AddConversations().AddEvidence().AddShell();

var app = builder.Build();
app.UseShell();
app.MapShell();
await app.RunAsync();
