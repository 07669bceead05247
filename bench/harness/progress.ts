/** Prints one line of what the bench is doing. */
export type Progress = (line: string) => void;
