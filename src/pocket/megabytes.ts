const MEGABYTE = 1_000_000;

/** Bytes as a reader sees them: `4.7`, `17`; anything at all is at least `0.1`. */
export function megabytes(bytes: number): string {
  if (bytes <= 0) return '0';
  const value = Math.max(bytes / MEGABYTE, 0.1);
  return value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}
