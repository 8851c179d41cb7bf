import { ApiBudget } from '../api/budget.js';
import { ApiDoor } from '../api/server.js';
import { RedisBuckets } from '../platform/rate-limit/redis-buckets.js';
import { SharedBuckets } from '../platform/rate-limit/shared-buckets.js';
import type { Ground, Services } from './compose.js';
import { joinAddress, splitAddress } from './ports.js';
import type { Door, ResolvedConfig } from './posthouse.js';
import { createSchema } from './schema.js';

/** The API door with its schema; loaded by the processes that open it, and by no others. */
export async function startApi(
  { config, log, metrics }: Ground,
  services: Services,
): Promise<Door> {
  services.admission.start();
  const budget = composeBudget(config);
  const door = new ApiDoor({ config, schema: createSchema(), services, budget, log, metrics });
  const { host, port } = splitAddress(config.HTTP_LISTEN);
  const address = await door.listen(host, port, config.API_PROCESSES > 1);
  return {
    addresses: { HTTP_LISTEN: joinAddress(host, address.port) },
    stop: () => door.close(),
  };
}

function composeBudget(config: ResolvedConfig): ApiBudget {
  const redis = new RedisBuckets(config.REDIS_URL, config.REDIS_PREFIX);
  return new ApiBudget(new SharedBuckets(redis), config.API_POINTS, config.API_POINTS_PER_SECOND);
}
