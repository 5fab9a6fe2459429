# The bot and the worker as one image. tests/production carries out its installation and starts what comes of it.

FROM node:26-slim AS build
WORKDIR /app
# Before the sources, so that changing them does not install everything again.
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma/schema.prisma prisma/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Prisma's command line is an optional peer of its client, so that leaving out development alone would keep it.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
# More than half of what is installed is never read at run time: types, source maps, and the engines of other databases.
RUN find node_modules -type f '(' -name '*.map' -o -name '*.[cm]ts' -o -name '*.ts' ')' -delete
RUN find node_modules/@prisma/client/runtime -type f -name 'query_compiler_*' ! -name '*.postgresql.*' -delete

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
USER node
EXPOSE 3000
# Whether the process lives: a database that is away is mended by no restart. /health/ready tells the rest.
HEALTHCHECK --interval=15s --timeout=5s --start-period=180s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
