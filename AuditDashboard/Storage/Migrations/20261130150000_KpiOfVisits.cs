using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <summary>
    /// Wider keys. Written by hand: SQLite cannot change a key in place, and what EF does instead leaves the transaction, so that a crash in
    /// between would leave half a migration.
    /// </summary>
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261130150000_KpiOfVisits")]
    public partial class KpiOfVisits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_kpi_units_client_id", table: "kpi_units");
            migrationBuilder.DropIndex(name: "IX_kpi_units_day", table: "kpi_units");
            migrationBuilder.RenameTable(name: "kpi_units", newName: "kpi_units_before");
            migrationBuilder.RenameTable(name: "kpi_days", newName: "kpi_days_before");
            CreateUnits(migrationBuilder);
            CreateDays(migrationBuilder);
            CreateLabels(migrationBuilder);
            migrationBuilder.Sql(
                """
                INSERT INTO kpi_units (kind, seq, part, client_id, day, hour, at, channel, branch, flags, wait_ms)
                SELECT kind, seq, 0, client_id, day, hour, at, channel, branch, flags, wait_ms FROM kpi_units_before
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO kpi_days (day, channel, branch, release, counts, hours, waits, human_waits, booking_waits, reactions, totals)
                SELECT day, channel, branch, '', counts, hours, waits, human_waits, x'', x'', x'' FROM kpi_days_before
                """);
            migrationBuilder.DropTable(name: "kpi_units_before");
            migrationBuilder.DropTable(name: "kpi_days_before");
        }

        /// <summary>The older release counts again what it knows.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "kpi_labels");
            migrationBuilder.DropTable(name: "kpi_units");
            migrationBuilder.DropTable(name: "kpi_days");
            migrationBuilder.Sql("UPDATE story_state SET rules = ''");
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
                constraints: table => { table.PrimaryKey("PK_kpi_units", x => new { x.kind, x.seq }); });
            migrationBuilder.CreateIndex(name: "IX_kpi_units_client_id", table: "kpi_units", column: "client_id");
            migrationBuilder.CreateIndex(name: "IX_kpi_units_day", table: "kpi_units", column: "day");
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
                constraints: table => { table.PrimaryKey("PK_kpi_days", x => new { x.day, x.channel, x.branch }); });
        }

        private static void CreateUnits(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kpi_units",
                columns: table => new
                {
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    hour = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    release = table.Column<string>(type: "TEXT", nullable: true),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                    flags = table.Column<long>(type: "INTEGER", nullable: false),
                    wait_ms = table.Column<long>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table => { table.PrimaryKey("PK_kpi_units", x => new { x.kind, x.seq, x.part }); });
            migrationBuilder.CreateIndex(name: "IX_kpi_units_client_id", table: "kpi_units", column: "client_id");
            migrationBuilder.CreateIndex(name: "IX_kpi_units_day_kind", table: "kpi_units", columns: new[] { "day", "kind" });
        }

        private static void CreateDays(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable(
                name: "kpi_days",
                columns: table => new
                {
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    branch = table.Column<string>(type: "TEXT", nullable: false),
                    release = table.Column<string>(type: "TEXT", nullable: false),
                    counts = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hours = table.Column<byte[]>(type: "BLOB", nullable: false),
                    waits = table.Column<byte[]>(type: "BLOB", nullable: false),
                    human_waits = table.Column<byte[]>(type: "BLOB", nullable: false),
                    booking_waits = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reactions = table.Column<byte[]>(type: "BLOB", nullable: false),
                    totals = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table => { table.PrimaryKey("PK_kpi_days", x => new { x.day, x.channel, x.branch, x.release }); });

        private static void CreateLabels(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable(
                name: "kpi_labels",
                columns: table => new
                {
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    branch = table.Column<string>(type: "TEXT", nullable: false),
                    release = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    hits = table.Column<long>(type: "INTEGER", nullable: false),
                    more = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table => { table.PrimaryKey("PK_kpi_labels", x => new { x.day, x.kind, x.label, x.channel, x.branch, x.release }); });
    }
}
