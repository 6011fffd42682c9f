using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddFoundation().AddStorage().AddEvents();

var app = builder.Build();
await app.RunAsync();
