using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261130130000_YclientsRecords")]
    public partial class YclientsRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "yclients_records",
                columns: table => new
                {
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    record_id = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    local_start = table.Column<string>(type: "TEXT", nullable: true),
                    seconds = table.Column<long>(type: "INTEGER", nullable: true),
                    service = table.Column<string>(type: "TEXT", nullable: true),
                    staff = table.Column<string>(type: "TEXT", nullable: true),
                    price_kopecks = table.Column<long>(type: "INTEGER", nullable: true),
                    attendance = table.Column<int>(type: "INTEGER", nullable: false),
                    is_paid = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_confirmed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_yclients_records", x => new { x.bot, x.record_id });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "yclients_records");
        }
    }
}
