/** What TCP and UDP carry: enough for a name and a first line, no dissector collection. */
export const application = [] as const;
