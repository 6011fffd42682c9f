# docker build -t audit-dashboard . && docker run -p 8080:8080 -v audit:/data audit-dashboard

FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
# npm restores the browser libraries during the build (npm.targets); nothing of Node.js reaches the last image.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig appsettings.json ./
COPY AuditDashboard/AuditDashboard.csproj AuditDashboard/npm.targets AuditDashboard/package.json AuditDashboard/package-lock.json AuditDashboard/.npmrc AuditDashboard/
RUN dotnet restore AuditDashboard/AuditDashboard.csproj -a "${TARGETARCH:-amd64}"
COPY AuditDashboard AuditDashboard
RUN dotnet publish AuditDashboard/AuditDashboard.csproj -c Release -a "${TARGETARCH:-amd64}" --self-contained false --no-restore -p:UseAppHost=false -o /app \
    && rm -f /app/AuditDashboard.xml

# The plain runtime image and not the chiseled one: it has ICU and tzdata (Russian words, the salon's time zone) and a shell for the health check.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir -m 700 /data && chown "$APP_UID:$APP_UID" /data
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080 \
    Storage__DataFolder=/data
EXPOSE 8080
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "AuditDashboard.dll"]
