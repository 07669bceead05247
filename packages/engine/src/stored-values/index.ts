export { type StoredValueServices, createStoredValueServices } from './create-stored-value-services.ts';
