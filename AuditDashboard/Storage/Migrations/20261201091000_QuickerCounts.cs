using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261201091000_QuickerCounts")]
    public partial class QuickerCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_kpi_units_day_kind",
                table: "kpi_units");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_complaint",
                table: "sessions",
                column: "complaint",
                filter: "complaint");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_escalated",
                table: "sessions",
                column: "escalated",
                filter: "escalated");

            migrationBuilder.CreateIndex(
                name: "IX_session_outcomes_slow_turns",
                table: "session_outcomes",
                column: "slow_turns",
                filter: "slow_turns > 0");

            migrationBuilder.CreateIndex(
                name: "IX_kpi_units_kind_day",
                table: "kpi_units",
                columns: new[] { "kind", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sessions_complaint",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_sessions_escalated",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_session_outcomes_slow_turns",
                table: "session_outcomes");

            migrationBuilder.DropIndex(
                name: "IX_kpi_units_kind_day",
                table: "kpi_units");

            migrationBuilder.CreateIndex(
                name: "IX_kpi_units_day_kind",
                table: "kpi_units",
                columns: new[] { "day", "kind" });
        }
    }
}
