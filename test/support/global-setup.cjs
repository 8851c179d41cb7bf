const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** One MariaDB and one Redis for the whole run, in a throw-away folder, started by the product's own code. */
module.exports = async () => {
  const { startPrivateServices } = await import('../../dist/src/app/services/services.js');
  const { createLog } = await import('../../dist/src/platform/log.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'posthouse-test-'));
  const services = await startPrivateServices({ dataDir, log: createLog({ level: 'error' }, {}) });
  process.env.TEST_DATABASE_URL = services.databaseUrl;
  process.env.TEST_REDIS_URL = services.redisUrl;
  globalThis.postHouseTestServices = { services, dataDir };
};
