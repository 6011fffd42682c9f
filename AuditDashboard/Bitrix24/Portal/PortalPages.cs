namespace AuditDashboard.Bitrix24.Portal;

/// <summary>Addresses of the portal's own pages; without the secret.</summary>
internal static class PortalPages
{
    public static string Of(ConnectedPortal portal, int entityTypeId, long id) =>
        $"{portal.Address.Origin.GetLeftPart(UriPartial.Authority)}/crm/{(entityTypeId == 2 ? "deal" : "lead")}/details/{id}/";
}
