using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    public partial class InitialSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    booking_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    client_address = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bookings", x => new { x.bot, x.booking_id });
                });

            migrationBuilder.CreateTable(
                name: "client_identities",
                columns: table => new
                {
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_identities", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "client_merges",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    from_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    into_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    moved = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_merges", x => new { x.seq, x.from_id });
                });

            migrationBuilder.CreateTable(
                name: "client_phones",
                columns: table => new
                {
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_phones", x => x.phone);
                });

            migrationBuilder.CreateTable(
                name: "clients",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    root_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    is_anonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clients", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    endpoint = table.Column<string>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    session_key = table.Column<string>(type: "TEXT", nullable: true),
                    session_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    flags = table.Column<int>(type: "INTEGER", nullable: false),
                    log_index = table.Column<long>(type: "INTEGER", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "log_entries",
                columns: table => new
                {
                    idx = table.Column<long>(type: "INTEGER", nullable: false),
                    received_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_entries", x => x.idx);
                });

            migrationBuilder.CreateTable(
                name: "log_subtrees",
                columns: table => new
                {
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    n = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_subtrees", x => new { x.level, x.n });
                });

            migrationBuilder.CreateTable(
                name: "session_outcomes",
                columns: table => new
                {
                    session_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    response_ms = table.Column<long>(type: "INTEGER", nullable: true),
                    slow_turns = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_outcomes", x => x.session_id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    conversation_key = table.Column<string>(type: "TEXT", nullable: false),
                    session_key = table.Column<string>(type: "TEXT", nullable: true),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    client_address = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_activity_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    messages = table.Column<int>(type: "INTEGER", nullable: false),
                    last_text = table.Column<string>(type: "TEXT", nullable: true),
                    last_text_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_intent = table.Column<string>(type: "TEXT", nullable: true),
                    has_human = table.Column<bool>(type: "INTEGER", nullable: false),
                    escalated = table.Column<bool>(type: "INTEGER", nullable: false),
                    complaint = table.Column<bool>(type: "INTEGER", nullable: false),
                    lead_id = table.Column<string>(type: "TEXT", nullable: true),
                    lead_bitrix24 = table.Column<long>(type: "INTEGER", nullable: true),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    last_recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_was_live = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_client_identities_client_id",
                table: "client_identities",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_client_merges_from_id",
                table: "client_merges",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "IX_clients_root_id",
                table: "clients",
                column: "root_id");

            migrationBuilder.CreateIndex(
                name: "IX_events_bot_source_event_id",
                table: "events",
                columns: new[] { "bot", "source", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_client_id",
                table: "events",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_events_occurred_at",
                table: "events",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "IX_events_session_id",
                table: "events",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_session_outcomes_outcome",
                table: "session_outcomes",
                column: "outcome");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_bot_conversation_key_started_at",
                table: "sessions",
                columns: new[] { "bot", "conversation_key", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_client_address",
                table: "sessions",
                column: "client_address");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_client_id",
                table: "sessions",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_last_activity_at",
                table: "sessions",
                column: "last_activity_at");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_started_at",
                table: "sessions",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "client_identities");

            migrationBuilder.DropTable(
                name: "client_merges");

            migrationBuilder.DropTable(
                name: "client_phones");

            migrationBuilder.DropTable(
                name: "clients");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "log_entries");

            migrationBuilder.DropTable(
                name: "log_subtrees");

            migrationBuilder.DropTable(
                name: "session_outcomes");

            migrationBuilder.DropTable(
                name: "sessions");
        }
    }
}
