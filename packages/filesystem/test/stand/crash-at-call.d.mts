export const crash: {
  arm(folder: string, at: number): void;
  disarm(): boolean;
};
