using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261201130000_Reminders")]
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "key",
                table: "bookings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appointment_deeds",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    booking_id = table.Column<string>(type: "TEXT", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_refusal = table.Column<bool>(type: "INTEGER", nullable: false),
                    root_id = table.Column<string>(type: "TEXT", nullable: true),
                    service = table.Column<string>(type: "TEXT", nullable: true),
                    staff = table.Column<string>(type: "TEXT", nullable: true),
                    start_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end_at = table.Column<long>(type: "INTEGER", nullable: true),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    client_address = table.Column<string>(type: "TEXT", nullable: true),
                    client_name = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    endpoint = table.Column<string>(type: "TEXT", nullable: true),
                    is_wish = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appointment_deeds", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    booking_id = table.Column<string>(type: "TEXT", nullable: false),
                    root_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    client_address = table.Column<string>(type: "TEXT", nullable: true),
                    client_name = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    service = table.Column<string>(type: "TEXT", nullable: true),
                    staff = table.Column<string>(type: "TEXT", nullable: true),
                    start_at = table.Column<long>(type: "INTEGER", nullable: false),
                    end_at = table.Column<long>(type: "INTEGER", nullable: true),
                    wall = table.Column<string>(type: "TEXT", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: true),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    fact = table.Column<string>(type: "TEXT", nullable: true),
                    moves = table.Column<int>(type: "INTEGER", nullable: false),
                    moved_from = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    wants_move = table.Column<bool>(type: "INTEGER", nullable: false),
                    conflict = table.Column<string>(type: "TEXT", nullable: true),
                    source_endpoint = table.Column<string>(type: "TEXT", nullable: true),
                    is_silent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appointments", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "attendance_outbox",
                columns: table => new
                {
                    endpoint_id = table.Column<string>(type: "TEXT", nullable: false),
                    booking_id = table.Column<string>(type: "TEXT", nullable: false),
                    attendance = table.Column<string>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attendance_outbox", x => new { x.endpoint_id, x.booking_id });
                });

            migrationBuilder.CreateTable(
                name: "client_reaches",
                columns: table => new
                {
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    bot = table.Column<string>(type: "TEXT", nullable: false),
                    endpoint = table.Column<string>(type: "TEXT", nullable: true),
                    last_inbound_at = table.Column<long>(type: "INTEGER", nullable: true),
                    blocked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_reaches", x => new { x.address, x.bot });
                });

            migrationBuilder.CreateTable(
                name: "heartbeats",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    down_from = table.Column<long>(type: "INTEGER", nullable: true),
                    down_to = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heartbeats", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    appointment_key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    endpoint_id = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    message_id = table.Column<string>(type: "TEXT", nullable: true),
                    asks = table.Column<bool>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    tried = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => new { x.appointment_key, x.version, x.rule });
                });

            migrationBuilder.CreateTable(
                name: "staff_tasks",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    appointment_key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    branch = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_tasks", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bookings_booking_id",
                table: "bookings",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_key",
                table: "bookings",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_appointment_deeds_booking_id",
                table: "appointment_deeds",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_appointments_booking_id",
                table: "appointments",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_appointments_client_id",
                table: "appointments",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_appointments_start_at",
                table: "appointments",
                column: "start_at");

            migrationBuilder.CreateIndex(
                name: "IX_attendance_outbox_state_next_at",
                table: "attendance_outbox",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_message_id",
                table: "reminders",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_state_next_at",
                table: "reminders",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_tasks_appointment_key",
                table: "staff_tasks",
                column: "appointment_key");

            migrationBuilder.CreateIndex(
                name: "IX_staff_tasks_done_at_until",
                table: "staff_tasks",
                columns: new[] { "done_at", "until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appointment_deeds");

            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "attendance_outbox");

            migrationBuilder.DropTable(
                name: "client_reaches");

            migrationBuilder.DropTable(
                name: "heartbeats");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "staff_tasks");

            migrationBuilder.DropIndex(
                name: "IX_bookings_booking_id",
                table: "bookings");

            migrationBuilder.DropIndex(
                name: "IX_bookings_key",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "key",
                table: "bookings");
        }
    }
}
