import { spawnSync } from 'node:child_process';
import { findBinary } from './find-binary.js';

/**
 * `policy-rc.d` with status 101 keeps packages from starting their system services. One that stands
 * there already is put aside and put back; one that we left behind when killed is recognised by its mark.
 */
const INSTALL = `
policy=/usr/sbin/policy-rc.d
kept=$policy.before-posthouse
mark='made by posthouse for one installation'
if [ -e "$policy" ] && ! grep -q "$mark" "$policy"; then mv -f "$policy" "$kept"; fi
restore() { rm -f "$policy"; if [ -e "$kept" ]; then mv -f "$kept" "$policy"; fi; }
trap restore EXIT
trap 'exit 130' INT TERM HUP
printf '#!/bin/sh\\n# %s\\nexit 101\\n' "$mark" > "$policy" && chmod 755 "$policy" || exit 1
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >&2 || echo 'posthouse: apt-get update failed, trying with the lists at hand' >&2
apt-get install -y -qq --no-install-recommends "$@" >&2
`;

/** Whether this user may install Debian packages without being asked anything. */
export function canInstallPackages() {
  return findBinary(['apt-get']) !== null && (isRoot() || sudoAsksNothing());
}

/** Installs Debian packages without letting them start a service; says whether that worked. */
export function installPackages(names) {
  const command = ['sh', '-c', INSTALL, 'sh', ...names];
  const [program, ...rest] = isRoot() ? command : ['sudo', '-n', ...command];
  // apt's progress is noise unless it fails; debconf and dpkg write to the same place.
  const result = spawnSync(program, rest, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (result.status !== 0) process.stderr.write(result.stderr ?? '');
  return result.status === 0;
}

function isRoot() {
  return process.getuid?.() === 0;
}

function sudoAsksNothing() {
  return (
    findBinary(['sudo']) !== null &&
    spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  );
}
