/**
 * Imported before a program that is measured: when it ends, writes what it took as JSON into the file that METER_FILE
 * names.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** What a process took, with its threads and the processes that it waited for. */
export interface Metered {
  /** Seconds of all processors together. */
  cpu: number;
  /** The most memory that it held, in bytes; of the process and its threads alone. */
  peakMemory: number;
}

/** Of a second, as Linux counts the time of processes. */
const TICK = 0.01;

const file = process.env['METER_FILE'];
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const metered: Metered = { cpu: (userCPUTime + systemCPUTime) / 1e6 + cpuOfChildren(), peakMemory: maxRSS * 1024 };
  if (file !== undefined) writeFileSync(file, JSON.stringify(metered));
});

/** Seconds that processes took which have ended; 0 where the system does not tell. */
function cpuOfChildren(): number {
  try {
    const [user = 0, system = 0] =
      readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ').slice(13, 15).map(Number) ?? [];
    return (user + system) * TICK;
  } catch {
    return 0;
  }
}
