using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261201120000_Retention")]
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "client",
                table: "access_journal",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    records = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_marks = table.Column<string>(type: "TEXT", nullable: true),
                    messages = table.Column<long>(type: "INTEGER", nullable: false),
                    dialogs = table.Column<long>(type: "INTEGER", nullable: false),
                    others = table.Column<long>(type: "INTEGER", nullable: false),
                    indices = table.Column<string>(type: "TEXT", nullable: false),
                    performed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_holds",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lifted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_holds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    conversation_days = table.Column<int>(type: "INTEGER", nullable: false),
                    call_days = table.Column<int>(type: "INTEGER", nullable: false),
                    quarantine_days = table.Column<int>(type: "INTEGER", nullable: false),
                    last_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    messages = table.Column<long>(type: "INTEGER", nullable: false),
                    dialogs = table.Column<long>(type: "INTEGER", nullable: false),
                    clients = table.Column<long>(type: "INTEGER", nullable: false),
                    others = table.Column<long>(type: "INTEGER", nullable: false),
                    first_index = table.Column<long>(type: "INTEGER", nullable: false),
                    last_index = table.Column<long>(type: "INTEGER", nullable: false),
                    longest_ms = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subject_requests",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_on = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subject_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_events_content",
                table: "events",
                column: "occurred_at",
                filter: "payload IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_access_journal_client",
                table: "access_journal",
                column: "client");

            migrationBuilder.CreateIndex(
                name: "IX_access_journal_subject",
                table: "access_journal",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_erasures_asked_at",
                table: "erasures",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "IX_erasures_client_id",
                table: "erasures",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_retention_holds_subject",
                table: "retention_holds",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_retention_runs_started_at",
                table: "retention_runs",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_subject_requests_answered_at",
                table: "subject_requests",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "IX_subject_requests_client_id",
                table: "subject_requests",
                column: "client_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "retention_holds");

            migrationBuilder.DropTable(
                name: "retention_runs");

            migrationBuilder.DropTable(
                name: "subject_requests");

            migrationBuilder.DropIndex(
                name: "IX_events_content",
                table: "events");

            migrationBuilder.DropIndex(
                name: "IX_access_journal_client",
                table: "access_journal");

            migrationBuilder.DropIndex(
                name: "IX_access_journal_subject",
                table: "access_journal");

            migrationBuilder.DropColumn(
                name: "client",
                table: "access_journal");
        }
    }
}
