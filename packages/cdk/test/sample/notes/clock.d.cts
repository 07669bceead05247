declare const clock: { now(): bigint };
export = clock;
