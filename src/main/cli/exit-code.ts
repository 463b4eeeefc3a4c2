/** 0 done, 1 the answer is no; 2 wrong usage, 3 input refused, 4 output not written: these come with an error. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;
