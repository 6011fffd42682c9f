using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261201100000_EvidenceTree")]
    public partial class EvidenceTree : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "log_checkpoints",
                columns: table => new
                {
                    origin = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_checkpoints", x => new { x.origin, x.size });
                });

            migrationBuilder.CreateTable(
                name: "log_origins",
                columns: table => new
                {
                    n = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    verifier_key = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    from_size = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_origins", x => x.n);
                });

            migrationBuilder.CreateTable(
                name: "removed_events",
                columns: table => new
                {
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_removed_events", x => x.first);
                });

            // Events taken out whole before this was noted (the demo's).
            migrationBuilder.Sql(
                """
                insert into removed_events (first, last) select min(idx), max(idx) from
                (select idx, idx - row_number() over (order by idx) as run from log_entries where idx not in (select log_index from events)) group by run
                """);

            foreach (var table in new[] { "log_origins", "removed_events" })
            {
                foreach (var trigger in AppendOnly.Triggers(table))
                {
                    migrationBuilder.Sql(trigger);
                }
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "log_checkpoints");

            migrationBuilder.DropTable(
                name: "log_origins");

            migrationBuilder.DropTable(
                name: "removed_events");
        }
    }
}
