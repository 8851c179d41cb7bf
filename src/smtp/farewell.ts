import { REPLIES, type Reply } from './reply.js';
import type { Interruption } from './wire.js';

/** What to say when no more input comes; nobody hears it when the peer has gone. */
export function farewell(why: Interruption): Reply {
  return FAREWELLS[why];
}

const FAREWELLS = {
  closed: REPLIES.bye,
  idle: REPLIES.idle,
  slow: REPLIES.slow,
  stopping: REPLIES.stopping,
  revoked: REPLIES.loginOver,
  endless: REPLIES.endlessLine,
} as const;
