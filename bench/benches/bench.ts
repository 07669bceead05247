/** One part of `npm run bench`. */
import type { Progress } from '../harness/progress.ts';
import type { BenchReport } from '../harness/report.ts';

export interface Bench {
  /** As `--only` takes it. */
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** Folders of `contenders/` with packages of their own. */
  readonly packages: readonly string[];
  /** What is bundled first: paths below `bench/` without the extension. */
  readonly programs: readonly string[];
  readonly run: (settings: BenchSettings, progress: Progress) => Promise<BenchReport>;
}

export interface BenchSettings {
  readonly rounds: number;
  /** Length of one measurement under load. */
  readonly seconds: number;
  /** Folder with other data for the classic benchmark. */
  readonly fixture?: string;
  /** Parts of names: only contenders of the classic benchmark whose name has one of them take part. */
  readonly contenders?: readonly string[];
  /** Results are to be kept in files that are committed. */
  readonly shouldWrite?: boolean;
}
