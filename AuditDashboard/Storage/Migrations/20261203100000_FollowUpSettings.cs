using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261203100000_FollowUpSettings")]
    public partial class FollowUpSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "slot_offers",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    slot_key = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    offered_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slot_offers", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_slot_offers_client_id",
                table: "slot_offers",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_slot_offers_slot_key",
                table: "slot_offers",
                column: "slot_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "slot_offers");
        }
    }
}
