/** What the main thread and its translation threads say to each other. */
export {};
