using AuditDashboard.Kpi;
using AuditDashboard.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.AddShell();
builder.AddOverview();

var app = builder.Build();
app.UseShell();
app.MapShell();
await app.RunAsync();
