export { boundsOf, type Place, placesOf } from '#shared/model/fact-places.ts';
