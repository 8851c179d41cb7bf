const { rmSync } = require('node:fs');

module.exports = async () => {
  const { services, dataDir } = globalThis.postHouseTestServices;
  await services.stop();
  rmSync(dataDir, { recursive: true, force: true });
};
