const MIB = 1024 * 1024;

/**
 * How large a bundle may be, in bytes unless said otherwise. The longest logs on record are some
 * megabytes; whoever sends more sends something else, or wants the memory gone.
 */
export const LIMITS = {
  file: 512 * MIB,
  entries: 20_000,
  /** Names and attributes of all entries. */
  directory: 16 * MIB,
  manifest: 8 * MIB,
  log: 256 * MIB,
  attachment: 10 * MIB,
  /** Everything, unpacked. */
  total: 1024 * MIB,
  /** Lines of all logs. */
  rows: 1_000_000,
  incidents: 5_000,
  /** Unpacked over packed, from `ratioFrom` bytes on; deflate reaches 1,032. */
  ratio: 200,
  ratioFrom: MIB,
} as const;

/** `1.5 MB` for people. */
export function size(bytes: number): string {
  return bytes < MIB ? `${Math.ceil(bytes / 1024)} kB` : `${Math.round(bytes / MIB)} MB`;
}
