# Built in stages: tools → build → runtime. The image that runs has no compiler, no sources and no root.

FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json web/
COPY setup setup
RUN node setup/install-clean.mjs
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts && npm cache clean --force

# Makes the certificate of the database server once, so that the connection is encrypted and its end is verified.
FROM node:20-bookworm AS certificates
COPY deploy/certificates.sh /usr/local/bin/certificates
ENTRYPOINT ["sh", "/usr/local/bin/certificates"]

FROM node:20-bookworm-slim AS runtime
ENV NODE_ENV=production RULEWRIGHT_MODE=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules node_modules
COPY --from=build --chown=node:node /app/dist dist
COPY --from=build --chown=node:node /app/bin bin
COPY --from=build --chown=node:node /app/web/dist web/dist
RUN install -d -o node -g node /app/data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
