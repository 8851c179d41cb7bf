import { promisify } from 'node:util';
import Queue from 'bee-queue';
import type { RedisAddress } from '../redis/redis-url.js';

const CONNECT_MS = 5_000;

/**
 * A bee-queue that is connecting. When a connection ends, its Redis client throws one error for a command
 * that it has sent by itself and another for the connection, and bee-queue listens to the first only until
 * the client is ready: the second would end this process. So the client sends nothing by itself, and
 * signs in here, when bee-queue listens for good.
 */
export function connectedQueue<T>(
  name: string,
  settings: Queue.QueueSettings,
  address: RedisAddress,
): Queue<T> {
  const options = { ...settings, redis: clientOptions(address), autoConnect: false };
  const queue = new Queue<T>(name, options);
  const inner = queue as unknown as Inner; // bee-queue's own method, not in its types
  const makeClient = inner.makeClient.bind(queue);
  inner.makeClient = async (...given) => {
    const client = await makeClient(...given);
    await signIn(client, address);
    return client;
  };
  void queue.connect().catch(() => undefined); // `ready` tells
  return queue;
}

interface Inner {
  makeClient(...given: unknown[]): Promise<Client>;
}

interface Client {
  send_command(name: string, values: readonly string[], done: (error: Error | null) => void): void;
}

async function signIn(client: Client, { username, password, database }: RedisAddress) {
  const send = promisify(client.send_command.bind(client));
  if (password !== undefined) await send('auth', [...(username ? [username] : []), password]);
  if (database !== 0) await send('select', [String(database)]);
}

/** No command waits for a Redis that is away, and a lost connection is never taken up again. */
function clientOptions({ path, host, port, tls }: RedisAddress) {
  return {
    ...(path === undefined ? { host, port } : { path }),
    ...(tls ? { tls: { servername: host } } : {}),
    connect_timeout: CONNECT_MS,
    enable_offline_queue: false,
    no_ready_check: true,
    retry_strategy: ({ error }: { error?: Error }) => error ?? new Error('connection closed'),
  };
}
