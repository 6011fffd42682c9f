using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261203120000_Numbers")]
    public partial class DayStamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kpi_stamps",
                columns: table => new
                {
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    stamp = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kpi_stamps", x => x.day);
                });

            migrationBuilder.AddColumn<byte[]>(
                name: "first_waits",
                table: "kpi_days",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "human_replies",
                table: "kpi_days",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "deliveries",
                table: "kpi_days",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            // What was said is found by its words.
            migrationBuilder.Sql("update sessions set search_text = substr(search_text, 1, length(search_text) - length(last_text) - 1) where last_text is not null and length(search_text) > length(last_text);");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_search_text_id",
                table: "sessions",
                columns: new[] { "search_text", "id" });

            // The days that are there have sums already.
            migrationBuilder.Sql("insert into kpi_stamps (day, stamp) select day, random() from (select distinct day from kpi_days);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kpi_stamps");

            migrationBuilder.DropColumn(
                name: "first_waits",
                table: "kpi_days");

            migrationBuilder.DropColumn(
                name: "human_replies",
                table: "kpi_days");

            migrationBuilder.DropColumn(
                name: "deliveries",
                table: "kpi_days");

            migrationBuilder.DropIndex(
                name: "IX_sessions_search_text_id",
                table: "sessions");
        }
    }
}
