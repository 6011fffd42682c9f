using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261130151000_BookingStrays")]
    public partial class BookingStrays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "created_at",
                table: "bookings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "booking_strays",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    booking_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_strays", x => x.seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_strays_bot_booking_id",
                table: "booking_strays",
                columns: new[] { "bot", "booking_id" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_strays_client_id",
                table: "booking_strays",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_booking_strays_owner_id",
                table: "booking_strays",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_strays");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "bookings");
        }
    }
}
