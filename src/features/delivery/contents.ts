import { isOutage } from '../../platform/database/errors.js';
import { formatRowKey } from '../../platform/database/row-key.js';
import { groupsUpTo } from '../../platform/groups.js';
import type { ContentStore } from '../messages/content.service.js';
import type { Work } from './work.js';

/** The raw content of one message, shared by all of its deliveries that are in flight. */
export interface Content {
  readonly raw: Buffer;
  /** The signature header fields, made once: set by the first delivery that needs them. */
  signed?: Promise<Signed>;
}

export interface Signed {
  /** Header fields with line ends, to be put before the content. */
  readonly fields: Buffer;
  readonly signatures: readonly {
    readonly domain: string;
    readonly selector: string;
    readonly algorithm: string;
  }[];
  /** Why it is signed like this, or not at all. */
  readonly because: string;
}

/**
 * Content of what is in flight. Policy: small content of a claim is read together, with a statement for
 * each MiB, so that the first does not wait for the last; big content only once a connection waits for it,
 * and only as much at a time as fits in memory.
 */
export class Contents {
  private readonly entries = new Map<string, Entry>();
  private readonly holders = new Map<Work, string>();
  private bigBytes = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly store: ContentStore) {}

  /** Starts reading what is small enough; failures show up in `get`. */
  prefetch(works: readonly Work[]): void {
    const small = works.filter(({ message }) => message.sizeBytes <= SMALL_BYTES);
    const fresh = new Map<string, Work>();
    for (const work of small) {
      if (!this.entries.has(keyOf(work))) fresh.set(keyOf(work), work);
    }
    const sizeOf = ({ message }: Work) => message.sizeBytes;
    for (const group of groupsUpTo(GROUP_BYTES, [...fresh.values()], sizeOf)) {
      const read = this.store.read(group.map(contentKeyOf));
      for (const work of group) this.add(keyOf(work), 0, this.oneOf(read, work));
    }
    for (const work of small) this.hold(work);
  }

  /** Null when the content is no longer stored. */
  async get(work: Work): Promise<Content | null> {
    const known = this.entries.get(keyOf(work));
    if (known) {
      this.hold(work);
      return known.content;
    }
    const bytes = work.message.sizeBytes;
    while (this.bigBytes > 0 && this.bigBytes + bytes > MEMORY_BYTES) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return this.read(work, bytes);
  }

  /** The delivery needs its content no longer. */
  release(work: Work): void {
    const key = this.holders.get(work);
    const entry = key === undefined ? undefined : this.entries.get(key);
    if (key === undefined || !entry) return;
    this.holders.delete(work);
    entry.users -= 1;
    if (entry.users > 0) return;
    this.entries.delete(key);
    this.bigBytes -= entry.bytes;
    for (const wake of this.waiting.splice(0)) wake();
  }

  private async read(work: Work, bytes: number): Promise<Content | null> {
    const key = keyOf(work);
    if (!this.entries.has(key)) this.add(key, bytes, this.readAlone(work));
    this.hold(work);
    return this.entries.get(key)?.content ?? null;
  }

  /** One unreadable content must not fail its neighbours. */
  private async oneOf(read: ReturnType<ContentStore['read']>, work: Work): Promise<Content | null> {
    try {
      return contentOf((await read).get(keyOf(work)));
    } catch (error) {
      if (isOutage(error)) throw error;
      return this.readAlone(work);
    }
  }

  private async readAlone(work: Work): Promise<Content | null> {
    const found = await this.store.read([contentKeyOf(work)]);
    return contentOf(found.get(keyOf(work)));
  }

  private add(key: string, bytes: number, content: Promise<Content | null>): void {
    content.catch(() => undefined); // told by `get`, if anyone asks
    this.entries.set(key, { content, users: 0, bytes });
    this.bigBytes += bytes;
  }

  private hold(work: Work): void {
    const key = keyOf(work);
    const entry = this.entries.get(key);
    if (!entry || this.holders.has(work)) return;
    this.holders.set(work, key);
    entry.users += 1;
  }
}

/** Content up to this size is prepared before there is a connection for it; what is in flight bounds how much. */
export const SMALL_BYTES = 131_072;
const GROUP_BYTES = 1_048_576;
const MEMORY_BYTES = 67_108_864;

interface Entry {
  readonly content: Promise<Content | null>;
  users: number;
  /** What counts against the memory bound; small content does not, it is bounded by the slots. */
  readonly bytes: number;
}

function keyOf({ serverId, messageId }: Work): string {
  return formatRowKey({ serverId, id: messageId });
}

function contentKeyOf({ serverId, messageId, message }: Work) {
  return { serverId, id: messageId, expiresOn: message.expiresOn };
}

function contentOf(raw: Buffer | undefined): Content | null {
  return raw ? { raw } : null;
}
