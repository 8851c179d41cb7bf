FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No install scripts: the only one allowed fetches a Node 24, which this image is.
RUN npm install --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY migrations migrations
COPY src src
# Failpoints are for tests: the file that could arm them stays out of the image.
RUN node node_modules/typescript/bin/tsc -p tsconfig.build.json \
  && rm -f dist/.tsbuildinfo dist/src/platform/failpoint/armed.* \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
  POSTHOUSE_DATA_DIR=/data \
  POSTHOUSE_HTTP_LISTEN=0.0.0.0:8025 \
  POSTHOUSE_OPS_LISTEN=0.0.0.0:8026 \
  POSTHOUSE_SMTP_LISTEN=0.0.0.0:25 \
  POSTHOUSE_SUBMISSION_LISTEN=0.0.0.0:587 \
  POSTHOUSE_SUBMISSIONS_LISTEN=0.0.0.0:465
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 25 465 587 8025 8026
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8026/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--max-semi-space-size=8", "--v8-pool-size=1", "--heap-growing-percent=100", "--external-memory-accounted-in-global-limit", "dist/src/main.js"]
CMD ["serve", "api", "smtp", "worker"]
