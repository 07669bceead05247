// Lambda unpacks layers into /opt. Nothing can be put there without being root, so paths below it are led to the layers.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/opt';

/** Before task-root.mjs replaces it. */
const exists = existsSync;

/** @param {string} path */
export function isInOpt(path) {
  return path === ROOT || path.startsWith(`${ROOT}/`);
}

/**
 * Every place where a layer may have what Lambda has at the path, the layer that wins first.
 * @param {string} path below /opt @param {readonly string[]} layers
 */
export function layerPlaces(path, layers) {
  return layers.map((layer) => join(layer, path.slice(ROOT.length)));
}

/**
 * Differs from Lambda: a folder that several layers have shows the files of the last of them.
 * @param {string} path @param {readonly string[]} layers
 * @returns where the path is on this machine; itself where no layer has it
 */
export function locateInLayers(path, layers) {
  return (isInOpt(path) ? layerPlaces(path, layers).find((place) => exists(place)) : undefined) ?? path;
}
