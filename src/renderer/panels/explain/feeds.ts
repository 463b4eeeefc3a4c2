export { feedsOf } from '#shared/analysis/feeds.ts';
