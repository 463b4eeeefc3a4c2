import { tryBehaviours } from './try-behaviours.ts';

tryBehaviours('rtl');
