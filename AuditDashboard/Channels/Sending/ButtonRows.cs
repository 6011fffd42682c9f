namespace AuditDashboard.Channels.Sending;

/// <summary>Lays buttons out for a phone: two short ones side by side, a long one by itself (channels.md section 4.4).</summary>
internal static class ButtonRows
{
    private const int Short = 12;

    public static IReadOnlyList<IReadOnlyList<AnswerButton>> Of(IReadOnlyList<AnswerButton> buttons)
    {
        List<List<AnswerButton>> rows = [];
        foreach (var button in buttons)
        {
            if (rows is [.., [var neighbour]] && neighbour.Text.Length <= Short && button.Text.Length <= Short)
            {
                rows[^1].Add(button);
            }
            else
            {
                rows.Add([button]);
            }
        }

        return rows;
    }
}
