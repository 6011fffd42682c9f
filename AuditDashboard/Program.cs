using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddFoundation().AddStorage().AddEvents().AddConversations().AddEvidence();

var app = builder.Build();
await app.RunAsync();
