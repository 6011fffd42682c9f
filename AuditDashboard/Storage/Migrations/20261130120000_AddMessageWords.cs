using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuditDashboard.Storage.Migrations
{
    /// <summary>
    /// The index of words, written by hand: the model knows no virtual tables. Contentless, since the words lie in the payloads already; marks over
    /// letters stay, so that й is not и; beginnings of three letters have an index of their own. A migration that makes <c>events</c> anew must make
    /// its two triggers anew.
    /// </summary>
    [DbContext(typeof(AuditDbContext))]
    [Migration("20261130120000_AddMessageWords")]
    public sealed class AddMessageWords : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create virtual table message_words using fts5(
                    words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='3');
                """);
            migrationBuilder.Sql("create table message_words_mark (id integer primary key check (id = 1), seq integer not null);");
            migrationBuilder.Sql(
                """
                create trigger events_deleted_with_words after delete on events
                begin delete from message_words where rowid = old.seq; end;
                """);
            migrationBuilder.Sql(
                """
                create trigger events_erased_with_words after update of payload on events when new.payload is null
                begin delete from message_words where rowid = old.seq; end;
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger events_erased_with_words;");
            migrationBuilder.Sql("drop trigger events_deleted_with_words;");
            migrationBuilder.Sql("drop table message_words_mark;");
            migrationBuilder.Sql("drop table message_words;");
        }
    }
}
