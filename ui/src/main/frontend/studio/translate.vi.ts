export const vietnamese: Record<string, string> = {};
