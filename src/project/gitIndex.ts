/** The paths that git tracks, relative to the work tree. */
export interface TrackedPaths {
  /** Whether the path is tracked, or anything below it. */
  has(path: string): boolean;
}

/** Lengths of an object's name: SHA-1 and SHA-256. Which of them a repository has, its index does not say. */
const hashLengths = [20, 32] as const;

/** What stands in an entry before its object's name, in bytes, and where its mode stands in that. */
const statLength = 40;
const modeOffset = 24;

/** A longer name has its length in its end only. */
const longNameLength = 0xfff;
const extendedFlag = 0x4000;

/** Of an index whose names are written without what they begin alike with, the names are so many times as long at most: others are made up. */
const mostExpansion = 8;

const slash = 47;

/**
 * Reads an index of version 2, 3 or 4 (https://git-scm.com/docs/index-format); null where the bytes are none. Extensions are not looked at: of a
 * split index, what its own file says.
 */
export function readGitIndex(bytes: Uint8Array): TrackedPaths | null {
  for (const hashLength of hashLengths) {
    const names = readNames(bytes, hashLength);
    if (names !== null) return { has: (path) => isTracked(names, path) };
  }
  return null;
}

/** Names in ascending order of their bytes, each of which ends with a zero. */
interface Names {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

function readNames(bytes: Uint8Array, hashLength: number): Names | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 12 || view.getUint32(0) !== 0x44495243) return null;
  const version = view.getUint32(4);
  const count = view.getUint32(8);
  const shortest = statLength + hashLength + 2;
  if (version < 2 || version > 4 || count > bytes.length / shortest) return null;
  const starts = new Uint32Array(count);
  const expanded = version === 4 ? new ExpandedNames(bytes) : null;
  let at = 12;
  for (let i = 0; i < count; i++) {
    if (at + shortest >= bytes.length || !isMode(view.getUint32(at + modeOffset))) return null;
    const flags = view.getUint16(at + statLength + hashLength);
    const nameAt = at + shortest + (version > 2 && (flags & extendedFlag) !== 0 ? 2 : 0);
    if (expanded !== null) {
      const start = expanded.length;
      at = expanded.add(nameAt);
      if (at < 0) return null;
      starts[i] = start;
      continue;
    }
    const length = flags & longNameLength;
    const end = length < longNameLength ? nameAt + length : bytes.indexOf(0, nameAt + longNameLength);
    if (end <= nameAt || bytes[end] !== 0) return null;
    starts[i] = nameAt;
    // one to eight zeros, so that the next one begins at a multiple of eight
    at += (end - at + 8) & ~7;
  }
  return { bytes: expanded?.bytes ?? bytes, starts };
}

/** A file that can or cannot be run, a link, another repository, or a directory that is not checked out. */
function isMode(mode: number): boolean {
  return mode === 0o100644 || mode === 0o100755 || mode === 0o120000 || mode === 0o160000 || mode === 0o040000;
}

/** The names of version 4: of each, how much of the end of the one before is taken away, and what comes in its place. */
class ExpandedNames {
  bytes: Uint8Array;
  length = 0;
  private previous = 0;
  private readonly most: number;
  private readonly source: Uint8Array;

  constructor(source: Uint8Array) {
    this.source = source;
    this.bytes = new Uint8Array(source.length);
    this.most = source.length * mostExpansion;
  }

  /** Adds the name that is written at `at`; where the next entry begins, or -1 where that is no name. */
  add(at: number): number {
    const { source, previous } = this;
    let i = at;
    let byte = source[i++] ?? 0;
    let removed = byte & 127;
    while ((byte & 128) !== 0) {
      byte = source[i++] ?? 0;
      removed = (removed + 1) * 128 + (byte & 127);
    }
    const end = source.indexOf(0, i);
    // without the zero
    const kept = Math.max(this.length - previous - 1, 0) - removed;
    if (end < 0 || kept < 0 || kept + end === i) return -1;
    const length = this.length + kept + end - i + 1;
    if (length > this.most) return -1;
    this.makeRoom(length);
    this.bytes.copyWithin(this.length, previous, previous + kept);
    this.bytes.set(source.subarray(i, end + 1), this.length + kept);
    this.previous = this.length;
    this.length = length;
    return end + 1;
  }

  private makeRoom(length: number): void {
    if (length <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(length, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

const encoder = new TextEncoder();

function isTracked(names: Names, path: string): boolean {
  const wanted = encoder.encode(path);
  const at = lowerBound(names, wanted);
  if (startsWith(names, at, wanted) && endsAt(names, at, wanted.length)) return true;
  // `a-b` and `a.b` stand between `a` and what is below it
  const below = encoder.encode(`${path}/`);
  return startsWith(names, lowerBound(names, below), below);
}

/** The first name that is not less than `wanted`. */
function lowerBound(names: Names, wanted: Uint8Array): number {
  let low = 0;
  let high = names.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isLess(names, middle, wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLess({ bytes, starts }: Names, index: number, wanted: Uint8Array): boolean {
  const start = starts[index] ?? 0;
  for (let i = 0; i < wanted.length; i++) {
    const difference = (bytes[start + i] ?? 0) - (wanted[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function startsWith({ bytes, starts }: Names, index: number, wanted: Uint8Array): boolean {
  const start = starts[index];
  return start !== undefined && wanted.every((byte, i) => bytes[start + i] === byte);
}

/** Whether the name is so long; that of a directory that is not checked out ends with a slash. */
function endsAt({ bytes, starts }: Names, index: number, length: number): boolean {
  const end = (starts[index] ?? 0) + length;
  return bytes[end] === 0 || (bytes[end] === slash && bytes[end + 1] === 0);
}
