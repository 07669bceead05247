export { type ApiCache, type CacheSlot, createApiCache } from './api-cache.ts';
