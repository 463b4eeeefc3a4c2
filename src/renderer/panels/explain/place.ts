export { addressOf, placeOf } from '#renderer/store/value-place.ts';
