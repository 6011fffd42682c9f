using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <summary>
    /// Stems beside the words, written by hand like the index itself. A contentless index cannot be changed: it is made anew, and the mark goes back
    /// to the beginning, so that the projector fills it from the log.
    /// </summary>
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261130170000_AddWordStems")]
    public sealed class AddWordStems : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => Make(migrationBuilder, "words, stems");

        protected override void Down(MigrationBuilder migrationBuilder) => Make(migrationBuilder, "words");

        private static void Make(MigrationBuilder migrationBuilder, string columns)
        {
            migrationBuilder.Sql("drop table message_words;");
            migrationBuilder.Sql(
                $"""
                create virtual table message_words using fts5(
                    {columns}, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='3');
                """);
            migrationBuilder.Sql("delete from message_words_mark;");
        }
    }
}
