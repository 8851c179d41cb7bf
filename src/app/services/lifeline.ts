import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Waits for the end of its standard input, which comes when whoever started it is gone, then for the
 * roles to finish, then ends the service, if that number still is the service.
 */
const WATCH = `
read _
sleep "$3"
case "$(tr '\\0' ' ' < "/proc/$1/cmdline" 2>/dev/null || ps -o args= -p "$1")" in
  *"$2"*) kill -TERM "$1" ;;
esac
`;

/** Longer than a role may take to stop. */
const GRACE_SECONDS = 40;

/** Sees to it that a service does not outlive a killed supervisor for long; `mark` is in its command line. */
export function tieToOurLife(service: ChildProcess, mark: string): void {
  if (service.pid === undefined) return;
  const watcher = spawn(
    '/bin/sh',
    ['-c', WATCH, 'sh', String(service.pid), mark, String(GRACE_SECONDS)],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  watcher.on('error', () => undefined); // without a shell there is no lifeline, and nothing else is lost
  watcher.stdin.on('error', () => undefined);
  service.once('exit', () => watcher.kill('SIGKILL'));
}
