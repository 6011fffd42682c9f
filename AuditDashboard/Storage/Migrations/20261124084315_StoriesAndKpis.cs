using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    public partial class StoriesAndKpis : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kpi_days",
                columns: table => new
                {
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    branch = table.Column<string>(type: "TEXT", nullable: false),
                    counts = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hours = table.Column<byte[]>(type: "BLOB", nullable: false),
                    waits = table.Column<byte[]>(type: "BLOB", nullable: false),
                    human_waits = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kpi_days", x => new { x.day, x.channel, x.branch });
                });

            migrationBuilder.CreateTable(
                name: "kpi_units",
                columns: table => new
                {
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    hour = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    flags = table.Column<int>(type: "INTEGER", nullable: false),
                    wait_ms = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kpi_units", x => new { x.kind, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "story_dues",
                columns: table => new
                {
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_dues", x => x.client_id);
                });

            migrationBuilder.CreateTable(
                name: "story_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_state", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kpi_units_client_id",
                table: "kpi_units",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_kpi_units_day",
                table: "kpi_units",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_story_dues_due_at",
                table: "story_dues",
                column: "due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kpi_days");

            migrationBuilder.DropTable(
                name: "kpi_units");

            migrationBuilder.DropTable(
                name: "story_dues");

            migrationBuilder.DropTable(
                name: "story_state");
        }
    }
}
