using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261201140000_Bitrix24")]
    public partial class Bitrix24 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bitrix_bookings",
                columns: table => new
                {
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    booking_id = table.Column<string>(type: "TEXT", nullable: false),
                    link_id = table.Column<long>(type: "INTEGER", nullable: false),
                    portal_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bitrix_bookings", x => new { x.bot, x.booking_id });
                });

            migrationBuilder.CreateTable(
                name: "bitrix_journal",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    took_ms = table.Column<int>(type: "INTEGER", nullable: false),
                    portal_time = table.Column<long>(type: "INTEGER", nullable: true),
                    operating = table.Column<double>(type: "REAL", nullable: true),
                    request_digest = table.Column<string>(type: "TEXT", nullable: false),
                    answer_digest = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bitrix_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bitrix_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    lead_id = table.Column<string>(type: "TEXT", nullable: true),
                    session_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    origin_id = table.Column<string>(type: "TEXT", nullable: false),
                    entity_type_id = table.Column<int>(type: "INTEGER", nullable: false),
                    portal_id = table.Column<long>(type: "INTEGER", nullable: true),
                    deal_id = table.Column<long>(type: "INTEGER", nullable: true),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: true),
                    stage_id = table.Column<string>(type: "TEXT", nullable: true),
                    semantics = table.Column<string>(type: "TEXT", nullable: true),
                    sum = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    assigned_by = table.Column<long>(type: "INTEGER", nullable: true),
                    portal_updated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    linked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    digest_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    doubles = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bitrix_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bitrix_notices",
                columns: table => new
                {
                    entity = table.Column<string>(type: "TEXT", nullable: false),
                    entity_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bitrix_notices", x => new { x.entity, x.entity_id });
                });

            migrationBuilder.CreateTable(
                name: "bitrix_outbox",
                columns: table => new
                {
                    link_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    event_type = table.Column<string>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    checks = table.Column<int>(type: "INTEGER", nullable: false),
                    is_repeated = table.Column<bool>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    portal_id = table.Column<long>(type: "INTEGER", nullable: true),
                    added = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bitrix_outbox", x => new { x.link_id, x.position });
                });

            migrationBuilder.CreateTable(
                name: "bitrix_portal",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_address = table.Column<string>(type: "TEXT", nullable: false),
                    provisioned = table.Column<string>(type: "TEXT", nullable: true),
                    blocked = table.Column<string>(type: "TEXT", nullable: true),
                    blocked_words = table.Column<string>(type: "TEXT", nullable: true),
                    blocked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    probe_at = table.Column<long>(type: "INTEGER", nullable: true),
                    prepared_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_success_at = table.Column<long>(type: "INTEGER", nullable: true),
                    moved_from = table.Column<string>(type: "TEXT", nullable: true),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    cursor = table.Column<long>(type: "INTEGER", nullable: true),
                    reconciled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bitrix_portal", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_journal_at",
                table: "bitrix_journal",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_links_bot_lead_id",
                table: "bitrix_links",
                columns: new[] { "bot", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_links_client_id",
                table: "bitrix_links",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_links_deal_id",
                table: "bitrix_links",
                column: "deal_id");

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_links_digest_due_at",
                table: "bitrix_links",
                column: "digest_due_at");

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_links_portal_id",
                table: "bitrix_links",
                column: "portal_id");

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_links_session_id",
                table: "bitrix_links",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_bitrix_outbox_state_due_at",
                table: "bitrix_outbox",
                columns: new[] { "state", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bitrix_bookings");

            migrationBuilder.DropTable(
                name: "bitrix_journal");

            migrationBuilder.DropTable(
                name: "bitrix_links");

            migrationBuilder.DropTable(
                name: "bitrix_notices");

            migrationBuilder.DropTable(
                name: "bitrix_outbox");

            migrationBuilder.DropTable(
                name: "bitrix_portal");
        }
    }
}
