/** Where things lie in an application's folder. */
import { join } from 'node:path';

export interface ProjectPaths {
  readonly root: string;
  readonly cdkJson: string;
  /** What commands generate and may be deleted at any time. */
  readonly work: string;
  readonly assembly: string;
  /** Freshly bundled handlers, one folder for each subgraph. */
  readonly live: string;
  readonly schema: string;
  readonly pagesSource: string;
  readonly pages: string;
}

/** @param root - absolute folder of the application */
export function toProjectPaths(root: string): ProjectPaths {
  const work = join(root, '.tributary');
  return {
    root,
    cdkJson: join(root, 'cdk.json'),
    work,
    assembly: join(work, 'cdk.out'),
    live: join(work, 'live'),
    schema: join(root, 'schema'),
    pagesSource: join(root, 'web'),
    pages: join(root, 'web', 'dist'),
  };
}
